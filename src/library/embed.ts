/** Embedding by a program that uses lisan as a library. */
import { LisanError } from '../common/errors.ts';
import { type EmbedReport, Meaning } from '../meaning/meaning.ts';
import type { Service } from '../service/service.ts';

export interface EmbedOptions {
  /** Stops after the current step; the next call goes on from there. */
  signal?: AbortSignal;
  /** After each step: changes done and to be done in all. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Embeds what was stored since the last call, for search by meaning. Only what `embedder` names is called; searches go on
 * meanwhile, and find what is not embedded yet by its words.
 * @throws LisanError `no_embedder` if the service has no setting `embedder`; `embedder_missing`, `embedder_unreachable`,
 * `embedder_refused` or `embedder_wrong`, each with a remedy; an AbortError if it was stopped.
 * @example
 * import { embed, openService } from 'lisan';
 *
 * const service = openService({ data: './news' });
 * const report = await embed(service).catch((error) => error);
 * console.log(report.code); // no_embedder
 * await service.close();
 */
export async function embed(
  { meaning }: Service,
  { signal, onProgress }: EmbedOptions = {},
): Promise<EmbedReport> {
  if (!(meaning instanceof Meaning))
    throw new LisanError({
      code: 'no_embedder',
      message: 'There is no embedder.',
      remedy:
        'Set LISAN_EMBEDDER to a folder with a sentence model or to the URL of a server; docs/meaning.md has examples.',
      status: 400,
    });
  return meaning.embedPending({
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  });
}

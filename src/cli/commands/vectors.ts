/** `lisan vectors`: embeds what is in the archive and has no vectors. */
import { LisanError } from '../../common/errors.ts';
import { embed } from '../../library/embed.ts';
import type { MeaningState } from '../../meaning/meaning.ts';
import type { Service } from '../../service/service.ts';
import { Progress } from '../progress.ts';
import { interruptible } from '../signals.ts';

/** Ids that are printed of documents that the model refused. */
const REFUSED_SHOWN = 20;

/** Prints the report to stdout, progress to stderr. @throws LisanError `no_embedder`, or of the embedder. */
export async function embedAll(service: Service, json = false): Promise<void> {
  const progress = new Progress('changes');
  const report = await interruptible(async (signal) => {
    try {
      return await embed(service, { signal, onProgress: (done, total) => progress.update(done, total) });
    } catch (thrown) {
      if (!signal.aborted) throw thrown;
      throw new LisanError({
        code: 'interrupted',
        message: 'Embedding was interrupted.',
        remedy: 'The next `lisan vectors`, or a running service, goes on from there.',
        status: 503,
      });
    } finally {
      progress.end();
    }
  });
  if (json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  const { documents, passages, refused } = report;
  console.log(`${documents} documents embedded (${passages} passages)`);
  if (refused.length === 0) return;
  const named = refused.slice(0, REFUSED_SHOWN).join(', ');
  console.error(`the model refused the text of ${refused.length} documents, which words find: ${named}`);
}

/** The state in one line, for `lisan status`. */
export function meaningLine({ model, documents, vectors, pending, refused }: MeaningState): string {
  const not = refused === 0 ? '' : `, ${refused} refused by the model`;
  return `${documents} documents (${vectors} vectors), ${pending} changes to embed${not}, model ${model ?? 'not asked yet'}`;
}

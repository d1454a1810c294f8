/** ETags: an answer that depends on archive, index and request alone is the same until one of them changes. */
import { hash, randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { analysisWithDecisions } from '../../entities/decisions/decision-list.ts';
import { pinsText } from '../../search/pins/pin-list.ts';
import { synonymsText } from '../../search/synonyms/synonym-list.ts';
import type { Service } from '../../service/service.ts';
import { interfaceLanguage } from './language.ts';

/**
 * Sets ETag and Cache-Control, and answers 304 without further work if the client has the answer already. The day is
 * part of the tag because scores depend on the age of an article.
 */
export function revalidated({ archive, engine, analysis: fingerprint }: Service): RequestHandler {
  // What this service was started with, its version, settings and files, may differ from those of the last one.
  const started = randomUUID();
  const state = archive.keep(() => {
    const analysis = analysisWithDecisions(fingerprint, archive);
    const live = archive.liveIndex(engine.name);
    if (live !== undefined && live.analysis !== analysis) return undefined;
    const { generation, position } = live ?? {};
    const texts = [synonymsText(archive), pinsText(archive)];
    return digest([archive.lastSequence(), generation, position, ...texts, analysis, started]);
  });
  return (request, response, next) => {
    const now = state();
    response.vary('Accept-Language, Authorization');
    if (now === undefined) {
      // The index is being changed without a change of the archive: an answer may differ from the last one.
      response.setHeader('Cache-Control', 'private, no-store');
      return next();
    }
    const today = new Date().toISOString().slice(0, 10);
    const tag = digest([now, today, interfaceLanguage(request), request.originalUrl]);
    response.setHeader('ETag', `W/"${tag.slice(0, 22)}"`);
    response.setHeader('Cache-Control', 'private, no-cache');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    next();
  };
}

const digest = (parts: unknown): string => hash('sha256', JSON.stringify(parts), 'base64url');

/** For answers that depend on more than archive, index and request: what is embedded, and whether the embedder answers. */
export const uncached: RequestHandler = (_request, response, next) => {
  response.vary('Accept-Language');
  response.vary('Authorization');
  response.setHeader('Cache-Control', 'private, no-store');
  next();
};

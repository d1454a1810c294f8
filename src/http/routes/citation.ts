/** `GET /api/documents/:id/citation`: an article as a reference, for reference managers. */
import { z } from 'zod';
import { unknownDocument } from '../../archive/stored-row.ts';
import { idOfAddress } from '../../common/document-address.ts';
import type { StoredArticle } from '../../common/types.ts';
import { parametersOf } from '../parameters/check.ts';
import { bibtexEntry } from '../references/bibtex.ts';
import { editionFor } from '../references/reference.ts';
import { risRecord } from '../references/ris.ts';
import { defineRead } from '../workers/read.ts';
import { DOCUMENT_ID, type Route, UNKNOWN_ID } from './route.ts';

const FORMATS = {
  ris: { mediaType: 'application/x-research-info-systems', extension: 'ris', write: risRecord },
  bibtex: { mediaType: 'application/x-bibtex', extension: 'bib', write: bibtexEntry },
} as const;

const parameters = z.strictObject({
  format: z.enum(['ris', 'bibtex']).default('ris').meta({ description: 'How the reference is written.' }),
});

const articleRead = defineRead<string, StoredArticle>({
  name: 'citation',
  module: import.meta.url,
  run({ archive }, id) {
    const article = archive.get(id);
    if (article === undefined) throw unknownDocument(id);
    return { ...article, body: '' };
  },
});

export const citation: Route = {
  method: 'get',
  path: '/api/documents/:id/citation',
  summary: 'Get a reference to an article in RIS or BibTeX.',
  scope: 'search',
  parts: DOCUMENT_ID,
  parameters,
  answer: {
    status: 200,
    description: 'The reference, with the address of the article and the present day.',
    content: Object.fromEntries(Object.values(FORMATS).map(({ mediaType }) => [mediaType, undefined])),
  },
  errors: UNKNOWN_ID,
  handler:
    ({ readPool, config, zone }) =>
    async (request, response) => {
      const { format } = parametersOf(request, parameters);
      const id = idOfAddress(request.params.id);
      const article = await readPool.answer(articleRead, id, { client: response });
      const { mediaType, extension, write } = FORMATS[format];
      const edition = editionFor(config, zone, request);
      response.setHeader('Content-Type', `${mediaType}; charset=utf-8`);
      response.setHeader('Content-Disposition', `attachment; filename="article.${extension}"`);
      response.setHeader('Cache-Control', 'private, no-store');
      response.send(write(edition.referenceOf(article), edition));
    },
};

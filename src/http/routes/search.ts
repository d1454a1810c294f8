/** `GET /api/search`: a page of hits. */
import { z } from 'zod';
import { searchAnswer } from '../../answers/search.ts';
import { FIRST_CURSOR, ResultLists } from '../../search/lists/result-lists.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import {
  facetList,
  filterParameters,
  hitLimit,
  hitOffset,
  searchRequest,
  sortBy,
} from '../parameters/search-request.ts';
import { cursor, shareAsSet, yesOrNo } from '../parameters/values.ts';
import { json, type Route } from './route.ts';
import { listedPageRead, listRead, pageRead } from './search-reads.ts';

export const searchParameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('relevance'),
  limit: hitLimit,
  offset: hitOffset,
  cursor,
  facets: facetList,
  explain: yesOrNo(false, 'Give the parts of each score.'),
  hybrid: shareAsSet(
    'Weight of meaning in the order of hits: 0, words alone, to 1, meaning alone. Default: as `LISAN_HYBRID` says. Above 0 it needs an embedder (`400 no_embedder`).',
  ),
  strict: yesOrNo(
    false,
    'Do not relax the query: only documents with every word as spelt, every phrase and every field.',
  ),
});

export const search: Route = {
  method: 'get',
  path: '/api/search',
  summary: 'Search the archive.',
  scope: 'search',
  parameters: searchParameters,
  answer: json('A page of hits.', searchAnswer),
  errors: { 410: 'The hits that the cursor pages through are not kept any more.' },
  cacheable: true,
  byMeaning: true,
  handler({ readPool, config }) {
    const lists = new ResultLists();
    return async (request, response) => {
      const { cursor, ...wanted } = parametersOf(request, searchParameters, config.facets);
      const search = searchRequest(wanted, interfaceLanguage(request));
      if (cursor === '') return await readPool.send(response, pageRead, search);
      // The answer is that of a list, not of archive and index.
      response.removeHeader('ETag');
      response.setHeader('Cache-Control', 'private, no-store');
      const options = { client: response };
      if (cursor === FIRST_CURSOR) {
        response.json(lists.keep(search, await readPool.answer(listRead, search, options)));
        return;
      }
      const { cursor: next, ...page } = lists.page(cursor, search);
      const answer = await readPool.answer(listedPageRead, { search, page }, options);
      response.json({ ...answer, cursor: next });
    };
  },
};

/** `GET /api/search`: a page of hits. */
import { z } from 'zod';
import { type SearchAnswer, searchAnswer } from '../../answers/search.ts';
import {
  facetList,
  filterParameters,
  hitLimit,
  hitOffset,
  searchRequest,
  sortBy,
} from '../parameters/search-request.ts';
import { shareAsSet, yesOrNo } from '../parameters/values.ts';
import { readRoute } from './route.ts';

export const searchParameters = z.strictObject({
  ...filterParameters,
  sort: sortBy('relevance'),
  limit: hitLimit,
  offset: hitOffset,
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

export const search = readRoute({
  path: '/api/search',
  summary: 'Search the archive.',
  parameters: searchParameters,
  byMeaning: true,
  answer: { description: 'A page of hits.', schema: searchAnswer },
  request: (parameters, { language }) => searchRequest(parameters, language),
  read: ({ searcher }, request): Promise<SearchAnswer> => searcher.search(request),
});

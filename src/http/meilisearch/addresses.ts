/** Meilisearch's addresses that lisan answers: the service serves this list, `/openapi.json` describes it. */
import type { Address } from './address.ts';
import { DOCUMENT_ADDRESSES } from './document-addresses.ts';
import { INDEX_ADDRESSES } from './index-addresses.ts';
import { SEARCH_ADDRESSES } from './search-addresses.ts';
import { WRITE_ADDRESSES } from './write-addresses.ts';

export const ADDRESSES: readonly Address[] = [
  ...SEARCH_ADDRESSES,
  ...DOCUMENT_ADDRESSES,
  ...WRITE_ADDRESSES,
  ...INDEX_ADDRESSES,
];

/** How Meilisearch's other addresses begin: they are answered with what is not supported. */
export const PREFIXES: readonly string[] = [
  '/indexes',
  '/multi-search',
  '/stats',
  '/version',
  '/tasks',
  '/batches',
  '/keys',
  '/dumps',
  '/snapshots',
  '/swap-indexes',
  '/experimental-features',
  '/network',
  '/logs',
  '/webhooks',
  '/chats',
  '/export',
];

import { test } from 'vitest';
import { describeContract } from './contract.ts';

describeContract('sqlite', {});

const meilisearch = process.env.LISAN_TEST_MEILISEARCH_URL;
if (meilisearch !== undefined) {
  describeContract('meilisearch', {
    LISAN_MEILISEARCH_URL: meilisearch,
    LISAN_MEILISEARCH_KEY: process.env.LISAN_TEST_MEILISEARCH_KEY ?? '',
  });
} else {
  const reason = 'no Meilisearch server: set LISAN_TEST_MEILISEARCH_URL (and LISAN_TEST_MEILISEARCH_KEY)';
  console.log(`skipped: engine meilisearch, ${reason}`);
  test.skip(`engine meilisearch: ${reason}`);
}

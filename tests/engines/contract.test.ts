import { test } from 'vitest';
import { describeContract } from './contract.ts';

/** Engines that must be there: a skip of one of them is a failure. */
const required = (process.env.LISAN_REQUIRE_ENGINES ?? '').split(',');

/** Runs the contract on an engine whose server a variable names; says why where there is none. */
function describeServer(
  name: string,
  variable: string,
  environment: (url: string) => Readonly<Record<string, string>>,
): void {
  const url = process.env[variable];
  if (url !== undefined && url !== '') {
    describeContract(name, environment(url));
    return;
  }
  const reason = `no server of ${name}: set ${variable}`;
  if (required.includes(name)) {
    test(`engine ${name}`, () => {
      throw new Error(`${reason}, or take ${name} out of LISAN_REQUIRE_ENGINES`);
    });
    return;
  }
  console.log(`skipped: engine ${name}, ${reason}`);
  test.skip(`engine ${name}: ${reason}`);
}

describeContract('sqlite', {});

describeServer('meilisearch', 'LISAN_TEST_MEILISEARCH_URL', (url) => ({
  LISAN_MEILISEARCH_URL: url,
  LISAN_MEILISEARCH_KEY: process.env.LISAN_TEST_MEILISEARCH_KEY ?? '',
}));

describeServer('opensearch', 'LISAN_TEST_OPENSEARCH_URL', (url) => ({
  LISAN_OPENSEARCH_URL: url,
  LISAN_OPENSEARCH_INDEX: `contract_${process.pid}`,
}));

/** Runs the contract on every engine that is there; says why where one is not. */
import { test } from 'vitest';
import { describeContract } from '../support/engines/contract.ts';
import { type Found, findMeilisearch, findOpenSearch, isRequired } from '../support/engines/servers.ts';

function describeServer(name: string, found: Found): void {
  if (!('missing' in found)) {
    describeContract(name, found);
    return;
  }
  const reason = `engine ${name}: no server; ${found.missing}`;
  if (isRequired(name)) {
    test(`engine ${name}`, () => {
      throw new Error(`${reason}, or take ${name} out of LISAN_REQUIRE_ENGINES`);
    });
    return;
  }
  console.log(`skipped: ${reason}`);
  test.skip(reason);
}

describeContract('sqlite', { start: async () => ({}), stop: async () => {} });
describeServer('meilisearch', findMeilisearch());
describeServer('opensearch', findOpenSearch());

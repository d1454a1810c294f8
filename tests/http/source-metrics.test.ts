/** The health of fetched sources among the metrics. */
import { join } from 'node:path';
import { Registry } from 'prom-client';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config/settings.ts';
import { watchSources } from '../../src/http/source-metrics.ts';
import { FetchState, NEVER_VISITED } from '../../src/ingest/fetch/fetch-state.ts';
import { throwAwayFolder } from '../support/service.ts';

const folder = throwAwayFolder();
afterAll(() => folder.remove());

test('each measure by source, as soon as another process has visited one', async () => {
  const registry = new Registry();
  watchSources(readConfig({ LISAN_DATA: folder.path }), [registry]);
  expect(await registry.metrics()).not.toContain('source=');
  const state = new FetchState(join(folder.path, 'sources.db'));
  state.note('https://a.example/"rss"', {
    ...NEVER_VISITED,
    visitedAt: 2000,
    succeededAt: 1000,
    failures: 2,
    articles: 7,
    missingPages: 1,
  });
  const text = await registry.metrics();
  state.close();
  for (const [name, value] of Object.entries({
    failures: 2,
    last_success_seconds: 1,
    articles: 7,
    missing_pages: 1,
  }))
    expect(text).toContain(`lisan_source_${name}{source="https://a.example/\\"rss\\""} ${value}`);
});

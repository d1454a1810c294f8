/** A complete service over a temporary folder, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { LisanError } from '../../src/common/errors.ts';
import type { Article } from '../../src/common/types.ts';
import { readConfig } from '../../src/config/settings.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { SearchRequest, SearchResponse } from '../../src/search/searcher.ts';
import { openService, type Service } from '../../src/service/service.ts';

export interface TestService extends Service {
  /** Stores articles and updates the index. */
  fill(articles: readonly Article[]): Promise<void>;
  /** Ingests files and updates the index. */
  read(...paths: string[]): Promise<void>;
  /** Updates the index, once no thread of a running service does. */
  level(full?: boolean): Promise<void>;
  /** Searches, with defaults for omitted parameters. */
  ask(q: string, more?: Partial<SearchRequest>): Promise<SearchResponse>;
  /** Removes its indexes from the server, then does `remove`. */
  discard(): Promise<void>;
  /** Closes the service and removes its folder. */
  remove(): Promise<void>;
}

const LOOK_AGAIN_MS = 20;

/** A temporary folder for one test file. */
export function throwAwayFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'lisan-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function testService(environment: Readonly<Record<string, string>> = {}): TestService {
  const folder = throwAwayFolder();
  const service = openService(
    readConfig({
      LISAN_DATA: folder.path,
      LISAN_LOG: 'silent',
      LISAN_PORT: '0',
      // Threads cost a second each; tests/http/workers tests them.
      LISAN_READERS: '0',
      LISAN_TIMEZONE: 'UTC',
      ...environment,
    }),
  );
  const { archive, engine, tagger, zone, analysis, config } = service;
  const level = async (full = false): Promise<void> => {
    for (;;)
      try {
        await reindex(archive, engine, tagger, { full, zone, declared: config.facets, analysis });
        return;
      } catch (thrown) {
        if (!(thrown instanceof LisanError) || thrown.code !== 'already_running') throw thrown;
        await setTimeout(LOOK_AGAIN_MS);
      }
  };
  const remove = async (): Promise<void> => {
    await service.close();
    folder.remove();
  };
  return {
    ...service,
    level,
    async fill(articles) {
      archive.put(articles);
      await level();
    },
    async read(...paths) {
      await ingest(archive, paths);
      await level();
    },
    ask: (q, more = {}) => service.searcher.search({ ...DEFAULTS, q, ...more }),
    async discard() {
      for (const { generation } of archive.indexes(engine.name)) await engine.remove(generation);
      await remove();
    },
    remove,
  };
}

const DEFAULTS: Omit<SearchRequest, 'q'> = {
  limit: 20,
  offset: 0,
  sort: 'relevance',
  match: 'all',
  facets: [],
  explain: false,
  language: 'en',
};

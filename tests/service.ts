/** A whole service over a throw-away folder, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/config.ts';
import { ingest } from '../src/ingest.ts';
import { reindex } from '../src/reindex.ts';
import { openService, type Service } from '../src/service.ts';
import type { Article } from '../src/types.ts';

export interface TestService extends Service {
  /** Stores articles and brings the index level. */
  fill(articles: readonly Article[]): Promise<void>;
  /** Ingests files and brings the index level. */
  read(...paths: string[]): Promise<void>;
  level(full?: boolean): Promise<void>;
  /** Closes the service and removes its folder. */
  remove(): Promise<void>;
}

export function testService(environment: Readonly<Record<string, string>> = {}): TestService {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-'));
  const service = openService(
    readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent', LISAN_PORT: '0', ...environment }),
  );
  const { archive, engine, tagger, analysis } = service;
  const level = async (full = false): Promise<void> => {
    await reindex(archive, engine, tagger, { full, analysis });
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
    async remove() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

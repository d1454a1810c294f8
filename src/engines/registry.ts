/** All engines, one line each. */
import type { Config, EngineName } from '../config/settings.ts';
import { SqliteEngine } from './embedded/sqlite.ts';
import type { Engine } from './engine.ts';
import { MeilisearchEngine } from './remote/meilisearch.ts';
import { OpenSearchEngine } from './remote/opensearch.ts';

const ENGINES: Readonly<Record<EngineName, (config: Config, readOnly: boolean) => Engine>> = {
  sqlite: (config, readOnly) => new SqliteEngine(config, readOnly),
  meilisearch: (config) => new MeilisearchEngine(config),
  opensearch: (config) => new OpenSearchEngine(config),
};

/** The configured engine. Contacts no server. `readOnly`: its local files are not written. */
export function createEngine(config: Config, readOnly = false): Engine {
  return ENGINES[config.engine](config, readOnly);
}

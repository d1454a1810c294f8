/** The engines there are. One line an engine. */
import type { Config, EngineName } from '../config.ts';
import type { Engine } from './engine.ts';
import { MeilisearchEngine } from './meilisearch.ts';
import { OpenSearchEngine } from './opensearch.ts';
import { SqliteEngine } from './sqlite.ts';

const ENGINES: Readonly<Record<EngineName, (config: Config) => Engine>> = {
  sqlite: (config) => new SqliteEngine(config),
  meilisearch: (config) => new MeilisearchEngine(config),
  opensearch: (config) => new OpenSearchEngine(config),
};

/** The engine that a configuration names. Contacts no server. */
export function createEngine(config: Config): Engine {
  return ENGINES[config.engine](config);
}

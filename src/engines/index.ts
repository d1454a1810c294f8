/** The engines there are. One line an engine. */
import { type EngineName, readConfig } from '../config.ts';
import type { Engine, EngineSettings } from './engine.ts';
import { MeilisearchEngine } from './meilisearch.ts';
import { OpenSearchEngine, type OpenSearchSettings } from './opensearch.ts';
import { SqliteEngine } from './sqlite.ts';

/** What any of the engines is made from. */
type Settings = EngineSettings & Partial<OpenSearchSettings>;

const ENGINES: Readonly<Record<EngineName, (settings: Settings) => Engine>> = {
  sqlite: (settings) => new SqliteEngine(settings),
  meilisearch: (settings) => new MeilisearchEngine(settings),
  opensearch: (settings) => new OpenSearchEngine({ ...readConfig({}), ...settings }),
};

export function createEngine(name: EngineName, settings: Settings): Engine {
  return ENGINES[name](settings);
}

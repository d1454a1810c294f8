/** The engines there are. One line an engine. */
import type { EngineName } from '../config.ts';
import type { Engine, EngineSettings } from './engine.ts';
import { MeilisearchEngine } from './meilisearch.ts';
import { SqliteEngine } from './sqlite.ts';

const ENGINES: Readonly<Record<EngineName, (settings: EngineSettings) => Engine>> = {
  sqlite: (settings) => new SqliteEngine(settings),
  meilisearch: (settings) => new MeilisearchEngine(settings),
};

export function createEngine(name: EngineName, settings: EngineSettings): Engine {
  return ENGINES[name](settings);
}

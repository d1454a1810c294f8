import type { Engine, EngineSettings, Index } from './engine.ts';
export class MeilisearchEngine implements Engine {
  readonly name = 'meilisearch';
  constructor(_settings: EngineSettings) {}
  open(): Promise<Index> { throw new Error('x'); }
  async remove(): Promise<void> {}
  async check(): Promise<void> {}
  async close(): Promise<void> {}
}

/** Search by meaning as the settings say. */
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import type { Config } from '../config/settings.ts';
import type { Embedder } from './embedder.ts';
import { HttpEmbedder } from './http-embedder.ts';
import { Meaning, VECTORS_FILE } from './meaning.ts';
import { openOnnxEmbedder } from './onnx-embedder.ts';

type EmbedderSettings = Pick<Config, 'embedder' | 'embedderModel' | 'embedderKey' | 'embedderPrefix'>;

/** The embedder of the settings. @throws LisanError `embedder_missing`. */
export async function openEmbedder(config: EmbedderSettings): Promise<Embedder> {
  const { embedder, embedderModel: model, embedderKey: key, embedderPrefix: prefix } = config;
  return /^https?:/.test(embedder)
    ? new HttpEmbedder(embedder, { model, key, prefix })
    : openOnnxEmbedder(embedder, prefix);
}

/** The file of the vectors, beside the archive. */
export const vectorsFile = ({ data }: Pick<Config, 'data'>): string => join(data, VECTORS_FILE);

/** Search by meaning in this process; `undefined` if there is no embedder. Nothing is loaded before it is needed. */
export function openMeaning(config: Config, archive: Archive): Meaning | undefined {
  if (config.embedder === '') return undefined;
  return new Meaning({ archive, file: vectorsFile(config), embedder: () => openEmbedder(config) });
}

/** Vectors from a model in a folder: prefixes, pooling, padding and length; what is told if something is missing. */
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OnnxModules, openOnnxEmbedder } from '../../src/meaning/onnx-embedder.ts';
import { throwAwayFolder } from '../support/service.ts';
import { TABLE, VOCABULARY, writeTinyModel } from '../support/tiny-onnx.ts';

let folder: ReturnType<typeof throwAwayFolder>;
const place = (): string => join(folder.path, 'tiny-e5');
beforeEach(() => {
  folder = throwAwayFolder();
});
afterEach(() => folder.remove());

/** What the model was given: rows of ids and masks. */
let given: { ids: number[][]; mask: number[][] }[];

/** Does what the runtime and the tokenizer do with the tiny model. */
function standIns({ output = 'last_hidden_state' } = {}): OnnxModules {
  given = [];
  class Tensor {
    readonly data: BigInt64Array;
    readonly dims: readonly number[];
    constructor(_type: 'int64', data: BigInt64Array, dims: readonly number[]) {
      this.data = data;
      this.dims = dims;
    }
  }
  const rowsOf = ({ data, dims }: Tensor): number[][] =>
    Array.from({ length: dims[0]! }, (_, row) =>
      [...data.subarray(row * dims[1]!, (row + 1) * dims[1]!)].map(Number),
    );
  class Tokenizer {
    encode(text: string): { ids: number[] } {
      const ids = text.split(' ').map((word) => {
        const id = VOCABULARY.indexOf(`▁${word.toLowerCase()}`);
        return id === -1 ? 3 : id;
      });
      return { ids: [0, ...ids, 2] };
    }
  }
  return {
    runtime: {
      Tensor,
      InferenceSession: {
        create: async () => ({
          inputNames: ['input_ids', 'attention_mask'],
          outputNames: [output],
          run: async (inputs) => {
            const ids = rowsOf(inputs.input_ids as Tensor);
            given.push({ ids, mask: rowsOf(inputs.attention_mask as Tensor) });
            const tokens = ids.map((row) => row.map((id) => TABLE[id]!));
            const data = output === 'sentence_embedding' ? tokens.flatMap((row) => row[1]!) : tokens.flat(2);
            const dims = output === 'sentence_embedding' ? [ids.length, 4] : [ids.length, ids[0]!.length, 4];
            return { [output]: { data, dims } };
          },
        }),
      },
    },
    tokenizers: { Tokenizer },
  };
}

const unit = (...values: number[]): unknown[] =>
  values.map((value) => expect.closeTo(value / Math.hypot(...values), 5));

test('the mean of the tokens, without padding, with the prefix of the kind', async () => {
  writeTinyModel(place());
  const embedder = await openOnnxEmbedder(place(), 'auto', async () => standIns());
  const vectors = await embedder.embed(['earthquake coast', 'vote'], 'passage');
  expect(vectors.map((vector) => [...vector])).toEqual([unit(1, 0, 1, 0.25), unit(0, 1, 0, 0.25)]);
  expect(given[0]).toEqual({
    ids: [
      [0, 5, 6, 9, 2],
      [0, 5, 8, 2, 0],
    ],
    mask: [
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 0],
    ],
  });
  expect([...(await embedder.embed(['vote'], 'query'))[0]!]).toEqual(unit(0, 1, 0, 0.5));
  await embedder.close();
});

test('a long text loses its end, and keeps the token that ends it', async () => {
  writeTinyModel(place());
  const embedder = await openOnnxEmbedder(place(), 'none', async () => standIns());
  await embedder.embed([Array(40).fill('vote').join(' ')], 'passage');
  expect(given[0]!.ids[0]).toEqual([0, ...Array(14).fill(8), 2]);
});

test('pooling, prompts and length as the folder says', async () => {
  writeTinyModel(place(), {
    '1_Pooling/config.json': { pooling_mode_cls_token: true },
    'config_sentence_transformers.json': { prompts: { query: 'deprem ', document: 'coast ' } },
    'sentence_bert_config.json': { max_seq_length: 4 },
  });
  const modules = standIns();
  const embedder = await openOnnxEmbedder(place(), 'auto', async () => modules);
  // The first token of the tiny model has no direction.
  await expect(embedder.embed(['vote'], 'query')).rejects.toMatchObject({ code: 'embedder_wrong' });
  expect(given[0]!.ids).toEqual([[0, 7, 8, 2]]);
  await expect(embedder.embed(['vote'], 'passage')).rejects.toThrow();
  expect(given[1]!.ids).toEqual([[0, 9, 8, 2]]);
});

test('a model that gives sentence embeddings itself', async () => {
  writeTinyModel(place());
  const modules = standIns({ output: 'sentence_embedding' });
  const embedder = await openOnnxEmbedder(place(), 'none', async () => modules);
  expect([...(await embedder.embed(['vote'], 'query'))[0]!]).toEqual(unit(0, 1, 0, 0));
});

test('another model in the same folder has another name', async () => {
  writeTinyModel(place());
  const load = async (): Promise<OnnxModules> => standIns();
  const first = await openOnnxEmbedder(place(), 'auto', load);
  expect((await openOnnxEmbedder(place(), 'auto', load)).model).toBe(first.model);
  expect((await openOnnxEmbedder(place(), 'none', load)).model).not.toBe(first.model);
  writeTinyModel(place(), { 'config.json': { model_type: 'other' } });
  expect((await openOnnxEmbedder(place(), 'auto', load)).model).not.toBe(first.model);
});

test.each(['onnx/model_quantized.onnx', 'tokenizer.json'])('a folder without %s', async (name) => {
  writeTinyModel(place());
  rmSync(join(place(), name));
  await expect(openOnnxEmbedder(place(), 'auto', async () => standIns())).rejects.toMatchObject({
    code: 'embedder_missing',
    message: expect.stringContaining(name.split('/').at(-1)!),
    remedy: expect.stringContaining('docs/meaning.md'),
  });
});

const installed = ((): boolean => {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(installed)('packages that are not installed: how to install them', async () => {
  writeTinyModel(place());
  await expect(openOnnxEmbedder(place(), 'auto')).rejects.toMatchObject({
    code: 'embedder_missing',
    remedy: expect.stringContaining('npm install onnxruntime-node @huggingface/tokenizers'),
  });
});

test.runIf(installed)('the real runtime and tokenizer, if they are installed', async () => {
  writeTinyModel(place());
  const embedder = await openOnnxEmbedder(place(), 'auto');
  const vectors = await embedder.embed(['Earthquake coast', 'vote'], 'passage');
  expect(vectors.map((vector) => [...vector])).toEqual([unit(1, 0, 1, 0.25), unit(0, 1, 0, 0.25)]);
  await embedder.close();
});

/**
 * A sentence model of a few hundred bytes in ONNX format, and its tokenizer: each word of the vocabulary has a vector, and
 * `last_hidden_state` is a look-up of `input_ids` in their table. Enough to run the path from a folder to vectors.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Words by their number: the special tokens of XLM-RoBERTa first. */
export const VOCABULARY = [
  '<s>',
  '<pad>',
  '</s>',
  '<unk>',
  '▁query:',
  '▁passage:',
  '▁earthquake',
  '▁deprem',
  '▁vote',
  '▁coast',
];
/** The vector of each word. */
export const TABLE: readonly (readonly number[])[] = [
  [0, 0, 0, 0],
  [9, 9, 9, 9],
  [0, 0, 0, 0],
  [0, 0, 0, 1],
  [0, 0, 0, 0.5],
  [0, 0, 0, 0.25],
  [1, 0, 0, 0],
  [1, 0.1, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 1, 0],
];

/** Field numbers of ONNX's protocol buffers (onnx.proto). */
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
const bytes = (field: number, content: readonly number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];
const text = (field: number, value: string): number[] => bytes(field, [...Buffer.from(value)]);
const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const [FLOAT, INT64] = [1, 7];

/** A value of a type and dimensions; a name is a dimension that varies. */
function valueInfo(name: string, type: number, dims: readonly (string | number)[]): number[] {
  const shape = dims.flatMap((dim) => bytes(1, typeof dim === 'string' ? text(2, dim) : number(1, dim)));
  const tensor = [...number(1, type), ...bytes(2, shape)];
  return [...text(1, name), ...bytes(2, bytes(1, tensor))];
}

function model(): Uint8Array {
  const [rows, width] = [TABLE.length, TABLE[0]!.length];
  const floats = [...new Uint8Array(Float32Array.from(TABLE.flat()).buffer)];
  const table = [
    ...number(1, rows),
    ...number(1, width),
    ...number(2, FLOAT),
    ...text(8, 'table'),
    ...bytes(9, floats),
  ];
  const node = [
    ...text(1, 'table'),
    ...text(1, 'input_ids'),
    ...text(2, 'last_hidden_state'),
    ...text(4, 'Gather'),
  ];
  const graph = [
    ...bytes(1, node),
    ...text(2, 'tiny'),
    ...bytes(5, table),
    ...bytes(11, valueInfo('input_ids', INT64, ['batch', 'tokens'])),
    ...bytes(11, valueInfo('attention_mask', INT64, ['batch', 'tokens'])),
    ...bytes(12, valueInfo('last_hidden_state', FLOAT, ['batch', 'tokens', width])),
  ];
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))]);
}

const special = (id: number): object => ({
  id,
  content: VOCABULARY[id],
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});

/** Writes the model and its tokenizer to a folder, in the layout of multilingual-e5-small. */
export function writeTinyModel(folder: string, more: Readonly<Record<string, object>> = {}): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx/model_quantized.onnx'), model());
  const files = {
    'tokenizer.json': {
      version: '1.0',
      added_tokens: [0, 1, 2, 3].map(special),
      normalizer: { type: 'Lowercase' },
      pre_tokenizer: {
        type: 'Metaspace',
        replacement: '▁',
        add_prefix_space: true,
        prepend_scheme: 'always',
      },
      decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
      post_processor: {
        type: 'TemplateProcessing',
        single: [
          { SpecialToken: { id: '<s>', type_id: 0 } },
          { Sequence: { id: 'A', type_id: 0 } },
          { SpecialToken: { id: '</s>', type_id: 0 } },
        ],
        pair: [],
        special_tokens: {
          '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
          '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
        },
      },
      model: {
        type: 'Unigram',
        unk_id: 3,
        vocab: VOCABULARY.map((word) => [word, word.startsWith('<') ? 0 : -1]),
      },
    },
    'tokenizer_config.json': { tokenizer_class: 'XLMRobertaTokenizer' },
    'config.json': { model_type: 'bert', max_position_embeddings: 16 },
    ...more,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
}

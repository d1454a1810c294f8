/**
 * Vectors from a model in a local folder, in the layout that sentence transformers are published in: `tokenizer.json`, the
 * model as `onnx/model_quantized.onnx` or `model.onnx`, and what is said of it in `config.json` and its neighbours. Runs
 * on `onnxruntime-node` and `@huggingface/tokenizers`, which are installed by those who want it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { LisanError, messageOf } from '../common/errors.ts';
import { type Embedder, normalised, type TextKind } from './embedder.ts';
import { type Prefixes, type PrefixStyle, prefixesOf } from './prefixes.ts';

/** Names of the model in the folder, the first that is there. */
const MODEL_FILES = [
  'onnx/model_quantized.onnx',
  'model_quantized.onnx',
  'onnx/model_qint8_avx512_vnni.onnx',
  'onnx/model.onnx',
  'model.onnx',
];
/** Tokens of one text at most, also where the model takes more. */
const MAX_TOKENS = 512;
/** Texts that go through the model at once; more of them take more memory and no less time. */
const TEXTS_PER_RUN = 8;

/** What is used of `onnxruntime-node`. */
export interface OnnxRuntime {
  InferenceSession: {
    create(path: string, options: { intraOpNumThreads: number; interOpNumThreads: number }): Promise<Session>;
  };
  Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => unknown;
}

export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    inputs: Record<string, unknown>,
  ): Promise<Record<string, { data: ArrayLike<number>; dims: readonly number[] }>>;
  release?(): Promise<void>;
}

/** What is used of `@huggingface/tokenizers`. */
export interface TokenizerModule {
  Tokenizer: new (tokenizer: object, config: object) => { encode(text: string): { ids: number[] } };
}

export interface OnnxModules {
  runtime: OnnxRuntime;
  tokenizers: TokenizerModule;
}

/** What is known of a model from its folder. */
interface ModelFolder {
  file: string;
  name: string;
  /** Changes if another model takes its place. */
  digest: string;
  prefixes: Prefixes;
  pooling: 'mean' | 'cls';
  maxTokens: number;
  tokenizer: object;
  tokenizerConfig: object;
}

/** @throws LisanError `embedder_missing` if the folder has no model, or the packages are not installed. */
export async function openOnnxEmbedder(
  folder: string,
  prefix: PrefixStyle,
  load: () => Promise<OnnxModules> = installedModules,
): Promise<Embedder> {
  const model = readFolder(folder, prefix);
  const { runtime, tokenizers } = await load();
  const threads = Math.max(1, Math.floor(availableParallelism() / 2));
  let session: Session;
  try {
    session = await runtime.InferenceSession.create(model.file, {
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
    });
  } catch (cause) {
    throw missing(`${model.file} cannot be loaded: ${messageOf(cause)}`, cause);
  }
  try {
    const tokenizer = new tokenizers.Tokenizer(model.tokenizer, model.tokenizerConfig);
    return new OnnxEmbedder(model, session, runtime, tokenizer);
  } catch (cause) {
    throw missing(`${join(folder, 'tokenizer.json')} cannot be used: ${messageOf(cause)}`, cause);
  }
}

class OnnxEmbedder implements Embedder {
  readonly model: string;
  readonly #folder: ModelFolder;
  readonly #session: Session;
  readonly #runtime: OnnxRuntime;
  readonly #tokenizer: InstanceType<TokenizerModule['Tokenizer']>;

  constructor(
    folder: ModelFolder,
    session: Session,
    runtime: OnnxRuntime,
    tokenizer: InstanceType<TokenizerModule['Tokenizer']>,
  ) {
    this.#folder = folder;
    this.#session = session;
    this.#runtime = runtime;
    this.#tokenizer = tokenizer;
    this.model = `${folder.name} ${folder.digest}`;
  }

  async embed(texts: readonly string[], kind: TextKind): Promise<Float32Array[]> {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += TEXTS_PER_RUN)
      vectors.push(...(await this.#run(texts.slice(from, from + TEXTS_PER_RUN), kind)));
    return vectors;
  }

  async close(): Promise<void> {
    await this.#session.release?.();
  }

  async #run(texts: readonly string[], kind: TextKind): Promise<Float32Array[]> {
    const { prefixes, maxTokens } = this.#folder;
    const tokens = texts.map((text) =>
      shortened(this.#tokenizer.encode(prefixes[kind] + text).ids, maxTokens),
    );
    const width = Math.max(...tokens.map(({ length }) => length));
    const dims = [texts.length, width];
    const [ids, mask] = [new BigInt64Array(texts.length * width), new BigInt64Array(texts.length * width)];
    tokens.forEach((own, row) => {
      own.forEach((id, at) => {
        ids[row * width + at] = BigInt(id);
        mask[row * width + at] = 1n;
      });
    });
    const values: Record<string, BigInt64Array> = {
      input_ids: ids,
      attention_mask: mask,
      token_type_ids: new BigInt64Array(ids.length),
    };
    const inputs = this.#session.inputNames.map((name) => {
      if (values[name] === undefined) throw wrong(`it has an input ${name}, which is not known`);
      return [name, new this.#runtime.Tensor('int64', values[name], dims)] as const;
    });
    const outputs = await this.#session.run(Object.fromEntries(inputs));
    return this.#pooled(
      outputs,
      tokens.map(({ length }) => length),
      width,
    );
  }

  /** The vector of each text: as the model gives it, or of its tokens. */
  #pooled(
    outputs: Awaited<ReturnType<Session['run']>>,
    lengths: readonly number[],
    width: number,
  ): Float32Array[] {
    const whole = outputs.sentence_embedding;
    const tokens =
      outputs.last_hidden_state ?? outputs.token_embeddings ?? outputs[this.#session.outputNames[0]!];
    const output = whole ?? tokens;
    const size = output?.dims.at(-1);
    if (output === undefined || size === undefined || output.dims.length !== (whole === undefined ? 3 : 2))
      throw wrong('its output is neither sentence_embedding nor last_hidden_state');
    const { data } = output;
    return lengths.map((length, row) => {
      const sum = new Float64Array(size);
      const rowWidth = whole === undefined ? width : 1;
      const used = whole !== undefined || this.#folder.pooling === 'cls' ? 1 : length;
      for (let token = 0; token < used; token++)
        for (let at = 0; at < size; at++) sum[at]! += Number(data[(row * rowWidth + token) * size + at]!);
      const vector = normalised(sum);
      if (vector === undefined) throw wrong('a vector is all zeros or not a number');
      return vector;
    });
  }
}

/** The first tokens and the last one, which ends the text. */
function shortened(ids: readonly number[], most: number): readonly number[] {
  return ids.length <= most ? ids : [...ids.slice(0, most - 1), ids.at(-1)!];
}

function readFolder(folder: string, prefix: PrefixStyle): ModelFolder {
  const file = MODEL_FILES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (file === undefined) throw missing(`The folder ${folder} has no ${MODEL_FILES.join(', ')}.`);
  const tokenizer = json(folder, 'tokenizer.json');
  if (tokenizer === undefined) throw missing(`The folder ${folder} has no tokenizer.json.`);
  const config = json(folder, 'config.json') ?? {};
  const sentences = json(folder, 'sentence_bert_config.json') ?? {};
  const pooling = json(folder, '1_Pooling/config.json') ?? {};
  const { prompts } = (json(folder, 'config_sentence_transformers.json') ?? {}) as {
    prompts?: Partial<Record<string, string>>;
  };
  const name = `${config._name_or_path ?? ''} ${basename(folder)}`.trim();
  const declared =
    prefix === 'auto' && prompts?.query !== undefined
      ? { query: prompts.query, passage: prompts.passage ?? prompts.document ?? '' }
      : undefined;
  const prefixes = declared ?? prefixesOf(prefix, name);
  const usesFirst = pooling.pooling_mode_cls_token === true;
  const limits = [sentences.max_seq_length, config.max_position_embeddings, MAX_TOKENS];
  const maxTokens = Math.min(...limits.filter((limit) => typeof limit === 'number' && limit > 2).map(Number));
  const about = [config, tokenizer, statSync(file).size, prefixes, usesFirst, maxTokens];
  return {
    file,
    name: basename(folder),
    digest: createHash('sha256').update(JSON.stringify(about)).digest('base64url').slice(0, 16),
    prefixes,
    pooling: usesFirst ? 'cls' : 'mean',
    maxTokens,
    tokenizer,
    tokenizerConfig: json(folder, 'tokenizer_config.json') ?? {},
  };
}

function json(folder: string, name: string): Record<string, unknown> | undefined {
  const path = join(folder, name);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (cause) {
    throw missing(`${path} cannot be read: ${messageOf(cause)}.`, cause);
  }
}

/** Optional packages: named by variables, so that they need not be there when lisan is checked or built. */
const [RUNTIME, TOKENIZERS] = ['onnxruntime-node', '@huggingface/tokenizers'];

async function installedModules(): Promise<OnnxModules> {
  try {
    const runtime = (await import(RUNTIME!)) as { default?: OnnxRuntime } & OnnxRuntime;
    const tokenizers = (await import(TOKENIZERS!)) as TokenizerModule;
    return { runtime: runtime.InferenceSession === undefined ? runtime.default! : runtime, tokenizers };
  } catch (cause) {
    throw new LisanError({
      code: 'embedder_missing',
      message: `A model in a folder needs the packages ${RUNTIME} and ${TOKENIZERS}: ${messageOf(cause).split('\n')[0]}.`,
      remedy: `Run \`npm install ${RUNTIME} ${TOKENIZERS}\` where lisan is installed, or set LISAN_EMBEDDER to the URL of a server.`,
      status: 503,
      cause,
    });
  }
}

function missing(message: string, cause?: unknown): LisanError {
  return new LisanError({
    code: 'embedder_missing',
    message,
    remedy:
      'Set LISAN_EMBEDDER to a folder with a sentence model in ONNX format; docs/meaning.md has an example.',
    status: 503,
    cause,
  });
}

function wrong(what: string): LisanError {
  return new LisanError({
    code: 'embedder_wrong',
    message: `The model of LISAN_EMBEDDER cannot be used: ${what}.`,
    remedy:
      'Use a sentence model that gives last_hidden_state or sentence_embedding for input_ids and attention_mask.',
    status: 502,
  });
}

/**
 * Verification of everything that is stored: each row of the archive, then each row of the live index. It reads at a
 * limited rate, and a run that was stopped is resumed by the next one. Damaged documents are recorded in the archive; a
 * damaged index is marked as failed, so that a service or `lisan reindex` builds a new one.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Archive } from '../archive/archive.ts';
import { verifyArchiveSteps } from '../archive/verify-archive.ts';
import { LisanError } from '../common/errors.ts';
import type { VerifyPoint, VerifyStep } from '../common/verify-database.ts';
import type { Engine } from '../engines/engine.ts';
import { isUnusable } from './live-index.ts';

/** Settings of the archive: where a stopped run was, and the result of the last complete one. */
const STATE = 'verification';
const RESULT = 'verified';
/** A run saves where it is after this many bytes. */
const SAVE_BYTES = 64 * 2 ** 20;

export interface VerificationResult {
  /** ISO 8601 instant of the end of the run. */
  at: string;
  rows: number;
  bytes: number;
  /** Ids of damaged documents. */
  documents: string[];
  /** What else is damaged in the archive: earlier revisions, takedowns, the structure of the file. */
  archive: string[];
  /** Why the index has to be rebuilt; missing if it is intact. */
  index?: string;
}

export interface VerificationOptions {
  /** Most bytes read per second. */
  bytesPerSecond: number;
  onProgress?: (rows: number) => void;
  /** Stops the run; the next one resumes it. */
  signal?: AbortSignal;
}

/** What a run saves: rows and bytes read, what it found, and where it is. */
interface State {
  part: 'archive' | 'index';
  /** The index that is verified; another one is verified from its beginning. */
  generation?: string;
  point?: VerifyPoint;
  rows: number;
  bytes: number;
  archive: string[];
}

/** @throws LisanError `interrupted`, `archive_broken`. */
export async function runVerification(
  archive: Archive,
  engine: Engine,
  options: VerificationOptions,
): Promise<VerificationResult> {
  const state: State = readState(archive) ?? { part: 'archive', rows: 0, bytes: 0, archive: [] };
  if (state.part === 'archive') {
    await eachStep(archive, state, verifyArchiveSteps(archive, state.point), options, ({ damage }) => {
      for (const { table, message, row } of damage)
        if (table !== 'documents' || row === undefined)
          state.archive.push(row === undefined ? message : `${table} ${String(row.id)}: ${message}`);
    });
    state.part = 'index';
    delete state.point;
  }
  const index = await verifyIndex(archive, engine, state, options);
  const result: VerificationResult = {
    at: new Date().toISOString(),
    rows: state.rows,
    bytes: state.bytes,
    documents: archive.damaged().map(({ id }) => id),
    archive: state.archive,
    ...(index !== undefined && { index }),
  };
  archive.setSetting(STATE, undefined);
  archive.setSetting(RESULT, JSON.stringify(result));
  return result;
}

/** The result of the last complete run; `undefined` if there was none. */
export function lastVerification(archive: Archive): VerificationResult | undefined {
  const text = archive.setting(RESULT);
  return text === undefined ? undefined : (JSON.parse(text) as VerificationResult);
}

/** Discards where a stopped run was: rows have other numbers now. */
export function restartVerification(archive: Archive): void {
  archive.setSetting(STATE, undefined);
}

/** @returns why the live index has to be rebuilt. */
async function verifyIndex(
  archive: Archive,
  engine: Engine,
  state: State,
  options: VerificationOptions,
): Promise<string | undefined> {
  const entry = archive.liveIndex(engine.name);
  if (entry === undefined) return undefined;
  if (entry.stage === 'failed') return entry.failure;
  const { generation } = entry;
  if (state.generation !== generation) {
    state.generation = generation;
    delete state.point;
  }
  let reason: string | undefined;
  try {
    const index = await engine.open(generation, false);
    try {
      await eachStep(archive, state, index.verifySteps(state.point), options, ({ damage }) => {
        reason ??= damage[0]?.message;
      });
    } finally {
      await index.close();
    }
  } catch (thrown) {
    if (!isUnusable(thrown)) throw thrown;
    reason = thrown.message;
  }
  if (reason !== undefined) archive.setFailed(engine.name, generation, `The index is damaged: ${reason}.`);
  return reason;
}

/** Runs the steps of one part at the allowed rate, and saves now and then where it is. */
async function eachStep(
  archive: Archive,
  state: State,
  steps: Iterable<VerifyStep>,
  { bytesPerSecond, onProgress, signal }: VerificationOptions,
  found: (step: VerifyStep) => void,
): Promise<void> {
  const before = { rows: state.rows, bytes: state.bytes };
  const begun = performance.now();
  let saved = state.bytes;
  for (const step of steps) {
    found(step);
    state.rows = before.rows + step.rows;
    state.bytes = before.bytes + step.bytes;
    state.point = step.point;
    onProgress?.(state.rows);
    if (signal?.aborted || state.bytes - saved > SAVE_BYTES) {
      archive.setSetting(STATE, JSON.stringify(state));
      saved = state.bytes;
    }
    if (signal?.aborted) throw interrupted();
    const early = (step.bytes / bytesPerSecond) * 1000 - (performance.now() - begun);
    // A stop ends the pause; the step after it is the last one.
    await pause(Math.max(0, early), undefined, signal && { signal }).catch(() => {});
  }
}

function readState(archive: Archive): State | undefined {
  const text = archive.setting(STATE);
  return text === undefined ? undefined : (JSON.parse(text) as State);
}

function interrupted(): LisanError {
  return new LisanError({
    code: 'interrupted',
    message: 'The verification was interrupted.',
    remedy: 'The next `lisan verify` resumes it.',
    status: 503,
  });
}

/** The thread of `MeaningThread`: has the model and the vectors, answers searches, and embeds what is indexed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Archive, archiveGone } from '../archive/archive.ts';
import { LisanError, messageOf } from '../common/errors.ts';
import type { Config } from '../config/settings.ts';
import type { MeaningState } from '../meaning/meaning.ts';
import { answerOver } from '../meaning/meaning-port.ts';
import { openMeaning } from '../meaning/open-meaning.ts';
import { ARCHIVE_FILE } from './service.ts';

export type ToMeaning = { connect: MessagePort } | 'stop';
export type FromMeaning = { state: MeaningState };

/** How often the archive is looked at for something new. */
const LOOK_MS = 1_000;
/** Pause after a failed run: doubled each time, up to the longest. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 600_000;
/** How often the state is told while documents are embedded. */
const TELL_MS = 1_000;

const port = parentPort!;
const config = workerData as Config;
const path = join(config.data, ARCHIVE_FILE);
// Opening an archive that is not there would create an empty one.
if (!existsSync(path)) throw archiveGone(path);
const archive = new Archive(path);
const meaning = openMeaning(config, archive)!;
const stopping = new AbortController();
let failure: MeaningState['failure'];
let pauseMs = FIRST_PAUSE_MS;
let timer: NodeJS.Timeout | undefined;
let running = Promise.resolve();
let toldAt = 0;

port.on('message', (message: ToMeaning) => {
  if (message !== 'stop') {
    answerOver(message.connect, meaning);
    return;
  }
  stopping.abort();
  clearTimeout(timer);
  void running.then(async () => {
    await meaning.close();
    archive.close();
    process.exit();
  });
});
look(0);

function look(waitMs: number): void {
  if (stopping.signal.aborted) return;
  timer = setTimeout(() => {
    running = embed();
  }, waitMs);
}

/** Embeds what the index has and the vectors lack: indexing comes first. */
async function embed(): Promise<void> {
  try {
    const upTo = archive.liveIndex(config.engine)?.position ?? 0;
    await meaning.embedPending({
      signal: stopping.signal,
      upTo,
      onProgress: () => {
        if (performance.now() - toldAt > TELL_MS) tell();
      },
    });
    failure = undefined;
    pauseMs = FIRST_PAUSE_MS;
    tell();
    look(LOOK_MS);
  } catch (thrown) {
    if (stopping.signal.aborted) return;
    const { code, remedy } = thrown instanceof LisanError ? thrown : { code: 'internal', remedy: '' };
    failure = { code, reason: messageOf(thrown), remedy };
    tell();
    look(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}

function tell(): void {
  toldAt = performance.now();
  try {
    const state = { ...meaning.state(), ...(failure !== undefined && { failure }) };
    port.postMessage({ state } satisfies FromMeaning);
  } catch {
    // The archive is locked or gone: the last state stays.
  }
}

// The part of V8's heap that new objects are made in. By default it grows to 64 MiB in every busy thread and stays that large,
// which saves no processor time of a service that could be measured. An option of Node could limit it for this thread, too,
// but not once Node runs; how it grows is read at each collection.
import { setFlagsFromString } from 'node:v8';

/** MiB that a thread has from its start if it sets no less: two semi-spaces of half of it. */
const THREAD_MB = 16;

/** Keeps the young generation of this thread as small as it is at a start; that of later threads has `THREAD_MB` at most. */
export function keepYoungGenerationsSmall() {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString(`--min-semi-space-size=${THREAD_MB / 2}`);
  // So little is collected faster by the thread itself than with the help of others.
  setFlagsFromString('--no-parallel-scavenge');
}

/** Processor time of another process (Linux). */
import { readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of this fraction of a second. */
const TICKS = 100;

/** Seconds that a process and its threads have used so far. @throws Error if there is no such process. */
export function processorSecondsOf(pid: number | string): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the name, which is in parentheses and may contain anything: state is the third value, times 14th and 15th.
  const values = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(values[11]) + Number(values[12])) / TICKS;
}

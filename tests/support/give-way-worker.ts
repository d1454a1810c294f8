/** A thread that gives way, and posts its niceness and that of the process. */
import { readlinkSync } from 'node:fs';
import { getPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { giveWay } from '../../src/common/low-priority.ts';

giveWay();
const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1));
parentPort!.postMessage([getPriority(thread), getPriority(process.pid)]);

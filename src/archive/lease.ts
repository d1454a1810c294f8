/** A lock in the archive with an owner and an expiry, so that a killed owner does not block others for long. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';
import { LisanError } from '../common/errors.ts';
import type { Archive, LeaseEntry } from './archive.ts';

/** Duration of a lease; it is renewed after a third of it. */
const DURATION_MS = 60_000;

export class Lease {
  readonly #archive: Archive;
  readonly #name: string;
  readonly #owner: string;
  readonly #renewal: NodeJS.Timeout;

  /** @throws LisanError `already_running` if another process, on any host, holds the lease. */
  constructor(archive: Archive, name: string) {
    this.#archive = archive;
    this.#name = name;
    this.#owner = [hostname(), pidNamespace(), process.pid, threadId, randomUUID()].join(' ');
    const { owner, expiresAt } = this.#take((held) => isGone(held, Date.now()));
    if (owner !== this.#owner) throw running(name, owner, expiresAt);
    this.#renewal = setInterval(() => this.#take(() => false), DURATION_MS / 3);
    this.#renewal.unref();
  }

  /** Extends the lease. @throws LisanError `lease_lost` if it expired and another process took it. */
  renew(): void {
    const { owner } = this.#take(() => false);
    if (owner === this.#owner) return;
    throw new LisanError({
      code: 'lease_lost',
      message: `${owner} took over ${this.#name}, because this process did not renew its lease in time.`,
      remedy: 'Nothing is lost: the other process updates the index.',
      status: 503,
    });
  }

  release(): void {
    clearInterval(this.#renewal);
    this.#archive.dropLease(this.#name, this.#owner);
  }

  #take(mayTake: (held: LeaseEntry) => boolean): LeaseEntry {
    return this.#archive.takeLease(
      this.#name,
      { owner: this.#owner, expiresAt: Date.now() + DURATION_MS },
      mayTake,
    );
  }
}

/**
 * Whether a lease has no holder any more: it expired, its process or its thread ended, or it would last longer than any
 * lease, which happens after the clock was set back.
 */
export function isGone({ owner, expiresAt }: LeaseEntry, now: number): boolean {
  if (expiresAt <= now || expiresAt > now + DURATION_MS) return true;
  const [host, space, pid, thread] = owner.split(' ');
  if (host !== hostname() || space !== pidNamespace()) return false;
  // A process updates an index on one thread at a time: a thread before this one has ended.
  if (Number(pid) === process.pid) return Number(thread) > 0 && Number(thread) < threadId;
  return !isAlive(Number(pid));
}

/** The PID namespace: containers have their own, and may share a host name. */
function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '-';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function running(name: string, owner: string, expiresAt: number): LisanError {
  const [host, , pid] = owner.split(' ');
  return new LisanError({
    code: 'already_running',
    message: `Process ${pid} on ${host} is running ${name} and holds the lock until ${new Date(expiresAt).toISOString()}.`,
    remedy:
      'Wait for it: it includes what was ingested meanwhile. After a crash the lock is free at once on the same host.',
    status: 503,
  });
}

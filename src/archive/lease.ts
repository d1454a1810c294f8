/** One at a time: a lease in the archive, with an owner and an expiry, so that a killed owner blocks nobody for long. */
import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { LisanError } from '../common/errors.ts';
import type { Archive, LeaseEntry } from './archive.ts';

/** Milliseconds a lease lasts; it is renewed after a third of them. */
const LASTS = 60_000;

export class Lease {
  readonly #archive: Archive;
  readonly #name: string;
  readonly #owner: string;
  readonly #renewal: NodeJS.Timeout;

  /** @throws LisanError `already_running` where another process, here or elsewhere, holds the lease. */
  constructor(archive: Archive, name: string) {
    this.#archive = archive;
    this.#name = name;
    this.#owner = [hostname(), processes(), process.pid, randomUUID()].join(' ');
    const { owner, expiresAt } = this.#take((held) => isGone(held, Date.now()));
    if (owner !== this.#owner) throw running(name, owner, expiresAt);
    this.#renewal = setInterval(() => this.#take(() => false), LASTS / 3);
    this.#renewal.unref();
  }

  /** Goes on holding the lease. @throws LisanError `lease_lost` where it expired and another one took it. */
  renew(): void {
    const { owner } = this.#take(() => false);
    if (owner === this.#owner) return;
    throw new LisanError({
      code: 'lease_lost',
      message: `${owner} took over ${this.#name} because this process was silent for too long.`,
      remedy: 'Nothing is lost: the other one updates the index.',
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
      { owner: this.#owner, expiresAt: Date.now() + LASTS },
      mayTake,
    );
  }
}

/**
 * Whether nobody holds the lease any more: it ran out, its process ended, or it would last longer than leases do,
 * which happens where the clock was set back.
 */
export function isGone({ owner, expiresAt }: LeaseEntry, now: number): boolean {
  if (expiresAt <= now || expiresAt > now + LASTS) return true;
  const [host, space, pid] = owner.split(' ');
  return host === hostname() && space === processes() && !isAlive(Number(pid));
}

/** Names the space in which process ids are counted: containers have their own, and may share a host name. */
function processes(): string {
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
    message: `Process ${pid} on ${host} is at ${name}; it has the archive's lease until ${new Date(expiresAt).toISOString()}.`,
    remedy:
      'Let it end: it takes in what was ingested meanwhile. A killed one is replaced at once on its host.',
    status: 503,
  });
}

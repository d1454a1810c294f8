/** What happens to a service: each event begins something and ends it again, while articles are written and searched. */
import { closeSync, cpSync, openSync, readdirSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChaosService } from './service.ts';

export interface Scene {
  service: ChaosService;
  data: string;
  /** A copy of the data folder beside it. */
  copy: string;
  random: () => number;
  /** Writes and searches for a while; `crowd`: by so many at once. */
  traffic(crowd?: number): Promise<void>;
}

export type Event = (scene: Scene) => Promise<void>;

const YEAR_MS = 31_557_600_000;

async function restart({ service }: Scene, shiftMs = 0): Promise<void> {
  const problem = await service.start(shiftMs);
  if (problem !== undefined) throw new Error(`the service does not start: ${problem}`);
}

function flip(file: string, random: () => number): void {
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    const place = Math.floor(random() * statSync(file).size);
    readSync(handle, byte, 0, 1, place);
    byte[0]! ^= 1 + Math.floor(random() * 255);
    writeSync(handle, byte, 0, 1, place);
  } finally {
    closeSync(handle);
  }
}

/** Flips a byte of a stopped service; what cannot be opened then is put back from the copy. */
async function flipIn(scene: Scene, pattern: RegExp): Promise<void> {
  const { service, data, copy, random } = scene;
  await service.kill('SIGTERM');
  rmSync(copy, { recursive: true, force: true });
  cpSync(data, copy, { recursive: true });
  const files = readdirSync(data).filter((file) => pattern.test(file));
  flip(join(data, files[Math.floor(random() * files.length)]!), random);
  const problem = await service.start();
  if (problem !== undefined) {
    if (!/archive_broken|is damaged|is broken/.test(problem)) throw new Error(`it ends with: ${problem}`);
    rmSync(data, { recursive: true });
    cpSync(copy, data, { recursive: true });
    await restart(scene);
    return;
  }
  if (pattern.test('archive.db')) {
    // Damage is found by whoever reads it, or as a whole.
    try {
      service.command('verify');
    } catch {
      service.command('repair', '--no-index', '--from', join(copy, 'archive.db'));
    }
  }
  await scene.traffic();
}

export const EVENTS: Readonly<Record<string, Event>> = {
  async kill(scene) {
    const traffic = scene.traffic();
    await pause(scene.random() * 500);
    await scene.service.kill();
    await traffic;
    await restart(scene);
  },
  async freeze(scene) {
    const traffic = scene.traffic();
    scene.service.freeze();
    await pause(200 + scene.random() * 1500);
    scene.service.thaw();
    await traffic;
  },
  async lock(scene) {
    const database = new DatabaseSync(join(scene.data, 'archive.db'));
    database.exec('PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE');
    const traffic = scene.traffic();
    await pause(200 + scene.random() * 1500);
    database.exec('ROLLBACK');
    database.close();
    await traffic;
  },
  async 'full disk'(scene) {
    const { size } = statSync(join(scene.data, 'archive.db'));
    scene.service.limitFiles(Math.floor(size * scene.random()));
    await scene.traffic();
    scene.service.limitFiles('unlimited');
  },
  'flip in the index': (scene) => flipIn(scene, /^index-.*\.db$/),
  'flip in the archive': (scene) => flipIn(scene, /^archive\.db$/),
  flood: (scene) => scene.traffic(30),
  async 'clock jump'(scene) {
    await scene.service.kill('SIGTERM');
    await restart(scene, Math.round((scene.random() - 0.5) * 60 * YEAR_MS));
    await scene.traffic();
  },
};

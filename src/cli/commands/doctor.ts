/** `lisan doctor`: whether everything that lisan works with is in order, and what to do where it is not. Changes nothing. */
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { LisanError, messageOf } from '../../common/errors.ts';
import { type Config, readConfig } from '../../config/settings.ts';
import { checkBinding } from '../../http/middleware/auth.ts';
import { lag } from '../../indexing/reindex.ts';
import { openService } from '../../service/service.ts';
import { styled } from '../styled.ts';

export type State = 'well' | 'odd' | 'wrong';

export interface Finding {
  what: string;
  state: State;
  message: string;
  /** What to do; only where something is. */
  remedy?: string;
}

/** Bytes of free disk below which something will soon fail. */
const LITTLE = 512 * 1024 * 1024;
const NODE = 24;

/** Prints what was found to stdout. The exit code is 1 where something is wrong. */
export async function examine({ json = false }: { json?: boolean }): Promise<void> {
  const findings = await findingsOf();
  if (json) console.log(JSON.stringify(findings, null, 2));
  else for (const finding of findings) console.log(line(finding));
  if (findings.some(({ state }) => state === 'wrong')) process.exitCode = 1;
}

const STYLES = { well: 'green', odd: 'yellow', wrong: 'red' } as const;

function line({ what, state, message, remedy }: Finding): string {
  const said = `${styled(STYLES[state], state.padEnd(6))}${what.padEnd(10)}${message}`;
  return remedy === undefined ? said : `${said}\n${' '.repeat(16)}${remedy}`;
}

/** Everything that is looked at, in the order in which one thing needs the other. */
export async function findingsOf(): Promise<Finding[]> {
  const findings = [node()];
  let config: Config;
  try {
    config = readConfig();
  } catch (thrown) {
    return [...findings, failed('settings', thrown)];
  }
  findings.push(settings(config), disk(config));
  const archive = join(config.data, 'archive.db');
  if (!existsSync(archive)) {
    findings.push({
      what: 'archive',
      state: 'odd',
      message: `there is none yet at ${archive}`,
      remedy: 'Fill it: lisan ingest PATH.',
    });
    return findings;
  }
  const checked = intact(archive);
  findings.push(checked);
  if (checked.state !== 'wrong') findings.push(...(await inside(config)));
  return findings;
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const old = major < NODE;
  return {
    what: 'node',
    state: old ? 'wrong' : 'well',
    message: process.version,
    ...(old && { remedy: `Use Node ${NODE} or newer; npm scripts bring their own.` }),
  };
}

function settings(config: Config): Finding {
  try {
    checkBinding(config.host, config.keys);
  } catch (thrown) {
    return failed('settings', thrown);
  }
  const keys = `${config.keys.length} ${config.keys.length === 1 ? 'key' : 'keys'}`;
  return {
    what: 'settings',
    state: 'well',
    message: `engine ${config.engine}, ${config.host}:${config.port}, ${keys}`,
  };
}

function disk({ data }: Config): Finding {
  let folder = data;
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    return {
      what: 'disk',
      state: 'wrong',
      message: `${folder} cannot be written`,
      remedy: 'Give the user of lisan the right to, or set LISAN_DATA to another folder.',
    };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return {
    what: 'disk',
    state: free < LITTLE ? 'odd' : 'well',
    message: `${(free / 1024 ** 3).toFixed(1)} GiB free at ${folder}`,
    ...(free < LITTLE && { remedy: 'Free some; a full reindex needs room for a second index.' }),
  };
}

/** SQLite's own check of the file, read only. */
function intact(file: string): Finding {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const [row] = database.prepare('PRAGMA quick_check(1)').all();
    if (row?.quick_check === 'ok') return { what: 'archive', state: 'well', message: `${file} is intact` };
    return broken(file, String(row?.quick_check));
  } catch (thrown) {
    return broken(file, messageOf(thrown));
  } finally {
    database?.close();
  }
}

function broken(file: string, reason: string): Finding {
  return {
    what: 'archive',
    state: 'wrong',
    message: `${file} is broken: ${reason}`,
    remedy: 'Restore it from a backup. Nothing was changed.',
  };
}

/** What the opened archive, the gazetteer, the engine and its index say. */
async function inside(config: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  let service: ReturnType<typeof openService>;
  try {
    service = openService(config);
  } catch (thrown) {
    return [failed('service', thrown)];
  }
  try {
    const { archive, engine, gazetteer, live, analysis } = service;
    const { size } = gazetteer.entities;
    findings.push({ what: 'entities', state: 'well', message: `${size} in the gazetteer` });
    try {
      await engine.check();
      findings.push({ what: 'engine', state: 'well', message: `${engine.name} answers` });
    } catch (thrown) {
      findings.push(failed('engine', thrown));
      return findings;
    }
    const { changes, outdated } = lag(archive, engine.name, analysis);
    try {
      const indexed = await (await live.current()).count();
      const behind = changes > 0 || outdated;
      findings.push({
        what: 'index',
        state: behind ? 'odd' : 'well',
        message: outdated
          ? 'was made by an earlier version of the analysis'
          : behind
            ? `lacks ${changes} changes of the archive`
            : `${indexed} of ${archive.count()} documents`,
        ...(behind && { remedy: 'Run: lisan reindex.' }),
      });
    } catch (thrown) {
      findings.push(failed('index', thrown));
    }
    return findings;
  } finally {
    await service.close();
  }
}

function failed(what: string, thrown: unknown): Finding {
  return {
    what,
    state: 'wrong',
    message: messageOf(thrown),
    ...(thrown instanceof LisanError && { remedy: thrown.remedy }),
  };
}

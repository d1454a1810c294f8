/** `lisan doctor`: checks everything that lisan depends on and says how to fix what is wrong. Changes nothing. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { alertHealth } from '../../alerts/alert-health.ts';
import { offersMail } from '../../alerts/offer.ts';
import type { Archive } from '../../archive/archive.ts';
import { MAX_VERIFIED_ON_OPEN_BYTES } from '../../archive/verify-archive.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import { type Config, readConfig } from '../../config/settings.ts';
import { unknownVariableMessage, unknownVariables } from '../../config/unknown-variables.ts';
import type { Index } from '../../engines/engine.ts';
import { checkBinding } from '../../http/middleware/auth.ts';
import { lag } from '../../indexing/reindex.ts';
import { readSetAside } from '../../indexing/set-aside.ts';
import { lastVerification } from '../../indexing/verification.ts';
import { pinsIn } from '../../search/pins/pin-list.ts';
import { longReads } from '../../service/long-reads.ts';
import { openService } from '../../service/service.ts';
import { styled } from '../styled.ts';
import { embedderFindings } from './doctor-embedder.ts';
import type { Finding } from './doctor-finding.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Days after which a large archive should be verified again. */
const VERIFIED_WITHIN_DAYS = 31;
/** Ids of damaged documents that are named. */
const DAMAGED_SHOWN = 20;

/** With less free disk, something will fail soon. */
const MIN_FREE_BYTES = 512 * 1024 * 1024;
const MIN_NODE = 24;
/** Days that reads that took too long are shown. */
const LONG_READ_DAYS = 7;
/** Documents and reads that are listed with their reason. */
const MAX_LISTED = 10;

/** Prints the findings to stdout. The exit code is 1 if one is an error. */
export async function examine({ json = false }: { json?: boolean }): Promise<void> {
  const findings = await findingsOf();
  if (json) console.log(JSON.stringify(findings, null, 2));
  else for (const finding of findings) console.log(line(finding));
  if (findings.some(({ state }) => state === 'error')) process.exitCode = 1;
}

const STYLES = { ok: 'green', warning: 'yellow', error: 'red' } as const;

function line({ what, state, message, remedy }: Finding): string {
  const said = `${styled(STYLES[state], state.padEnd(9))}${what.padEnd(10)}${message}`;
  return remedy === undefined ? said : `${said}\n${' '.repeat(19)}${remedy}`;
}

/** All checks, each after those that it depends on. */
export async function findingsOf(): Promise<Finding[]> {
  const findings = [node()];
  let config: Config;
  try {
    config = readConfig();
  } catch (thrown) {
    return [...findings, failed('settings', thrown)];
  }
  findings.push(settings(config), ...variables(), disk(config), ...privacy(config));
  findings.push(...tooLong(config));
  const archive = join(config.data, 'archive.db');
  if (!existsSync(archive)) {
    findings.push({
      what: 'archive',
      state: 'warning',
      message: `there is no archive at ${archive} yet`,
      remedy: 'Create one: lisan ingest PATH.',
    });
    return findings;
  }
  const checked = intact(archive);
  findings.push(checked);
  if (checked.state !== 'error') findings.push(...(await inside(config)));
  return findings;
}

function node(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  const old = major < MIN_NODE;
  return {
    what: 'node',
    state: old ? 'error' : 'ok',
    message: process.version,
    ...(old && { remedy: `Use Node ${MIN_NODE} or newer; the npm scripts bring their own.` }),
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
    state: 'ok',
    message: `engine ${config.engine}, ${config.host}:${config.port}, ${keys}`,
  };
}

/** Variables that are probably misspelt settings. */
function variables(): Finding[] {
  return unknownVariables().map((unknown) => ({
    what: 'settings',
    state: 'warning',
    message: unknownVariableMessage(unknown),
    remedy: 'Correct its name, or unset it. The README lists all settings.',
  }));
}

/** Whether other users of this machine can read articles and queries. */
function privacy({ data }: Config): Finding[] {
  const mode = statSync(data, { throwIfNoEntry: false })?.mode ?? 0;
  if (process.platform === 'win32' || (mode & 0o077) === 0) return [];
  return [
    {
      what: 'privacy',
      state: 'warning',
      message: `other users can enter ${data} (mode ${(mode & 0o777).toString(8)})`,
      remedy: `Close it: chmod 700 ${data}.`,
    },
  ];
}

/** Reads of the last days that a service stopped because they took too long. */
function tooLong({ data }: Config): Finding[] {
  const since = Date.now() - LONG_READ_DAYS * 86_400_000;
  const recent = longReads(data).filter(({ at }) => Date.parse(at) >= since);
  if (recent.length === 0) return [];
  const listed = recent.slice(-MAX_LISTED).map(({ at, read, id, limitMs }) => {
    const what = id === undefined ? read : `${read} ${id}`;
    return `${at.slice(0, 16)}Z ${what}, over ${limitMs / 1000} s`;
  });
  return [
    {
      what: 'reads',
      state: 'warning',
      message: `${recent.length} took too long and were stopped (${listed.join('; ')})`,
      remedy: 'Shorten or delete articles that are named; if others are slow as well, the machine is.',
    },
  ];
}

function disk({ data }: Config): Finding {
  let folder = data;
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch {
    return {
      what: 'disk',
      state: 'error',
      message: `${folder} is not writable`,
      remedy: 'Make it writable for the user of lisan, or set LISAN_DATA to another folder.',
    };
  }
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return {
    what: 'disk',
    state: free < MIN_FREE_BYTES ? 'warning' : 'ok',
    message: `${(free / 1024 ** 3).toFixed(1)} GiB free at ${folder}`,
    ...(free < MIN_FREE_BYTES && {
      remedy: 'Free some space; a full reindex needs room for a second index.',
    }),
  };
}

/** Documents that are not in the index because they cannot be indexed. */
function setAside(index: Index): Finding[] {
  const entries = [...readSetAside(index).values()];
  if (entries.length === 0) return [];
  const listed = entries.slice(0, MAX_LISTED).map(({ id, reason }) => `${id}: ${reason}`);
  const more = entries.length > MAX_LISTED ? [`and ${entries.length - MAX_LISTED} more`] : [];
  return [
    {
      what: 'documents',
      state: 'warning',
      message: `${entries.length} could not be indexed and were set aside (${[...listed, ...more].join('; ')})`,
      remedy: 'Each update of the index tries them again; shorten or delete them if they fail for good.',
    },
  ];
}

/** SQLite's own check of the file, read-only. */
function intact(file: string): Finding {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const [row] = database.prepare('PRAGMA quick_check(1)').all();
    if (row?.quick_check === 'ok') return { what: 'archive', state: 'ok', message: `${file} is intact` };
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
    state: 'error',
    message: `${file} is broken: ${reason}`,
    remedy: 'Restore it from a backup. Nothing was changed.',
  };
}

/** Checks of the gazetteer, the engine and its index. */
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
    findings.push({ what: 'entities', state: 'ok', message: `${size} in the gazetteer` });
    findings.push(verified(archive));
    const damaged = archive.damaged().map(({ id }) => id);
    if (damaged.length > 0) {
      findings.push({
        what: 'documents',
        state: 'error',
        message: `${damaged.length} damaged: ${damaged.slice(0, DAMAGED_SHOWN).join(', ')}`,
        remedy: 'Restore them: lisan repair, or lisan repair --from BACKUP; or ingest them again.',
      });
    }
    findings.push(...followed(archive, config));
    findings.push(...lostPins(archive));
    findings.push(...(await embedderFindings(config)));
    try {
      await engine.check();
      findings.push({ what: 'engine', state: 'ok', message: `${engine.name} responds` });
    } catch (thrown) {
      findings.push(failed('engine', thrown));
      return findings;
    }
    try {
      const index = await live.current();
      const indexed = await index.count();
      findings.push(...setAside(index));
      // Opening the index compared it with what the archive recorded, and corrected that.
      const { changes, outdated } = lag(archive, engine.name, analysis);
      const stale = changes > 0 || outdated;
      findings.push({
        what: 'index',
        state: stale ? 'warning' : 'ok',
        message: outdated
          ? 'was built by another version of the analysis'
          : stale
            ? `${changes} changes behind the archive${live.behind === undefined ? '' : `. ${live.behind}`}`
            : `${indexed} of ${archive.count()} documents`,
        ...(stale && { remedy: 'Update it: lisan reindex.' }),
      });
    } catch (thrown) {
      findings.push(failed('index', thrown));
    }
    return findings;
  } finally {
    await service.close();
  }
}

/** Alerts that are not delivered, and settings that lack something for them. */
function followed(archive: Archive, config: Config): Finding[] {
  const { counts, uncertain, damaged } = alertHealth(archive, config.keys);
  const { smtpUrl, mailFrom, publicUrl } = config;
  const findings: Finding[] = [];
  const mail = archive.alerts.list().some(({ channel }) => channel === 'mail');
  if (!offersMail(config) && (mail || (smtpUrl !== '' && (mailFrom === '' || publicUrl === ''))))
    findings.push({
      what: 'alerts',
      state: 'warning',
      message: 'no mail can be sent',
      remedy: 'Set LISAN_SMTP_URL, LISAN_MAIL_FROM and LISAN_PUBLIC_URL.',
    });
  const troubled = [
    ...(['failing', 'stopped', 'ownerless'] as const).map((name) => [name, counts[name]] as const),
    ['damaged', damaged] as const,
    ['with messages that may not have arrived', uncertain] as const,
  ].filter(([, count]) => count > 0);
  if (troubled.length > 0)
    findings.push({
      what: 'alerts',
      state: 'warning',
      message: troubled.map(([name, count]) => `${count} ${name}`).join(', '),
      remedy:
        '`lisan alerts list` names them with their reasons; `lisan alerts test ID` lets a stopped one go on.',
    });
  else if (counts.ok > 0)
    findings.push({ what: 'alerts', state: 'ok', message: `${counts.ok} are delivered` });
  return findings;
}

/** Pinned and hidden articles that the archive does not have. */
function lostPins(archive: Archive): Finding[] {
  const lost = pinsIn(archive).filter(({ missing }) => missing.length > 0);
  if (lost.length === 0) return [];
  const listed = lost.slice(0, MAX_LISTED).map(({ query, missing }) => `${query}: ${missing.join(', ')}`);
  const more = lost.length > MAX_LISTED ? [`and ${lost.length - MAX_LISTED} more`] : [];
  return [
    {
      what: 'pins',
      state: 'warning',
      message: `articles of ${lost.length} queries are not in the archive (${[...listed, ...more].join('; ')})`,
      remedy: 'Pin others, or remove them: lisan pins list, lisan pins remove ID.',
    },
  ];
}

/** When everything was last verified. */
function verified(archive: Archive): Finding {
  const last = lastVerification(archive);
  const age = last === undefined ? Number.POSITIVE_INFINITY : Date.now() - Date.parse(last.at);
  // A small archive is verified whenever it is opened.
  const isDue =
    statSync(archive.file).size > MAX_VERIFIED_ON_OPEN_BYTES && age > VERIFIED_WITHIN_DAYS * DAY_MS;
  const due = isDue && {
    state: 'warning' as const,
    remedy: 'Run `lisan verify`, or let a service run: it verifies every LISAN_VERIFY_DAYS days.',
  };
  if (last === undefined)
    return { what: 'verified', state: 'ok', message: 'never as a whole; `lisan verify` does that', ...due };
  const problems = [...last.archive, ...(last.index === undefined ? [] : [last.index])];
  return {
    what: 'verified',
    state: last.archive.length > 0 ? 'error' : 'ok',
    message: `last on ${last.at.slice(0, 16)}Z: ${problems.length === 0 ? 'intact' : problems.slice(0, DAMAGED_SHOWN).join('; ')}`,
    ...(last.archive.length === 0 && due),
    ...(last.archive.length > 0 && { remedy: 'Restore the archive from a backup, then run: lisan verify.' }),
  };
}

function failed(what: string, thrown: unknown): Finding {
  return {
    what,
    state: 'error',
    message: messageOf(thrown),
    ...(thrown instanceof LisanError && { remedy: thrown.remedy }),
  };
}

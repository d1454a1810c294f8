/**
 * Archives and indexes written by earlier versions, kept as data: the archive opens and upgrades with every article, and
 * an index that this version cannot read is rebuilt from it. Add a folder with every change of a format:
 * `archive-N-index-M` with the gzipped files of a data folder, made with
 * `lisan ingest data/sample/{lavrov-page,fidan-astana,pogoda-ru,astana-talks-en}.txt`, and an alert.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/config/settings.ts';
import { reindex } from '../../src/indexing/reindex.ts';
import { ARCHIVE_FILE, openService } from '../../src/service/service.ts';
import { throwAwayFolder } from '../support/service.ts';

const FORMATS = fileURLToPath(new URL('../fixtures/formats', import.meta.url));
const DOCUMENTS = 6;

/** A copy of the data folder, which the test may change. */
function unpacked(format: string): string {
  const { path, remove } = throwAwayFolder();
  onTestFinished(remove);
  for (const name of readdirSync(join(FORMATS, format)))
    writeFileSync(
      join(path, name.replace(/\.gz$/, '')),
      gunzipSync(readFileSync(join(FORMATS, format, name))),
    );
  return path;
}

const versionOf = (file: string): number => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(database.prepare('PRAGMA user_version').get()!.user_version);
  } finally {
    database.close();
  }
};

const formats = readdirSync(FORMATS);

test.each(formats)('%s is opened, searched and brought up to date', async (format) => {
  const data = unpacked(format);
  const service = openService(readConfig({ LISAN_DATA: data, LISAN_LOG: 'silent' }));
  try {
    const { archive, engine, tagger, analysis } = service;
    expect(archive.count()).toBe(DOCUMENTS);
    await reindex(archive, engine, tagger, { analysis });
    const { total, hits } = await service.searcher.search({
      q: 'Лавров',
      limit: 10,
      offset: 0,
      sort: 'relevance',
      match: 'all',
      facets: [],
      explain: false,
      language: 'en',
    });
    expect(total.value).toBeGreaterThanOrEqual(4);
    expect(hits.map(({ title }) => title).join()).toContain('لافروف');
  } finally {
    await service.close();
  }
});

test.each(formats)('%s keeps every article as it was written', (format) => {
  const file = join(unpacked(format), ARCHIVE_FILE);
  const database = new DatabaseSync(file, { readOnly: true });
  const written = database.prepare('SELECT id, content FROM documents ORDER BY id').all();
  database.close();
  expect(written).toHaveLength(DOCUMENTS);
  const archive = new Archive(file);
  onTestFinished(() => archive.close());
  for (const { id, content } of written)
    expect(archive.get(String(id))).toMatchObject(JSON.parse(String(content)));
});

test.each(formats.filter((format) => Number(format.split('-')[1]) >= 5))('%s keeps its alert', (format) => {
  const archive = new Archive(join(unpacked(format), ARCHIVE_FILE));
  onTestFinished(() => archive.close());
  expect(archive.alerts.damaged()).toEqual([]);
  expect(archive.alerts.list()).toMatchObject([
    { channel: 'webhook', target: 'https://hooks.news.example/', search: 'q=Astana', state: 'active' },
  ]);
});

test('the current formats are among them', async () => {
  const { path, remove } = throwAwayFolder();
  onTestFinished(remove);
  const service = openService(readConfig({ LISAN_DATA: path, LISAN_LOG: 'silent' }));
  const { archive, engine, tagger, analysis } = service;
  await reindex(archive, engine, tagger, { analysis });
  await service.close();
  const versions = (data: string): string[] =>
    readdirSync(data)
      .filter((name) => name.endsWith('.db'))
      .map((name) => `${name.split('-')[0]} ${versionOf(join(data, name))}`);
  const kept = formats.flatMap((format) => versions(unpacked(format)));
  for (const version of versions(path)) expect(kept).toContain(version);
});

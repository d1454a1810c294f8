/** A changed gazetteer retags only the affected documents, and the index then equals a full build. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { readConfig } from '../../src/config/settings.ts';
import { hasValues } from '../../src/engines/conditions.ts';
import { candidateRequest } from '../../src/engines/engine.ts';
import { type ReindexReport, reindex } from '../../src/indexing/reindex.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { openService, SAMPLE_FOLDER } from '../../src/service/service.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'lisan-retag-'));
const remove = (path: string): void => rmSync(path, { recursive: true, force: true });

let folder: string;
/** Holds the sample and an index of it, tagged with the built-in gazetteer. */
let base: string;
let built: Run;
beforeAll(async () => {
  base = newFolder();
  const archive = new Archive(join(base, 'archive.db'));
  await ingest(archive, [SAMPLE_FOLDER]);
  archive.close();
  folder = base;
  built = await run([]);
});
afterAll(() => remove(base));
beforeEach(() => {
  folder = newFolder();
  cpSync(base, folder, { recursive: true });
});
afterEach(() => remove(folder));

interface Run {
  report: ReindexReport;
  /** Entity -> its documents. */
  documents: Record<string, string[]>;
  spellings: Record<string, unknown>;
}

/** Updates the index as a service with these entities would, and reads its content. */
async function run(entities: object[], full = false): Promise<Run> {
  const own = join(folder, 'own.jsonl');
  writeFileSync(own, entities.map((entity) => `${JSON.stringify(entity)}\n`).join(''));
  const service = openService(readConfig({ LISAN_DATA: folder, LISAN_LOG: 'silent', LISAN_ENTITIES: own }));
  try {
    const { archive, engine, tagger, analysis, live } = service;
    const report = await reindex(archive, engine, tagger, { analysis, full });
    const index = await live.current();
    const documents: Run['documents'] = {};
    const spellings: Run['spellings'] = {};
    const request = candidateRequest({ sort: 'oldest', limit: 100 });
    const { facets } = await index.candidates({ ...request, facets: ['entity'] });
    for (const { value: id } of facets.entity!) {
      const found = await index.candidates({ ...request, filter: hasValues('entity', [id]) });
      documents[id] = found.candidates.map((candidate) => candidate.id).sort();
      spellings[id] = index.metadata.mentions(id);
    }
    return { report, documents, spellings };
  } finally {
    await service.close();
  }
}

const STORKS = {
  id: 'event-stork-migration',
  type: 'event',
  names: { en: ['migrating storks'], ru: ['миграция аистов'] },
};

describe('retagging', () => {
  test('changes nothing without a change of the gazetteer', async () => {
    expect(built.report).toMatchObject({ outcome: 'built', retagged: 0 });
    expect((await run([])).report).toMatchObject({ outcome: 'updated', retagged: 0, indexed: 0 });
  });

  test('ignores changed descriptions', async () => {
    const lake = { id: 'place-geneva', type: 'place', description: { en: 'City on a lake' } };
    expect((await run([lake])).report).toMatchObject({ outcome: 'updated', retagged: 0, indexed: 0 });
  });

  test('retags only the document that has all words of a new name', async () => {
    const { report, documents } = await run([STORKS]);
    expect(report).toMatchObject({
      outcome: 'updated',
      retagged: 1,
      indexed: 0,
      generation: built.report.generation,
    });
    expect(documents['event-stork-migration']).toHaveLength(1);
  });

  test.each<[string, object[], object[]]>([
    ['an entity came', [], [STORKS]],
    ['an entity went', [STORKS], []],
    [
      'a name came, which the text has declined and without its apostrophe',
      [],
      [{ id: 'place-bosphorus', type: 'place', names: { tr: ['Türkiye'], ru: ['Дамаск'] } }],
    ],
    [
      'a name became ambiguous',
      [],
      [{ id: 'person-sergey-lavrov', type: 'person', ambiguous: ['لافروف', 'Lavrov', 'Лавров'] }],
    ],
    ['a phrase is none of the entity', [], [{ id: 'place-cairo', type: 'place', except: ['قمة القاهرة'] }]],
    [
      'a given name makes a family name that of somebody else',
      [],
      [{ id: 'person-bakan-x', type: 'person', names: { tr: ['Sergey Xyz'], ar: ['هاكان س'] } }],
    ],
    ['relations changed', [], [{ id: 'organisation-hamas', type: 'organisation', related: ['place-egypt'] }]],
  ])('equals a full build: %s', async (_what, before, after) => {
    if (before.length > 0) await run(before);
    const followed = await run(after);
    expect(followed.report.outcome).toBe('updated');
    const anew = await run(after, true);
    expect(followed.documents).toEqual(anew.documents);
    expect(followed.spellings).toEqual(anew.spellings);
  });

  test('is repeated after a killed run', async () => {
    const archive = new Archive(join(folder, 'archive.db'));
    const { generation, analysis } = archive.liveIndex('sqlite')!;
    await run([STORKS]);
    archive.setAnalysis('sqlite', generation, analysis);
    archive.close();
    const again = await run([STORKS]);
    expect(again.report).toMatchObject({ outcome: 'updated', retagged: 0 });
    expect(again.documents['event-stork-migration']).toHaveLength(1);
  });
});

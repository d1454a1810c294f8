import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { termHash } from '../../../src/analysis/hash.ts';
import { analyzerFor } from '../../../src/analysis/languages/registry.ts';
import { declined, nominativesOf } from '../../../src/analysis/languages/russian/declension.ts';
import {
  GAZETTEER_FOLDER,
  type Gazetteer,
  loadGazetteer,
  namesOf,
  wordsOf,
} from '../../../src/entities/gazetteer/gazetteer.ts';
import { PrefixLookup } from '../../../src/entities/gazetteer/prefix-lookup.ts';
import { entityIdsByHash, packsOf } from '../../../src/entities/packed/layered-entities.ts';
import { affectedBy, snapshotOf, storedSnapshot } from '../../../src/entities/tagger/gazetteer-diff.ts';
import { Tagger } from '../../../src/entities/tagger/tagger.ts';

let folder: string;
/** The places of the CLDR only, and all that lisan adds to them as a user's file: many lines are for places of the CLDR. */
let small: string;
let list: string;
let packed: Gazetteer;
let plain: Gazetteer;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lisan-packed-'));
  small = join(folder, 'gazetteer');
  mkdirSync(join(small, 'cldr'), { recursive: true });
  copyFileSync(join(GAZETTEER_FOLDER, 'cldr/places.jsonl'), join(small, 'cldr/places.jsonl'));
  list = join(folder, 'mine.jsonl');
  const others = ['people', 'organisations', 'events', 'places'].map((name) =>
    readFileSync(join(GAZETTEER_FOLDER, `${name}.jsonl`), 'utf8'),
  );
  writeFileSync(list, others.join(''));
  packed = loadGazetteer(small, list, { packedFromBytes: 0 });
  plain = loadGazetteer(small, list, { packedFromBytes: Number.POSITIVE_INFINITY });
});
afterAll(() => rmSync(folder, { recursive: true }));

const tagged = (tagger: Tagger, text: string, language = 'und'): [string, string][] =>
  tagger
    .tagArticle([analyzerFor(language).tokens(text)], [text])[0]!
    .map(({ start, end, entity }) => [text.slice(start, end), entity]);

describe('a packed list and the same list in memory', () => {
  test('have the same entities, of which those that both layers have are merged', () => {
    expect(packsOf(packed)).toHaveLength(1);
    expect(packed.entities.size).toBe(plain.entities.size);
    const byId = (gazetteer: Gazetteer) =>
      JSON.stringify([...gazetteer.entities.values()].sort((a, b) => (a.id < b.id ? -1 : 1)));
    expect(byId(packed)).toBe(byId(plain));
    expect(packed.entities.get('place-ankara')!.names.en).toEqual(
      plain.entities.get('place-ankara')!.names.en,
    );
    expect(packed.entities.get('place-nowhere')).toBeUndefined();
    expect(entityIdsByHash(packed).get(termHash('person-hakan-fidan', 'entity'))).toBe('person-hakan-fidan');
  });

  test('tag each name of each entity alike, in every case and with what is written on to it', () => {
    const [one, other] = [new Tagger(packed), new Tagger(plain)];
    for (const [at, entity] of [...plain.entities.values()].entries()) {
      // Every seventh is enough: the rules are the same for all.
      if (at % 7 !== 0 && entity.id !== 'person-jose-manuel-albares' && entity.id !== 'person-imran-khan')
        continue;
      for (const { name, language } of namesOf(entity)) {
        const cases = language === 'ru' ? declined(wordsOf(name).at(-1)!).slice(0, 2) : [];
        const before = name.split(' ').slice(0, -1);
        const text = [
          `${name} — ${name}`,
          ...cases.map((form) => [...before, form[0]!.toUpperCase() + form.slice(1)].join(' ')),
          language === 'ar' ? `وقال ل${name} وب${name}` : `... ${name}'da ${name}lar`,
        ].join('. ');
        expect(tagged(one, text, language)).toEqual(tagged(other, text, language));
      }
    }
  });

  test('find the same entities by the beginning of a name', () => {
    const [one, other] = [new PrefixLookup(packed), new PrefixLookup(plain)];
    const ids = (lookup: PrefixLookup, text: string) =>
      lookup
        .beginningWith(text)
        .map(({ entity, first }) => `${entity.id} ${first}`)
        .sort();
    for (const text of ['lavr', 'sergei l', 'hakan', 'лавр', 'رجب ط', 'zzzz', 'united n'])
      expect(ids(one, text)).toEqual(ids(other, text));
  });
});

/** A list of its own with some lines. */
function withLines(name: string, lines: readonly object[]): { file: string; load: () => Gazetteer } {
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return { file, load: () => loadGazetteer(small, file, { packedFromBytes: 0 }) };
}

test('a family name of many people is that of the one who is named in full', () => {
  const people = Array.from({ length: 80 }, (_, n) => ({
    id: `person-khan-${n}`,
    type: 'person',
    names: {
      en: [
        `${String.fromCharCode(65 + (n % 26))}${'abc'[Math.floor(n / 26) % 3]}${'xyz'[n % 3]}${n > 77 ? 'q' : ''}em Khanov`,
      ],
    },
  }));
  const tagger = new Tagger(withLines('khan.jsonl', people).load());
  expect(tagged(tagger, 'Nobody said who Khanov was.')).toEqual([]);
  const name = people[5]!.names.en[0]!;
  expect(tagged(tagger, `${name} spoke. Khanov left.`)).toEqual([
    [name, 'person-khan-5'],
    ['Khanov', 'person-khan-5'],
  ]);
});

describe('a pack is made anew', () => {
  const line = { id: 'person-velga-orn', type: 'person', names: { en: ['Velga Orn'] } };
  const packs = (name: string) =>
    readdirSync(folder).filter((file) => file.startsWith(name) && file.endsWith('.pack'));

  test('when its list has changed; the one before is kept, no older one', () => {
    const { file, load } = withLines('changing.jsonl', [line]);
    load();
    for (const [at, other] of ['Velga Ornsdottir', 'Velga Ornsen', 'Velga Ornova'].entries()) {
      writeFileSync(file, `${JSON.stringify({ ...line, names: { en: [other] } })}\n`);
      utimesSync(file, at + 1, at + 1);
      expect(load().entities.get(line.id)!.names.en).toEqual([other]);
    }
    expect(packs('changing.jsonl')).toHaveLength(2);
  });

  test('when it is damaged or cut off', () => {
    const { load } = withLines('damaged.jsonl', [line]);
    load();
    const [pack] = packs('damaged.jsonl');
    truncateSync(join(folder, pack!), 20);
    expect(load().entities.has(line.id)).toBe(true);
  });

  test('and a line that is wrong is named', () => {
    const { load } = withLines('wrong.jsonl', [line, { ...line, id: 'person-x', ambiguous: ['Other'] }]);
    expect(load).toThrow(
      expect.objectContaining({
        code: 'gazetteer_broken',
        message: expect.stringContaining('wrong.jsonl:2'),
      }),
    );
    expect(packs('wrong.jsonl')).toEqual([]);
    const { load: related } = withLines('related.jsonl', [{ ...line, related: ['person-nobody'] }]);
    expect(related).toThrow(/related to person-nobody, which is no entity/);
  });
});

describe('a change of a packed list', () => {
  const lines = ['Velga Orn', 'Tolva Rask', 'Mirel Dost'].map((name, n) => ({
    id: `person-p${n}`,
    type: 'person',
    names: { en: [name] },
  }));

  test('of one entity concerns its names only, old and new', () => {
    const { file, load } = withLines('diff.jsonl', lines);
    const before = load();
    writeFileSync(
      file,
      lines
        .map(
          (line) =>
            `${JSON.stringify(line.id === 'person-p1' ? { ...line, names: { en: ['Tolva Brask'] } } : line)}\n`,
        )
        .join(''),
    );
    utimesSync(file, 5, 5);
    const after = load();
    expect(snapshotOf(after)).not.toBe(snapshotOf(before));
    const affected = affectedBy(storedSnapshot(before), after, ['tolva', 'rask', 'velga']);
    expect(affected!.entities).toEqual(['person-p1']);
    expect(affected!.wordings.map((groups) => groups.map((words) => words[0]).join(' ')).sort()).toEqual(
      ['brask', 'rask', 'tolva brask', 'tolva rask'].sort(),
    );
  });

  test('of a description concerns nothing', () => {
    const { file, load } = withLines('described.jsonl', lines);
    const before = load();
    writeFileSync(
      file,
      lines.map((line) => `${JSON.stringify({ ...line, description: { en: 'Somebody' } })}\n`).join(''),
    );
    expect(snapshotOf(load())).toBe(snapshotOf(before));
  });

  test('cannot be compared when the pack of then is gone', () => {
    const { load } = withLines('gone.jsonl', lines);
    const stored = storedSnapshot(load()).replace(/"digest":"[^"]+"/, '"digest":"other"');
    expect(affectedBy(stored, load(), [])).toBeUndefined();
  });
});

test('a thread that is started later has the same memory', async () => {
  const module = new URL('../../../src/entities/packed/packed-list.ts', import.meta.url).href;
  const [pack] = readdirSync(folder).filter(
    (file) => file.startsWith('mine.jsonl') && file.endsWith('.pack'),
  );
  const code = `
    const { workerData, parentPort } = require('node:worker_threads');
    import(workerData.module).then(({ PackedList }) => {
      const list = new PackedList(workerData.pack, '');
      const before = process.memoryUsage().arrayBuffers;
      parentPort.postMessage([list.get('person-hakan-fidan').id, list.header.entities]);
    });`;
  const worker = new Worker(code, { eval: true, workerData: { module, pack: join(folder, pack!) } });
  const answer = await new Promise((resolve, reject) =>
    worker.once('message', resolve).once('error', reject),
  );
  await worker.terminate();
  expect(answer).toEqual(['person-hakan-fidan', packsOf(packed)[0]!.header.entities]);
});

test('every case of a Russian name leads back to it', () => {
  for (const entity of plain.entities.values())
    for (const name of entity.names.ru ?? [])
      for (const word of wordsOf(name))
        for (const form of declined(word))
          if (form !== word) expect(nominativesOf(form, (some) => some === word)).toEqual([word]);
});

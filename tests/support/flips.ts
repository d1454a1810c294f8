/** Damages copies of a data folder byte by byte, and looks for answers that differ without saying so. */
import {
  closeSync,
  cpSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LisanError } from '../../src/common/errors.ts';
import type { Article } from '../../src/common/types.ts';
import { FACETS } from '../../src/engines/facets.ts';
import { type TestService, testService } from './service.ts';

const DOCUMENTS = 60;
const WORDS = [
  'council',
  'minister',
  'energy',
  'Лавров',
  'yönetim',
  'report',
  'harbour',
  'grain',
  'summit',
  'treaty',
];
const QUERIES = [
  'council',
  'minister energy',
  'Лавров',
  'harbour -grain',
  'summit',
  'word7x',
  'yonetim',
  'treati',
  '',
];

export interface FlipReport {
  unchanged: number;
  said: number;
  /** What differed without a word, with the place of the flip. */
  unsaid: string[];
}

const FILES = { index: /^index.*\.db$/, records: /^index.*\.records-1$/, archive: /^archive\.db$/ };
export type FlippedFile = keyof typeof FILES;

/** Flips so many bytes, one in each copy. */
export async function flipTest(which: FlippedFile, flips: number, seed: number): Promise<FlipReport> {
  const folder = mkdtempSync(join(tmpdir(), 'lisan-flips-'));
  try {
    const data = join(folder, 'intact');
    const service = testService({ LISAN_DATA: data });
    await service.fill(articles());
    const ids = articles().map(({ id }) => id!);
    await service.close();
    const expected = await answers(data, ids);
    const name = readdirSync(data).find((file) => FILES[which].test(file))!;
    const random = randomNumbers(seed);
    const report: FlipReport = { unchanged: 0, said: 0, unsaid: [] };
    for (let flip = 0; flip < flips; flip++) {
      const copy = join(folder, 'copy');
      cpSync(data, copy, { recursive: true });
      const { size } = statSync(join(data, name));
      const place = Math.floor(random() * size);
      const mask = 1 + Math.floor(random() * 255);
      flipByte(join(copy, name), place, mask);
      const found = await answers(copy, ids);
      const different = [...expected].filter(([question, answer]) => found.get(question) !== answer);
      const silent = different.filter(
        ([question]) => !isSaid(found.get(question)) && !isSaid(found.get('state')),
      );
      if (different.length === 0) report.unchanged++;
      else if (silent.length === 0) report.said++;
      else
        report.unsaid.push(
          `byte ${place} of ${name}, mask ${mask}: ${silent.map(([question]) => question).join('; ')}`,
        );
      rmSync(copy, { recursive: true });
    }
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An error that names what is wrong, or a list of damaged documents. */
const isSaid = (answer = ''): boolean => answer.startsWith('said:');

/** What a service over a folder answers, by question; an error by its code. */
async function answers(data: string, ids: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const ask = async (question: string, work: () => unknown): Promise<void> => {
    try {
      found.set(question, JSON.stringify(await work()));
    } catch (thrown) {
      found.set(question, thrown instanceof LisanError ? `said: ${thrown.code}` : `internal: ${thrown}`);
    }
  };
  let service: TestService;
  try {
    service = testService({ LISAN_DATA: data });
  } catch (thrown) {
    const said = thrown instanceof LisanError ? `said: ${thrown.code}` : `internal: ${thrown}`;
    return new Map([['state', said]]);
  }
  for (const q of QUERIES) {
    for (const sort of ['relevance', 'newest'] as const) {
      await ask(`search ${q} ${sort}`, async () => {
        const { hits, total, facets } = await service.ask(q, {
          sort,
          limit: 30,
          facets: FACETS,
          collapse: true,
        });
        // Scores depend on the time of day.
        return { hits: hits.map(({ score: _, ...hit }) => hit), total, facets };
      });
    }
  }
  await ask('complete', () => service.suggester.suggest({ q: 'co', limit: 8, language: 'en' }));
  for (const id of ids)
    await ask(`document ${id}`, () => [service.archive.get(id), service.archive.revisions(id)]);
  const damaged = service.archive.damaged();
  found.set('state', damaged.length > 0 ? `said: ${damaged.length} damaged` : 'nothing');
  await service.close();
  return found;
}

function articles(): Article[] {
  const random = randomNumbers(7);
  const word = (): string => WORDS[Math.floor(random() ** 2 * WORDS.length)]!;
  return Array.from({ length: DOCUMENTS }, (_, number) => ({
    id: `a${number}`,
    title: `${word()} ${word()} ${number}`,
    body: `${Array.from({ length: 40 }, word).join(' ')} word${number}x. Sergey Lavrov met Erdogan in Moscow.`,
    keywords: [word()],
    source: number % 3 === 0 ? 'Tass' : 'Anadolu',
    publishedAt: new Date(Date.UTC(2024, number % 12, 1 + (number % 5))).toISOString(),
  }));
}

function flipByte(file: string, place: number, mask: number): void {
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    readSync(handle, byte, 0, 1, place);
    byte[0]! ^= mask;
    writeSync(handle, byte, 0, 1, place);
  } finally {
    closeSync(handle);
  }
}

/** Numbers from 0 to 1 that follow from a seed (Park and Miller 1988). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Which services share a gazetteer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testService, throwAwayFolder } from '../support/service.ts';

test('services of one process share the gazetteer that lisan brings, but not one with entities of a user', () => {
  const folder = throwAwayFolder();
  const own = join(folder.path, 'own.jsonl');
  writeFileSync(
    own,
    `${JSON.stringify({ id: 'place-okapi', type: 'place', names: { en: ['Okapi Springs'] } })}\n`,
  );
  const services = [testService(), testService(), testService({ LISAN_ENTITIES: own })];
  onTestFinished(async () => {
    for (const service of services) await service.remove();
    folder.remove();
  });
  const [first, second, third] = services.map(({ tagger }) => tagger.gazetteer);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
  expect(services.map(({ gazetteer }) => gazetteer.entities.has('place-okapi'))).toEqual([
    false,
    false,
    true,
  ]);
});

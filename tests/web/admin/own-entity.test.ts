/** An entity of the archive's own in the form, and as a line. */
import { expect, test } from 'vitest';
import { draftOf, emptyDraft, idFor, idOf, lineOf } from '../../../src/web/admin/own-entity.ts';

test('a line is what it was after the form, whatever else it has', () => {
  const line = {
    id: 'person-jane-doe',
    type: 'person',
    names: { en: ['Jane Doe', 'J. Doe'], tr: ['Jane Doe'] },
    ambiguous: ['J. Doe'],
    related: ['place-ankara'],
    wikidata: 'Q1',
  };
  expect(lineOf(draftOf(line))).toEqual(line);
});

test.each([
  ['Ayşe Işık', 'person-ayse-isik'],
  ["Côte d'Ivoire", 'person-cote-d-ivoire'],
  ['لافروف', 'person-'],
])('%s gets the id %s', (name, id) => {
  expect(idFor('person', name)).toBe(id);
});

test('rows without a name are left out, and the id is of the first name in Latin letters', () => {
  const draft = emptyDraft('ar', 'لافروف');
  const rows = [...draft.rows, { name: '  ', language: 'en', ambiguous: true }];
  const latin = { name: ' Sergey Lavrov ', language: 'en', ambiguous: false };
  expect(lineOf({ ...draft, rows: [...rows, latin] })).toEqual({
    id: 'person-sergey-lavrov',
    type: 'person',
    names: { ar: ['لافروف'], en: ['Sergey Lavrov'] },
  });
  expect(idOf({ ...draft, id: 'person-x', rows })).toBe('person-x');
});

/** Words of documents by number: what is remembered with a word is of whoever numbered it. */
import { expect, test } from 'vitest';
import { analyzerFor } from '../../src/analysis/languages/registry.ts';
import type { AnnotatedPassage } from '../../src/document/annotate.ts';
import { DocumentWords } from '../../src/document/document-words.ts';

const passage = (text: string, lang = 'en'): AnnotatedPassage => {
  const tokens = analyzerFor(lang).tokens(text);
  return { field: 'body', start: 0, end: text.length, lang, dir: 'ltr', tokens, mentions: [] };
};
const wordsOf = (document: DocumentWords, text: string): number[] => [...document.add([passage(text)]).words];

test('a word has one number in all documents, and each document its own words, their counts and those that are new', () => {
  const document = new DocumentWords();
  expect(wordsOf(document, 'talks in Astana, talks')).toEqual([1, 2, 3, 1, 0]);
  expect([...document.own].map((word) => document.count(word))).toEqual([2, 1, 1]);
  expect(document.added.map(({ exact }) => exact)).toEqual(['talks', 'in', 'astana']);
  expect(wordsOf(document, 'Astana talks on')).toEqual([3, 1, 4, 0]);
  expect([...document.own]).toEqual([2, 0, 3]);
  expect(document.added.map(({ exact }) => exact)).toEqual(['on']);
});

test('two who number the same words in turn have numbers of their own', () => {
  const [one, other] = [new DocumentWords(), new DocumentWords()];
  expect(wordsOf(one, 'first second')).toEqual([1, 2, 0]);
  expect(wordsOf(other, 'second third first')).toEqual([1, 2, 3, 0]);
  expect(wordsOf(one, 'third second')).toEqual([3, 2, 0]);
  expect(wordsOf(other, 'first')).toEqual([3, 0]);
});

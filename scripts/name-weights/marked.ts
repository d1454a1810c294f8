/**
 * Sentences with marked names, written for lisan: data/names/sentences/LANGUAGE.txt, one a line, with [P …], [L …] and
 * [O …] around names of people, places and organisations. And JSONL of sentences with spans, to measure with.
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { NameType } from '../../src/entities/recogniser/unlisted-id.ts';

/** A piece of a sentence: text between names, or a name. */
export interface Piece {
  text: string;
  type?: NameType;
}

export interface MarkedSentence {
  language: string;
  pieces: Piece[];
}

export interface SpannedSentence {
  language: string;
  text: string;
  spans: { start: number; end: number; type: NameType }[];
}

const MARKS: Readonly<Record<string, NameType>> = { P: 'person', L: 'place', O: 'organisation' };
const SPANS: Readonly<Record<string, NameType>> = { PER: 'person', LOC: 'place', ORG: 'organisation' };

export function readMarked(language: string): MarkedSentence[] {
  const file = new URL(`../../data/names/sentences/${language}.txt`, import.meta.url);
  return linesOf(file).map((line, n) => ({ language, pieces: piecesOf(line, `${language}.txt:${n + 1}`) }));
}

export function spanned({ language, pieces }: MarkedSentence): SpannedSentence {
  const spans: SpannedSentence['spans'] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    text += piece.text;
    if (piece.type !== undefined) spans.push({ start, end: text.length, type: piece.type });
  }
  return { language, text, spans };
}

/** Sentences of JSONL {text, entities: [{start, end, type: PER|LOC|ORG}]}; the name of the file ends with the language. */
export function readSpanned(file: string): SpannedSentence[] {
  const language = /-(\w+)\.jsonl$/.exec(basename(file))?.[1] ?? 'und';
  return linesOf(file).map((line) => {
    const { text, entities } = JSON.parse(line);
    const spans = entities.map(({ start, end, type }: { start: number; end: number; type: string }) => ({
      start,
      end,
      type: SPANS[type]!,
    }));
    return { language, text, spans };
  });
}

const linesOf = (file: string | URL): string[] => readFileSync(file, 'utf8').trim().split('\n');

function piecesOf(line: string, where: string): Piece[] {
  const pieces: Piece[] = [];
  for (const [, before = '', mark, name = ''] of line.matchAll(/([^[]*)(?:\[([PLO]) ([^\]]+)\])?/g)) {
    if (before !== '') pieces.push({ text: before });
    if (mark !== undefined) pieces.push({ text: name, type: MARKS[mark]! });
  }
  const shown = pieces.map(({ text, type }) =>
    type === undefined ? text : `[${type[0]!.toUpperCase()} ${text}]`,
  );
  if (shown.join('').length !== line.length || /[[\]]/.test(pieces.map(({ text }) => text).join('')))
    throw new Error(`${where}: a mark that is not closed, or not one of P, L, O`);
  return pieces;
}

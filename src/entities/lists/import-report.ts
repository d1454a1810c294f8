/** What an import did, by kind and with examples. */
import { AMBIGUITIES, type Ambiguity } from './ambiguity.ts';

/** Examples that are kept of each kind. */
const EXAMPLES = 5;
/** Lines that cannot be read, and pairs that were not merged, that are kept. */
const LINES = 50;

export interface LeftOut {
  reason: string;
  count: number;
  examples: string[];
}

export interface ImportReport {
  files: { file: string; format: string; items: number }[];
  /** Entities that the user's file has more. */
  added: number;
  /** Entities there before that say more now, and those that say the same. */
  changed: number;
  unchanged: number;
  /** Entities of the lists that are one with another: by an id of a list, by names in two scripts. */
  mergedById: number;
  mergedByNames: number;
  /** Entities that share names in two scripts and were not merged, and why. */
  notMerged: { name: string; reason: string }[];
  notMergedCount: number;
  /** Names that were marked as ambiguous, by the rule. */
  ambiguous: Record<Ambiguity, number>;
  /** Positions whose title is in none of the files. */
  positionsWithoutTitle: number;
  /** Names of entities that neither a file nor the gazetteer has. */
  namesOfUnknown: number;
  left: LeftOut[];
  broken: { file: string; line: number; reason: string }[];
  brokenCount: number;
  dryRun: boolean;
}

export function emptyReport(dryRun: boolean): ImportReport {
  return {
    files: [],
    added: 0,
    changed: 0,
    unchanged: 0,
    mergedById: 0,
    mergedByNames: 0,
    notMerged: [],
    notMergedCount: 0,
    ambiguous: Object.fromEntries(AMBIGUITIES.map((rule) => [rule, 0])) as Record<Ambiguity, number>,
    positionsWithoutTitle: 0,
    namesOfUnknown: 0,
    left: [],
    broken: [],
    brokenCount: 0,
    dryRun,
  };
}

export function leave(report: ImportReport, reason: string, example?: string): void {
  let known = report.left.find((other) => other.reason === reason);
  if (known === undefined) {
    known = { reason, count: 0, examples: [] };
    report.left.push(known);
  }
  known.count++;
  if (example !== undefined && known.examples.length < EXAMPLES) known.examples.push(example);
}

export function noteBroken(report: ImportReport, file: string, line: number, reason: string): void {
  report.brokenCount++;
  if (report.broken.length < LINES) report.broken.push({ file, line, reason });
}

export function noteNotMerged(report: ImportReport, name: string, reason: string): void {
  report.notMergedCount++;
  if (report.notMerged.length < LINES) report.notMerged.push({ name, reason });
}

/** The report as lines of text. */
export function reportLines(report: ImportReport): string[] {
  const count = (n: number): string => n.toLocaleString('en');
  const { ambiguous } = report;
  const lines = report.files.map(({ file, format, items }) => `${file}: ${format}, ${count(items)} entities`);
  lines.push(
    `${count(report.added)} added, ${count(report.changed)} changed, ${count(report.unchanged)} unchanged`,
    `merged: ${count(report.mergedById)} by an id, ${count(report.mergedByNames)} by names in two scripts; ${count(report.notMergedCount)} not merged`,
    `ambiguous names: ${AMBIGUITIES.map((rule) => `${count(ambiguous[rule])} ${RULES[rule]}`).join(', ')}`,
  );
  for (const { name, reason } of report.notMerged) lines.push(`not merged: ${name}: ${reason}`);
  if (report.notMergedCount > report.notMerged.length)
    lines.push(`not merged: ${count(report.notMergedCount - report.notMerged.length)} more`);
  for (const { reason, count: n, examples } of report.left)
    lines.push(`left out: ${count(n)}: ${reason}${examples.length > 0 ? ` (${examples.join(', ')})` : ''}`);
  if (report.positionsWithoutTitle > 0)
    lines.push(
      `left out: ${count(report.positionsWithoutTitle)} positions, because no file has their titles`,
    );
  if (report.namesOfUnknown > 0)
    lines.push(`left out: names of ${count(report.namesOfUnknown)} entities that no file has`);
  for (const { file, line, reason } of report.broken) lines.push(`broken: ${file}:${line}: ${reason}`);
  if (report.brokenCount > report.broken.length)
    lines.push(`broken: ${count(report.brokenCount - report.broken.length)} more`);
  if (report.dryRun) lines.push('Nothing was written (--dry-run).');
  return lines;
}

const RULES: Readonly<Record<Ambiguity, string>> = {
  word: 'are words',
  shared: 'are shared',
  given: 'are given names alone',
  short: 'are short',
  weak: 'are weak in the list',
};

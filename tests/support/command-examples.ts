/** The examples in the help of the commands. */
import { program } from '../../src/cli/program.ts';

/** Commands whose examples write files of their own, need what others wrote or a sentence model, or call other machines. */
const ELSEWHERE = ['serve', 'backup', 'restore', 'repair', 'vacuum', 'entities', 'fetch', 'vectors'];

/** The lines that a command's help shows after a dollar sign. */
export function examplesOf(name: string): string[] {
  let help = '';
  const command = program().commands.find((candidate) => candidate.name() === name)!;
  command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
  return [...help.matchAll(/^ *\$ (lisan .*)$/gm)].map(([, line]) => line!);
}

/** Those of them that run on the sample alone. */
export const runnableExamples = (name: string): string[] =>
  ELSEWHERE.includes(name) ? [] : examplesOf(name);

/** The words of a line after `lisan`, as a shell reads them; none of the examples needs more of a shell. */
export const wordsOf = (line: string): string[] =>
  [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, ...quoted]) => quoted.join('')).slice(1);

/** Lucene as a peer, run by the Java program beside this file (Java 21 or newer for Lucene 10). */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { documentsOf, type Questions, type Run } from './question-set.ts';

const PROGRAM = fileURLToPath(new URL('LuceneSearch.java', import.meta.url));

/** The program that runs Java: that of JAVA_HOME, else the one on PATH. */
export const JAVA = process.env.JAVA_HOME === undefined ? 'java' : `${process.env.JAVA_HOME}/bin/java`;

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');

export async function searchLucene(
  { language, files, queries }: Questions,
  limit: number,
  classPath: string | undefined,
): Promise<Run> {
  if (classPath === undefined) throw new Error('Lucene needs --lucene with the class path of its jars');
  const java = spawn(
    JAVA,
    ['--add-modules', 'jdk.incubator.vector', '-cp', classPath, PROGRAM, language, String(limit)],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
    },
  );
  const answers = textOf(java.stdout);
  const ended = once(java, 'exit');
  for await (const { id, title = '', text } of documentsOf(files))
    if (!java.stdin.write(`D\t${id}\t${oneLine(`${title} ${text}`)}\n`)) await once(java.stdin, 'drain');
  for (const { text } of queries) java.stdin.write(`Q\t${oneLine(text)}\n`);
  java.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`Lucene ended with exit code ${code}`);
  const lines = (await answers).split('\n').slice(0, queries.length);
  return { found: lines.map((line) => (line === '' ? [] : line.split('\t'))) };
}

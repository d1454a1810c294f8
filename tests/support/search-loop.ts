/** Searches a running service while its index, engine and archive change. */
import { expect } from 'vitest';

/** A unique word, and the article that has it. */
export interface Question {
  q: string;
  id: string;
}

/** Minimum number of searches. */
const LEAST = 1000;
const CLIENTS = 2;

/**
 * Clients search continuously, at least a thousand times, until `changes` has ended. Every response must be the article:
 * none fails and none is empty.
 */
export async function askThrough(
  url: string,
  questions: readonly Question[],
  changes: () => Promise<void>,
): Promise<void> {
  let asked = 0;
  let ended = false;
  const client = async (): Promise<void> => {
    while (!ended || asked < LEAST) {
      const { q, id } = questions[asked++ % questions.length]!;
      const response = await fetch(`${url}/api/search?q=${q}&match=exact`);
      const answer = (await response.json()) as { hits?: { id: string }[] };
      expect({ status: response.status, ids: answer.hits?.map((hit) => hit.id) ?? answer }).toEqual({
        status: 200,
        ids: [id],
      });
    }
  };
  const changing = changes().finally(() => {
    ended = true;
  });
  await Promise.all([changing, ...Array.from({ length: CLIENTS }, client)]);
}

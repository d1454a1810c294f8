/** Alerts: what is found, what is sent, and that nothing is sent twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_ATTEMPTS } from '../../src/alerts/limits.ts';
import { ownerOf } from '../../src/alerts/tokens.ts';
import { repair } from '../../src/archive/repair.ts';
import { type AlertBench, alertBench, MINUTE_MS } from '../support/alert-bench.ts';

let bench: AlertBench;
beforeAll(async () => {
  bench = await alertBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.end());

const textOf = (place = -1): string => bench.mail.received.at(place)!.mail.text!;
const run = async (...more: Parameters<AlertBench['tools']>) => (await bench.tools(...more)).runner.run();

test('what came in since the alert was made is sent, with marks, and nothing of before', async () => {
  const { service, article, mail } = bench;
  await service.fill([article('old', 'A meeting in Astana.')]);
  bench.alert();
  await service.fill([
    article('new', 'The talks in <b>Astana</b> went on.', {
      source: 'Steppe Wire',
      publishedAt: '2024-11-12',
    }),
    article('other', 'Snow in Ankara.'),
  ]);
  expect(await run()).toEqual({ found: 1, sent: 1, dropped: 0, failed: 0 });
  const [received] = mail.received;
  expect([received!.from, received!.to]).toEqual(['alerts@news.example', ['reader@news.example']]);
  expect(received!.mail.subject).toBe('1 new article: Astana');
  expect(received!.mail.html).toContain(
    'talks in &lt;b&gt;<mark data-kind="exact">Astana</mark>&lt;/b&gt; went on',
  );
  expect(received!.mail.html).toContain(
    `https://news.example/archive/articles/${bench.idOf('new')}?q=Astana`,
  );
  expect(textOf()).toContain('<b>*Astana*</b>');
  expect(textOf()).toMatch(/Steppe Wire.*November 12, 2024/);
  expect(textOf()).not.toContain('Article old');
  expect(await run()).toEqual({ found: 0, sent: 0, dropped: 0, failed: 0 });
});

test('every message can end the alert: in its text, and by its headers with one click', async () => {
  const { service, article } = bench;
  const { id } = bench.alert();
  await service.fill([article('a', 'Astana')]);
  await run();
  const { raw } = bench.mail.received[0]!;
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  const [, address] = /^List-Unsubscribe: <(https:[^>]+)>$/m.exec(unfolded)!;
  expect(address).toContain(`https://news.example/archive/api/alerts/end?token=${id}.0.`);
  expect(unfolded).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  expect(textOf()).toContain(address);
});

test('a full reindex repeats nothing', async () => {
  const { service, article } = bench;
  bench.alert();
  await service.fill([article('a', 'Astana')]);
  await run();
  await service.level(true);
  bench.pass(60 * MINUTE_MS);
  expect(await run()).toMatchObject({ found: 0, sent: 0 });
});

describe('an edited article', () => {
  test('that was told is not told again', async () => {
    const { service, article } = bench;
    bench.alert();
    await service.fill([article('a', 'Astana')]);
    await run();
    bench.pass(60 * MINUTE_MS);
    await service.fill([article('a', 'Astana, corrected')]);
    expect(await run()).toMatchObject({ found: 0, sent: 0 });
  });

  test('that matched before the alert was made is no news; one that matches now only is', async () => {
    const { service, article } = bench;
    await service.fill([article('a', 'Astana'), article('b', 'Ankara')]);
    await new Promise((resolve) => setTimeout(resolve, 2));
    bench.alert();
    await service.fill([article('a', 'Astana again'), article('b', 'Ankara and Astana')]);
    expect(await run()).toMatchObject({ found: 1, sent: 1 });
    expect(textOf()).toContain('Article b');
    expect(textOf()).not.toContain('Article a');
  });

  test('that no longer matches when the message is written is left out', async () => {
    const { service, article } = bench;
    bench.alert();
    await service.fill([article('a', 'Astana'), article('b', 'Astana')]);
    const { runner } = await bench.tools();
    expect(await runner.find()).toBe(2);
    await service.fill([article('a', 'Ankara')]);
    expect(await runner.deliver()).toMatchObject({ sent: 1 });
    expect(textOf()).not.toContain('Article a');
  });

  test('twice between two runs is told once', async () => {
    const { service, article } = bench;
    bench.alert();
    service.archive.put([article('a', 'Astana')]);
    service.archive.put([article('a', 'Astana, corrected')]);
    await service.level();
    expect(await run()).toMatchObject({ found: 1, sent: 1 });
  });
});

test('an article that is deleted before the message is written is in no message', async () => {
  const { service, article, mail } = bench;
  bench.alert();
  await service.fill([article('a', 'Astana')]);
  const { runner } = await bench.tools();
  await runner.find();
  service.archive.takeDown(bench.idOf('a'), 'asked for');
  await service.level();
  expect(await runner.deliver()).toMatchObject({ sent: 0, dropped: 1 });
  expect(mail.received).toEqual([]);
});

test('at most one message in an interval, with everything that came in meanwhile', async () => {
  const { service, article, mail } = bench;
  bench.alert({ intervalMinutes: 60 });
  await service.fill([article('a', 'Astana one')]);
  await run();
  for (const id of ['b', 'c']) {
    await service.fill([article(id, `Astana ${id}`)]);
    bench.pass(20 * MINUTE_MS);
    expect(await run()).toMatchObject({ found: 1, sent: 0 });
  }
  bench.pass(21 * MINUTE_MS);
  expect(await run()).toMatchObject({ sent: 1 });
  expect(mail.received.at(-1)!.mail.subject).toBe('2 new articles: Astana');
});

test('two alerts for the same search are two, also to one address', async () => {
  const { service, article, mail } = bench;
  bench.alert();
  bench.alert({ target: 'other@news.example', language: 'ru' });
  await service.fill([article('a', 'Astana')]);
  expect(await run()).toMatchObject({ found: 2, sent: 2 });
  expect(mail.received.map(({ to }) => to[0]).sort()).toEqual(['other@news.example', 'reader@news.example']);
  expect(mail.received.map(({ mail: { subject } }) => subject).sort()).toEqual([
    '1 new article: Astana',
    '1 новая статья: Astana',
  ]);
});

test('many articles: the newest are shown, the others counted, near-duplicates collapsed', async () => {
  const { service, article, mail } = bench;
  bench.alert();
  const story =
    'The foreign ministers met in Astana on Tuesday and spoke about the border and the trade of both countries for hours.';
  await service.fill([
    ...Array.from({ length: 30 }, (_, number) =>
      article(`n${number}`, `Astana ${number} ${'x'.repeat(number + 1)}`, {
        publishedAt: `2024-10-${String(1 + number)}`.replace(/-(\d)$/, '-0$1'),
      }),
    ),
    article('copy1', story, { publishedAt: '2024-12-01' }),
    article('copy2', story, { publishedAt: '2024-12-02' }),
  ]);
  await run();
  expect(mail.received[0]!.mail.subject).toBe('32 new articles: Astana');
  expect(textOf()).toContain('and 1 near-identical copy');
  expect(textOf().indexOf('Article copy2')).toBeLessThan(textOf().indexOf('Article n29'));
  expect(textOf()).toContain('Article n29');
  expect(textOf()).not.toContain('Article n0\u2069');
});

describe('a process that ends', () => {
  test('after sending and before recording: the message is not sent again, and counts as uncertain', async () => {
    const { service, article, mail } = bench;
    const { id } = bench.alert();
    await service.fill([article('a', 'Astana')]);
    const died = new Error('killed');
    const { runner } = await bench.tools({ settle: () => Promise.reject(died) });
    await expect(runner.run()).rejects.toBe(died);
    expect(mail.received).toHaveLength(1);
    expect(await run()).toMatchObject({ sent: 0 });
    bench.pass(30 * MINUTE_MS);
    expect(await run()).toMatchObject({ sent: 0 });
    expect(service.archive.alerts.get(id)).toMatchObject({ uncertain: 1, state: 'active', delivery: null });
    await service.fill([article('b', 'Astana too')]);
    bench.pass(30 * MINUTE_MS);
    expect(await run()).toMatchObject({ sent: 1 });
    expect(mail.received).toHaveLength(2);
    expect(textOf()).not.toContain('Article a');
  });

  test('after finding and before recording it: the articles are found by the next', async () => {
    const { service, article } = bench;
    bench.alert();
    await service.fill([article('a', 'Astana')]);
    const died = new Error('killed');
    const { runner } = await bench.tools({ found: () => Promise.reject(died) });
    await expect(runner.run()).rejects.toBe(died);
    expect(await run()).toMatchObject({ found: 1, sent: 1 });
  });
});

test('two processes at once send one message', async () => {
  const { service, article, mail } = bench;
  bench.alert();
  await service.fill([article('a', 'Astana')]);
  const both = [await bench.tools(), await bench.tools()];
  await Promise.all(both.map(({ runner }) => runner.run()));
  expect(mail.received).toHaveLength(1);
});

describe('a message that fails', () => {
  test('is tried again after twice the time, the same message with the same articles', async () => {
    const { service, article, mail } = bench;
    const { id } = bench.alert();
    await service.fill([article('a', 'Astana')]);
    mail.replies.data = '451 later';
    expect(await run()).toMatchObject({ failed: 1 });
    await service.fill([article('b', 'Astana too')]);
    const tries = async (): Promise<number> => (await run()).failed;
    // The clock of the bench: 1 minute, then 2, then 4, without shortening.
    for (const minutes of [1, 2, 4]) {
      bench.pass(minutes * MINUTE_MS - 1);
      expect(await tries()).toBe(0);
      bench.pass(1);
      expect(await tries()).toBe(1);
    }
    expect(service.archive.alerts.get(id)).toMatchObject({ attempts: 4, state: 'active' });
    expect(service.archive.alerts.get(id)!.failure).toContain('451');
    mail.replies.data = '250 taken';
    bench.pass(8 * MINUTE_MS);
    expect(await run()).toMatchObject({ sent: 1 });
    expect(textOf()).toContain('Article a');
    expect(textOf()).not.toContain('Article b');
    bench.pass(15 * MINUTE_MS);
    expect(await run()).toMatchObject({ sent: 1 });
    expect(textOf()).toContain('Article b');
  });

  test(`stops its alert after ${MAX_ATTEMPTS} tries; a test that arrives lets it go on`, async () => {
    const { service, article, mail } = bench;
    const { id } = bench.alert();
    await service.fill([article('a', 'Astana')]);
    mail.replies.data = '451 later';
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      expect(await run()).toMatchObject({ failed: 1 });
      bench.pass(6 * 60 * MINUTE_MS);
    }
    expect(service.archive.alerts.get(id)!.state).toBe('stopped');
    expect(await run()).toMatchObject({ failed: 0, sent: 0 });
    mail.replies.data = '250 taken';
    const { delivery } = await bench.tools();
    await delivery.test(service.archive.alerts.get(id)!);
    service.archive.alerts.resume(id);
    expect(await run()).toMatchObject({ sent: 1 });
    expect(textOf()).toContain('Article a');
  });

  test('because there is no such recipient stops its alert at once', async () => {
    const { service, article, mail } = bench;
    const { id } = bench.alert();
    await service.fill([article('a', 'Astana')]);
    mail.replies.recipient = '550 <reader@news.example> no such user';
    await run();
    const stopped = service.archive.alerts.get(id)!;
    expect(stopped).toMatchObject({ state: 'stopped', attempts: 1 });
    // Reasons are logged; addresses are not.
    expect(stopped.failure).toContain('no such user');
    expect(stopped.failure).not.toContain('reader@');
  });

  test('does not hold up another alert', async () => {
    const { service, article, hook } = bench;
    bench.alert();
    bench.alert({ channel: 'webhook', target: hook.url, secret: 's' });
    await service.fill([article('a', 'Astana')]);
    bench.mail.replies.data = '451 later';
    expect(await run()).toMatchObject({ failed: 1, sent: 1 });
  });
});

test('an alert whose search is not valid any more stops with the reason', async () => {
  const { service, article } = bench;
  const { id } = bench.alert({ search: 'q=Astana&fields.desk=foreign' });
  await service.fill([article('a', 'Astana')]);
  await run();
  const { state, failure } = service.archive.alerts.get(id)!;
  expect(state).toBe('stopped');
  expect(failure).toContain('fields.desk');
});

test('an unconfirmed alert is sent nothing, and removed after two days', async () => {
  const { service, article } = bench;
  const { archive } = service;
  const { id: active, ...rest } = bench.alert();
  archive.alerts.remove(active);
  archive.alerts.add(rest, 0, false);
  await service.fill([article('a', 'Astana')]);
  expect(await run()).toMatchObject({ found: 0, sent: 0 });
  bench.pass(49 * 60 * MINUTE_MS);
  await run();
  expect(archive.alerts.list()).toEqual([]);
});

test('a damaged alert is sent nothing, named, and restored from a copy', async () => {
  const { service, article } = bench;
  const { archive } = service;
  const { id } = bench.alert();
  const { DatabaseSync, backup } = await import('node:sqlite');
  const copy = `${archive.file}.copy`;
  const database = new DatabaseSync(archive.file);
  await backup(database, copy);
  database.prepare('UPDATE alerts SET target = ? WHERE id = ?').run('stranger@news.example', id);
  database.close();
  await service.fill([article('a', 'Astana')]);
  expect(await run()).toMatchObject({ found: 0, sent: 0 });
  expect(archive.alerts.damaged()).toEqual([id]);
  expect(repair(archive).alerts).toEqual({ repaired: [], left: [id] });
  expect(repair(archive, copy).alerts).toEqual({ repaired: [id], left: [] });
  await run();
  expect(bench.mail.received.map(({ to }) => to)).toEqual([['reader@news.example']]);
});

describe('keys', () => {
  const KEY = 'search-0123456789abcdef';

  test('an alert stops with its key and goes on with it; without a key where one is needed, too', async () => {
    const guarded = await alertBench({ LISAN_API_KEYS: `search:${KEY}` });
    try {
      const { service, article, mail } = guarded;
      const [key] = service.config.keys;
      guarded.alert({ owner: ownerOf(key!) });
      guarded.alert({ owner: ownerOf({ ...key!, digest: Buffer.alloc(32) }), target: 'gone@news.example' });
      guarded.alert({ owner: '', target: 'nobody@news.example' });
      await service.fill([article('a', 'Astana')]);
      const { runner } = await guarded.tools();
      expect(await runner.run()).toMatchObject({ found: 1, sent: 1 });
      expect(mail.received.map(({ to }) => to[0])).toEqual(['reader@news.example']);
    } finally {
      await guarded.end();
    }
  });
});

/** Alerts by the command line, and what status and doctor say of them. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Archive } from '../../src/archive/archive.ts';
import { backUp } from '../../src/archive/backup.ts';
import { ARCHIVE_FILE } from '../../src/service/service.ts';
import { type AlertBench, alertBench } from '../support/alert-bench.ts';
import { command } from '../support/command.ts';

let bench: AlertBench;
beforeAll(async () => {
  bench = await alertBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.end());

const run = (...words: string[]) =>
  command(bench.service.config.data, words, {
    LISAN_SMTP_URL: bench.mail.url,
    LISAN_MAIL_FROM: 'alerts@news.example',
    LISAN_PUBLIC_URL: 'https://news.example',
    LISAN_ALERTS_PRIVATE: 'allowed',
    LISAN_TIMEZONE: 'UTC',
  });

test('run finds and sends, list says how it went, remove removes', async () => {
  const { id } = bench.alert({ channel: 'webhook', target: bench.hook.url, secret: 'do not tell' });
  await bench.service.fill([bench.article('a', 'Astana')]);
  expect((await run('alerts', 'run')).out).toBe(
    '1 new articles, 1 messages sent, 0 failed, 0 not needed any more\n',
  );
  expect(bench.hook.received).toHaveLength(1);
  const listed = await run('alerts', 'list');
  expect(listed.out).toMatch(
    new RegExp(`^${id}\\twebhook\\t${bench.hook.url}\\tAstana\\tok, every 15 min, 0 waiting, last `),
  );
  const json = await run('alerts', 'list', '--json');
  expect(JSON.parse(json.out)).toMatchObject({ id, condition: 'ok', withKey: false, waiting: 0 });
  expect(json.out + listed.out).not.toContain('do not tell');
  expect((await run('alerts', 'remove', id)).out).toBe(`${id} removed\n`);
  expect((await run('alerts', 'remove', id)).errors).toContain(`There is no alert "${id}"`);
});

test('a message that fails ends run with 1; doctor and status tell; a test that arrives lets a stopped alert go on', async () => {
  const { id } = bench.alert({ channel: 'webhook', target: bench.hook.url });
  await bench.service.fill([bench.article('a', 'Astana')]);
  bench.hook.answer = { status: 410 };
  const failed = await run('alerts', 'run', '--json');
  expect([failed.code, JSON.parse(failed.out)]).toEqual([1, { found: 1, sent: 0, dropped: 0, failed: 1 }]);
  expect((await run('status')).out).toContain('alerts      1 stopped');
  const findings = JSON.parse((await run('doctor', '--json')).out);
  expect(findings).toContainEqual(
    expect.objectContaining({ what: 'alerts', state: 'warning', message: '1 stopped' }),
  );
  const refused = await run('alerts', 'test', id);
  expect([refused.code, refused.errors]).not.toEqual([0, '']);
  expect(refused.errors).toContain('HTTP 410');
  bench.hook.answer = { status: 200 };
  expect((await run('alerts', 'test', id)).out).toBe(`${id} sent; it goes on\n`);
  expect((await run('alerts', 'run')).out).toContain('1 messages sent');
  expect((await run('status')).out).toContain('alerts      1 ok');
});

test('an alert is in a backup', async () => {
  bench.alert();
  const file = `${bench.service.archive.file}.backup`;
  expect((await backUp(bench.service.archive.file, file)).damaged).toBeUndefined();
  const copy = new Archive(file);
  expect(copy.alerts.list()).toMatchObject([{ target: 'reader@news.example', search: 'q=Astana' }]);
  copy.close();
  expect(bench.service.archive.file.endsWith(ARCHIVE_FILE)).toBe(true);
});

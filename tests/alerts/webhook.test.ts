/** Webhooks: the signature, repeated tries, and addresses that are refused. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { post, webhookUrl } from '../../src/alerts/webhook.ts';
import { type AlertBench, alertBench, MINUTE_MS } from '../support/alert-bench.ts';

let bench: AlertBench;
beforeAll(async () => {
  bench = await alertBench();
});
beforeEach(() => bench.reset());
afterAll(() => bench.end());

const SECRET = 'a secret of the receiver';
const hooked = () => bench.alert({ channel: 'webhook', target: bench.hook.url, secret: SECRET });
const run = async () => (await bench.tools()).runner.run();

/** As docs/alerts.md has it. */
function isGenuine(secret: string, header: string, body: string): boolean {
  const { t, v1 } = Object.fromEntries(header.split(',').map((part) => part.split('=')));
  return createHmac('sha256', secret).update(`${t}.${body}`).digest('hex') === v1;
}

test('the message is signed and has the articles with their marks and links', async () => {
  const { id } = hooked();
  await bench.service.fill([bench.article('a', 'Talks in Astana.', { url: 'https://wire.example/a' })]);
  await run();
  const [{ headers, body }] = bench.hook.received as [(typeof bench.hook.received)[0]];
  const signature = String(headers['lisan-signature']);
  expect(isGenuine(SECRET, signature, body)).toBe(true);
  expect(isGenuine(SECRET, signature, body.replace('Astana', 'Ankara'))).toBe(false);
  expect(isGenuine('another', signature, body)).toBe(false);
  expect(Number(/t=(\d+)/.exec(signature)![1])).toBe(Math.floor(bench.clock.now / 1000));
  const message = JSON.parse(body);
  expect(message).toMatchObject({
    delivery: headers['lisan-delivery'],
    alert: { id, name: 'Astana', search: 'q=Astana' },
    test: false,
    total: 1,
    all: 'https://news.example/archive/?q=Astana&sort=newest',
  });
  expect(message.articles).toHaveLength(1);
  expect(message.articles[0]).toMatchObject({
    url: 'https://wire.example/a',
    link: `https://news.example/archive/articles/${bench.idOf('a')}?q=Astana`,
    highlights: { body: [{ marks: [{ start: 9, end: 15, kind: 'exact' }] }] },
  });
  expect(body).not.toContain(SECRET);
});

test('a try that fails is repeated with the same id and content; Retry-After is kept', async () => {
  const { id } = hooked();
  await bench.service.fill([bench.article('a', 'Astana')]);
  bench.hook.answer = { status: 503, headers: { 'retry-after': '600' } };
  expect(await run()).toMatchObject({ failed: 1 });
  bench.hook.answer = { status: 200 };
  bench.pass(9 * MINUTE_MS);
  expect(await run()).toMatchObject({ sent: 0 });
  bench.pass(MINUTE_MS);
  expect(await run()).toMatchObject({ sent: 1 });
  const [first, second] = bench.hook.received;
  expect(second!.headers['lisan-delivery']).toBe(first!.headers['lisan-delivery']);
  expect(JSON.parse(second!.body).articles).toEqual(JSON.parse(first!.body).articles);
  expect(bench.service.archive.alerts.get(id)).toMatchObject({ failure: null, attempts: 0 });
});

test.each([
  [410, 'stopped', 'the receiver is gone for good'],
  [404, 'active', 'it may come back'],
  [302, 'active', 'redirects are not followed'],
])('HTTP %i leaves the alert %s: %s', async (status, state) => {
  const { id } = hooked();
  await bench.service.fill([bench.article(`s${status}`, 'Astana')]);
  bench.hook.answer = { status, headers: { location: bench.hook.url } };
  await run();
  expect(bench.hook.received).toHaveLength(1);
  expect(bench.service.archive.alerts.get(id)!.state).toBe(state);
});

describe('addresses', () => {
  test.each([
    ['https://hooks.news.example/a?b=c', 'https://hooks.news.example/a?b=c'],
    ['http://203.0.114.5:8080/', 'http://203.0.114.5:8080/'],
    ['https://[2606:4700::1]/', 'https://[2606:4700::1]/'],
    ['https://news.example/#part', 'https://news.example/'],
  ])('%s is one', (given, url) => {
    expect(webhookUrl(given, false)).toBe(url);
  });

  test.each([
    ['ftp://news.example/', 'not a protocol of the web'],
    ['news.example', 'no URL'],
    ['https://user:word@news.example/', 'a password'],
    ['http://127.0.0.1/', 'loopback'],
    ['http://2130706433/', 'loopback as one number'],
    ['http://0x7f.1/', 'loopback in other digits'],
    ['http://[::1]/', 'loopback, IPv6'],
    ['http://[::ffff:10.0.0.1]/', 'private, as IPv6'],
    ['http://[64:ff9b::7f00:1]/', 'loopback behind NAT64'],
    ['http://10.1.2.3/', 'private'],
    ['http://192.168.0.1/', 'private'],
    ['http://169.254.169.254/latest/meta-data', 'link-local'],
    ['http://[fe80::1]/', 'link-local, IPv6'],
    ['http://[fd00::1]/', 'unique local'],
    ['http://0.0.0.0/', 'this host'],
    ['http://localhost:9200/', 'a name of this machine'],
    ['http://metadata.google.internal/', 'a name of the network'],
    [`https://news.example/${'a'.repeat(1000)}`, 'too long'],
  ])('%s is none: %s', (given) => {
    expect(webhookUrl(given, false)).toBeUndefined();
  });

  test('are allowed by the setting, and are then not checked', () => {
    expect(webhookUrl('http://127.0.0.1:9000/hook', true)).toBe('http://127.0.0.1:9000/hook');
  });

  test('are checked again by what their name is looked up to, when they are sent to', async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    const message = { secret: SECRET, delivery: 'd', body: '{}' };
    // Every system looks this name up to a loopback address.
    for (const host of ['localhost', '127.0.0.1'])
      await expect(
        post({ ...message, url: `http://${host}:${port}/` }, { allowPrivate: false, now: 0 }),
      ).rejects.toThrow('is not on the public internet');
    expect(asked).toBe(0);
    await post({ ...message, url: `http://127.0.0.1:${port}/` }, { allowPrivate: true, now: 0 });
    expect(asked).toBe(1);
    await new Promise((resolve) => server.close(resolve));
  });

  test('that do not answer in time have failed', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(
      post(
        { url: `http://127.0.0.1:${port}/`, secret: SECRET, delivery: 'd', body: '{}' },
        { allowPrivate: true, now: 0, timeoutMs: 20 },
      ),
    ).rejects.toThrow('no answer within 0.02 s');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});

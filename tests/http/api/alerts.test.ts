/** Alerts over HTTP: made, confirmed, ended; whose they are; what is refused. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_CONFIRMATIONS_PER_ADDRESS } from '../../../src/alerts/limits.ts';
import { tokenOf } from '../../../src/alerts/tokens.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { type MailServer, mailServer } from '../../support/mail-server.ts';
import { type Running, running } from '../../support/running-service.ts';
import { type WebhookReceiver, webhookReceiver } from '../../support/webhook-receiver.ts';

const SEARCH_KEY = { authorization: 'Bearer search-0123456789abcdef' };
const OTHER_KEY = { authorization: 'Bearer other-0123456789abcdef' };
const ADMIN_KEY = { authorization: 'Bearer admin-0123456789abcdef' };

let api: Running;
let mail: MailServer;
let hook: WebhookReceiver;
let archive: Archive;

beforeAll(async () => {
  [mail, hook] = [await mailServer(), await webhookReceiver()];
  api = await running({
    LISAN_API_KEYS:
      'ingest+admin:admin-0123456789abcdef,search:search-0123456789abcdef,search:other-0123456789abcdef',
    LISAN_SMTP_URL: mail.url,
    LISAN_MAIL_FROM: 'alerts@news.example',
    LISAN_PUBLIC_URL: 'http://127.0.0.1',
    LISAN_ALERTS_PRIVATE: 'allowed',
  });
  archive = api.service.archive;
});
beforeEach(() => {
  for (const { id } of archive.alerts.list()) archive.alerts.remove(id);
  archive.setSetting('alertConfirmations', undefined);
  mail.received.length = 0;
  hook.received.length = 0;
});
afterAll(async () => {
  await api.end();
  await Promise.all([mail.close(), hook.close()]);
});

const byMail = {
  channel: 'mail',
  target: 'reader@news.example',
  search: 'q=Astana&lang=en&limit=5&sort=newest',
};
const byHook = () => ({ channel: 'webhook', target: hook.url, search: 'q=Astana', name: 'Capital' });
const write = async (id: string, body: string): Promise<void> => {
  const stored = await api.post(
    '/api/documents?wait=true',
    { documents: [{ id, title: id, body }] },
    ADMIN_KEY,
  );
  expect(stored.status).toBeLessThan(300);
  await api.server.alerts.idle();
};
/** The address of a link in the last mail, on the service of the test. */
const linkIn = (place: 'confirm' | 'end'): string =>
  new RegExp(`http://127\\.0\\.0\\.1(/api/alerts/${place}\\?token=[\\w.-]+)`).exec(
    mail.received.at(-1)!.mail.text!,
  )![1]!;

test('by mail: asked for, confirmed with a button, sent after the update of the index, ended by one click', async () => {
  const added = await api.post('/api/alerts', byMail, { ...SEARCH_KEY, 'accept-language': 'tr' });
  expect(added.status).toBe(200);
  expect(added.body).toMatchObject({
    state: 'unconfirmed',
    language: 'tr',
    interval: 60,
    search: 'q=Astana&lang=en',
  });
  expect(added.body.secret).toBeUndefined();
  expect(mail.received).toHaveLength(1);
  await write('before', 'Astana in winter, in English words.');

  const link = linkIn('confirm');
  // Programs that look at mails open the links in them.
  const question = await api.ask(link);
  expect(question.text).toContain('<html lang="tr" dir="ltr">');
  expect(question.headers.get('referrer-policy')).toBe('same-origin');
  expect(archive.alerts.list()[0]!.state).toBe('unconfirmed');
  const confirmed = await api.ask(link, { method: 'POST', headers: { origin: api.server.url } });
  expect(confirmed.status).toBe(200);
  expect(archive.alerts.list()[0]!.state).toBe('active');
  expect((await api.ask(link, { method: 'POST' })).status).toBe(200);

  await write('after', 'The talks in Astana went on for hours.');
  expect(mail.received).toHaveLength(2);
  const message = mail.received[1]!.mail;
  expect(message.subject).toBe('1 yeni haber: Astana');
  expect(message.text).not.toContain('before');
  const end = linkIn('end');
  expect((await api.ask(end)).text).toContain('<form method="post">');
  expect(archive.alerts.list()).toHaveLength(1);
  const oneClick = await api.ask(end, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(oneClick.status).toBe(200);
  expect(archive.alerts.list()).toEqual([]);
  expect((await api.ask(end, { method: 'POST' })).status).toBe(200);
});

test('by webhook: with a key, signed from the first message on, tested, removed', async () => {
  expect((await api.post('/api/alerts', byHook())).status).toBe(401);
  const { body } = await api.post('/api/alerts', byHook(), SEARCH_KEY);
  expect(body).toMatchObject({ state: 'ok', name: 'Capital', secret: expect.stringMatching(/^[\w-]{43}$/) });
  const tested = await api.post(`/api/alerts/${body.id}/test`, {}, SEARCH_KEY);
  expect([tested.status, JSON.parse(hook.received[0]!.body).test]).toEqual([200, true]);
  await write('w', 'Astana hosts the talks of both sides.');
  expect(JSON.parse(hook.received[1]!.body)).toMatchObject({ total: 1, alert: { name: 'Capital' } });
  const listed = await api.ask('/api/alerts', { headers: SEARCH_KEY });
  expect(listed.body.alerts).toMatchObject([
    { id: body.id, waiting: 0, failure: null, sentAt: expect.any(String) },
  ]);
  expect(JSON.stringify(listed.body)).not.toContain(body.secret);
  expect((await api.ask(`/api/alerts/${body.id}`, { method: 'DELETE', headers: SEARCH_KEY })).status).toBe(
    200,
  );
  expect(archive.alerts.list()).toEqual([]);
});

test('each key has its own alerts; the admin key has all', async () => {
  const { body } = await api.post('/api/alerts', byHook(), SEARCH_KEY);
  const seenBy = async (headers: Record<string, string>): Promise<number> =>
    (await api.ask('/api/alerts', { headers })).body.alerts.length;
  expect([await seenBy(SEARCH_KEY), await seenBy(OTHER_KEY), await seenBy(ADMIN_KEY)]).toEqual([1, 0, 1]);
  for (const [path, method] of [
    [`/api/alerts/${body.id}`, 'DELETE'],
    [`/api/alerts/${body.id}/test`, 'POST'],
  ] as const) {
    const refused = await api.ask(path, { method, headers: OTHER_KEY });
    expect([refused.status, refused.body.error.code]).toEqual([404, 'alert_unknown']);
  }
  expect((await api.ask('/api/alerts')).status).toBe(401);
});

describe('what is refused', () => {
  test.each([
    [{ target: 'reader@news.example\r\nBcc: x@y.example' }, 400, 'invalid_alert'],
    [{ target: 'reader@localhost' }, 400, 'invalid_alert'],
    [{ interval: 1 }, 400, 'invalid_alert'],
    [{ search: 'lnag=tr' }, 400, 'invalid_parameter'],
    [{ search: `q=${'x'.repeat(600)}` }, 400, 'invalid_parameter'],
    [{ channel: 'pigeon' }, 400, 'invalid_alert'],
    [{ from: 'somebody@else.example' }, 400, 'invalid_alert'],
    [{ channel: 'webhook', target: 'https://a:b@news.example/' }, 400, 'invalid_alert'],
  ])('%j', async (part, status, code) => {
    const answer = await api.post('/api/alerts', { ...byMail, ...part }, SEARCH_KEY);
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    expect(mail.received).toEqual([]);
  });

  test('a private address of a webhook, unless a setting allows it', async () => {
    const strict = await running({ LISAN_API_KEYS: 'search+admin:strict-0123456789abcdef' });
    try {
      const key = { authorization: 'Bearer strict-0123456789abcdef' };
      const answer = await strict.post('/api/alerts', byHook(), key);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'invalid_alert']);
      const named = { ...byHook(), target: 'http://internal.news.example.localhost/' };
      expect((await strict.post('/api/alerts', named, key)).status).toBe(400);
    } finally {
      await strict.end();
    }
  });

  test('more confirmations to one address than are allowed in a day: at once, in other letters, or after removing the alert', async () => {
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => api.post('/api/alerts', byMail, SEARCH_KEY)),
    );
    expect(sent.filter(({ status }) => status === 200)).toHaveLength(MAX_CONFIRMATIONS_PER_ADDRESS);
    for (const { id } of archive.alerts.list())
      await api.ask(`/api/alerts/${id}`, { method: 'DELETE', headers: SEARCH_KEY });
    const answer = await api.post('/api/alerts', { ...byMail, target: 'Reader@NEWS.example' }, SEARCH_KEY);
    expect([answer.status, answer.body.error.code]).toEqual([429, 'too_many_confirmations']);
    expect(mail.received).toHaveLength(MAX_CONFIRMATIONS_PER_ADDRESS);
  });

  test('tokens that are expired, of another purpose, or made up', async () => {
    await api.post('/api/alerts', byMail, SEARCH_KEY);
    const { id } = archive.alerts.list()[0]!;
    const secret = archive.setting('alertSecret')!;
    for (const [token, status] of [
      [tokenOf(secret, 'confirm', id, Date.now() - 1), 410],
      [tokenOf(secret, 'end', id, 0), 404],
      [tokenOf('another secret', 'confirm', id, 0), 404],
      ['', 404],
    ] as const)
      expect((await api.ask(`/api/alerts/confirm?token=${token}`, { method: 'POST' })).status).toBe(status);
    expect(archive.alerts.list()[0]!.state).toBe('unconfirmed');
  });

  test('a mail that the server does not take leaves no alert', async () => {
    mail.replies.recipient = '550 nobody';
    const answer = await api.post('/api/alerts', byMail, SEARCH_KEY);
    mail.replies.recipient = '250 ok';
    expect([answer.status, answer.body.error.code]).toEqual([503, 'mail_failed']);
    expect(archive.alerts.list()).toEqual([]);
  });

  test('a test of an alert that is not confirmed', async () => {
    const { body } = await api.post('/api/alerts', byMail, SEARCH_KEY);
    const { status } = await api.ask(`/api/alerts/${body.id}/test`, { method: 'POST', headers: SEARCH_KEY });
    expect([status, mail.received.length]).toEqual([409, 1]);
  });
});

describe('without keys', () => {
  let open: Running;
  beforeAll(async () => {
    open = await running({
      ...{
        LISAN_SMTP_URL: mail.url,
        LISAN_MAIL_FROM: 'a@news.example',
        LISAN_PUBLIC_URL: 'http://127.0.0.1',
      },
      LISAN_ALERTS: '2',
    });
  });
  afterAll(() => open.end());

  test('everybody can follow by mail, nobody by webhook, and there is a limit for all', async () => {
    expect((await open.ask('/api/alerts/offer')).body).toMatchObject({ mail: true, webhook: false });
    expect((await open.post('/api/alerts', byHook())).status).toBe(401);
    for (const target of ['a@news.example', 'b@news.example'])
      expect((await open.post('/api/alerts', { ...byMail, target })).status).toBe(200);
    const third = await open.post('/api/alerts', { ...byMail, target: 'c@news.example' });
    expect([third.status, third.body.error.code]).toEqual([409, 'too_many_alerts']);
    expect((await open.ask('/api/alerts')).body.error.code).toBe('key_unset');
  });

  test('and without a mail server nobody', async () => {
    const plain = await running();
    try {
      expect((await plain.ask('/api/alerts/offer')).body).toMatchObject({ mail: false, webhook: false });
      const answer = await plain.post('/api/alerts', byMail);
      expect([answer.status, answer.body.error.code]).toEqual([403, 'alerts_off']);
    } finally {
      await plain.end();
    }
  });
});

test('new articles of a saved search are counted from the last look on', async () => {
  const ask = async (seen?: string) =>
    (
      await api.ask(`/api/search/new?q=Astana${seen === undefined ? '' : `&seen=${seen}`}`, {
        headers: SEARCH_KEY,
      })
    ).body;
  const first = await ask();
  expect(first.count).toBe(0);
  await write('n1', 'One more about Astana and its mayor.');
  await write('n2', 'Nothing about that town but about rivers.');
  await write('before', 'Astana in winter, in other words.');
  expect(await ask(first.seen)).toMatchObject({ count: 1, relation: 'eq' });
  expect(await ask((await ask(first.seen)).seen)).toMatchObject({ count: 0 });
  const wrong = await api.ask('/api/search/new?q=a&seen=yesterday', { headers: SEARCH_KEY });
  expect(wrong.status).toBe(400);
});

test('metrics say in which state alerts are', async () => {
  await api.post('/api/alerts', byHook(), SEARCH_KEY);
  hook.answer = { status: 500 };
  await write('m', 'Astana once more, with another subject altogether.');
  hook.answer = { status: 200 };
  const { text } = await api.ask('/metrics', { headers: ADMIN_KEY });
  expect(text).toContain('lisan_alerts{state="failing"} 1');
  expect(text).toContain('lisan_alerts{state="ok"} 0');
});

test('with threads: a receiver that never answers holds up neither searches nor the index', async () => {
  const key = { authorization: 'Bearer thread-0123456789abcdef' };
  const sockets = new Set<import('node:net').Socket>();
  const { createServer } = await import('node:net');
  let reached: () => void;
  const isReached = new Promise<void>((resolve) => {
    reached = resolve;
  });
  const silent = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    reached();
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as import('node:net').AddressInfo;
  const threaded = await running({
    ...{ LISAN_READERS: '1', LISAN_ALERTS_PRIVATE: 'allowed' },
    LISAN_API_KEYS: 'search+ingest+admin:thread-0123456789abcdef',
  });
  try {
    const target = `http://127.0.0.1:${port}/`;
    const added = await threaded.post('/api/alerts', { ...byHook(), target }, key);
    expect(added.body.state).toBe('ok');
    const store = (id: string) =>
      threaded.post('/api/documents?wait=true', { documents: [{ id, title: id, body: 'Astana' }] }, key);
    expect((await store('a')).body.indexed).toBe(true);
    await isReached;
    expect((await store('b')).body.indexed).toBe(true);
    const { body } = await threaded.ask('/api/search?q=Astana', { headers: key });
    expect(body.total.value).toBe(2);
    expect(threaded.service.archive.alerts.list()[0]).toMatchObject({ claimedAt: expect.any(Number) });
  } finally {
    for (const socket of sockets) socket.destroy();
    await threaded.server.alerts.idle();
    expect(threaded.service.archive.alerts.list()[0]!.failure).not.toBeNull();
    await threaded.end();
    silent.close();
  }
});

/** A service with alerts, a mail server, a webhook and a clock that a test turns. */

import type { AlertStore } from '../../src/alerts/alert-store.ts';
import type { Alert, NewAlert } from '../../src/archive/alert.ts';
import type { Article } from '../../src/common/types.ts';
import { type AlertTools, alertTools } from '../../src/http/alerts/schedule.ts';
import { localStore } from '../../src/http/alerts/store.ts';
import { type MailServer, mailServer } from './mail-server.ts';
import { type TestService, testService } from './service.ts';
import { type WebhookReceiver, webhookReceiver } from './webhook-receiver.ts';

export const MINUTE_MS = 60_000;

export interface AlertBench {
  service: TestService;
  mail: MailServer;
  hook: WebhookReceiver;
  /** Milliseconds since 1970; turned by `pass`. */
  clock: { now: number };
  pass(ms: number): void;
  /** New tools, as another process would have. `store`: parts of the store that behave otherwise. */
  tools(store?: Partial<AlertStore>): Promise<AlertTools>;
  /** Adds an active alert that has seen everything. */
  alert(given?: Partial<NewAlert>): Alert;
  /** An article of this test, which has its own ids. */
  article(name: string, body: string, more?: Partial<Article>): Article;
  idOf(name: string): string;
  /** Forgets alerts and what was sent, for the next test; articles stay. */
  reset(): void;
  end(): Promise<void>;
}

export async function alertBench(environment: Readonly<Record<string, string>> = {}): Promise<AlertBench> {
  const [mail, hook] = [await mailServer(), await webhookReceiver()];
  const service = testService({
    LISAN_SMTP_URL: mail.url,
    LISAN_MAIL_FROM: 'News archive <alerts@news.example>',
    LISAN_PUBLIC_URL: 'https://news.example/archive',
    LISAN_ALERTS_PRIVATE: 'allowed',
    ...environment,
  });
  await service.level();
  const clock = { now: Date.now() };
  const opened: AlertTools[] = [];
  let test = 0;
  const idOf = (name: string): string => `t${test}-${name}`;
  return {
    ...{ service, mail, hook, clock },
    pass(ms) {
      clock.now += ms;
    },
    async tools(changed = {}) {
      const { store, writer } = localStore(service);
      const tools = await alertTools(service, { ...store, ...changed }, writer, {
        now: () => clock.now,
        random: () => 1,
      });
      opened.push(tools);
      return tools;
    },
    alert(given = {}) {
      return service.archive.alerts.add(
        {
          ...{
            owner: '',
            channel: 'mail',
            target: 'reader@news.example',
            name: 'Astana',
            search: 'q=Astana',
          },
          ...{ language: 'en', intervalMinutes: 15, secret: '' },
          ...given,
        },
        service.archive.lastSequence(),
        true,
      );
    },
    idOf,
    article: (name, body, more = {}) => ({
      ...{ id: idOf(name), title: `Article ${name}`, body, keywords: [], ...more },
    }),
    reset() {
      test++;
      for (const { id } of service.archive.alerts.list()) service.archive.alerts.remove(id);
      mail.received.length = 0;
      hook.received.length = 0;
      Object.assign(mail.replies, { recipient: '250 ok', data: '250 taken' });
      hook.answer = { status: 200 };
      clock.now = Date.now();
    },
    async end() {
      for (const { mailer } of opened) mailer?.close();
      await service.remove();
      await Promise.all([mail.close(), hook.close()]);
    },
  };
}

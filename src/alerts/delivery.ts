/**
 * Delivers what was found for an alert: claims the articles, writes the message, sends it, records how that ended. Each
 * step is on disk before the next one begins. If the process ends between sending and recording, the message is not
 * sent again.
 */
import type { Hit } from '../answers/search.ts';
import type { Alert } from '../archive/alert.ts';
import type { Outcome } from '../archive/alert-table.ts';
import { addressOfId } from '../common/document-address.ts';
import { messageOf } from '../common/errors.ts';
import type { TimeZone } from '../common/time-zone.ts';
import type { Config } from '../config/settings.ts';
import type { AlertStore } from './alert-store.ts';
import { DeliveryFailure } from './delivery-failure.ts';
import { MAX_ATTEMPTS, retryAfterMs } from './limits.ts';
import {
  type AlertHits,
  alertMail,
  type Links,
  pageAddress,
  queryOf,
  testMail,
  type Written,
} from './mail-text.ts';
import type { Mailer } from './mailer.ts';
import { tokenOf } from './tokens.ts';
import { post } from './webhook.ts';

export interface DeliveryParts {
  config: Pick<Config, 'publicUrl' | 'alertsPrivate'>;
  zone: TimeZone;
  store: AlertStore;
  /** Signs the links of mails. */
  secret: string;
  /** Absent where no mail can be sent. */
  mailer: Mailer | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1. */
  random: () => number;
}

/** `nothing`: no message was due. `dropped`: what it would have told is gone, or matches no more. */
export type Delivered = 'nothing' | 'sent' | 'dropped' | 'failed';

export class Delivery {
  readonly #parts: DeliveryParts;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Sends the message of an alert, if one is due. @throws LisanError if archive or index cannot be used. */
  async deliver({ id }: Alert): Promise<Delivered> {
    const { store, now } = this.#parts;
    const claimed = await store.claim(id, now());
    if (claimed === undefined) return 'nothing';
    const { alert, delivery, articles } = claimed;
    let found: AlertHits;
    try {
      found = await store.hits(alert, articles);
    } catch (thrown) {
      // It was not sent for certain.
      await this.#settle(alert, delivery, thrown);
      throw thrown;
    }
    if (found.total === 0) {
      await store.drop(id, delivery);
      return 'dropped';
    }
    try {
      await this.#send(alert, delivery, found);
    } catch (thrown) {
      await this.#settle(alert, delivery, thrown);
      return 'failed';
    }
    await store.settle(id, delivery, { end: 'sent', at: now() });
    return 'sent';
  }

  /** Sends a test message at once; what waits is left alone. @throws DeliveryFailure. */
  async test(alert: Alert): Promise<void> {
    const delivery = `test-${this.#parts.now()}`;
    if (alert.channel === 'mail') await this.#mail(alert, delivery, testMail(alert, this.#linksOf(alert)));
    else await this.#post(alert, delivery, { test: true, articles: [], total: 0 });
  }

  async #send(alert: Alert, delivery: string, found: AlertHits): Promise<void> {
    if (alert.channel === 'mail') {
      await this.#mail(alert, delivery, alertMail(alert, found, this.#linksOf(alert), this.#parts.zone));
      return;
    }
    const { publicUrl } = this.#parts.config;
    await this.#post(alert, delivery, {
      test: false,
      total: found.total,
      articles: found.hits.map((hit) => this.#articleOf(hit, alert)),
      ...(publicUrl !== '' && { all: pageAddress(alert, publicUrl) }),
    });
  }

  #articleOf({ id, title, url, source, publishedAt, duplicates, highlights }: Hit, alert: Alert): object {
    const { publicUrl } = this.#parts.config;
    const address = `${publicUrl}/articles/${addressOfId(id)}?${new URLSearchParams({ q: queryOf(alert) })}`;
    return {
      ...{ id, title, url, source, publishedAt, duplicates, highlights },
      ...(publicUrl !== '' && { link: address }),
    };
  }

  async #mail(alert: Alert, delivery: string, written: Written): Promise<void> {
    const { mailer } = this.#parts;
    if (mailer === undefined) throw new DeliveryFailure('no mail can be sent: see LISAN_SMTP_URL');
    const { end } = this.#linksOf(alert);
    await mailer.send({
      ...written,
      to: alert.target,
      messageId: delivery,
      headers: {
        'List-Unsubscribe': `<${end}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
        Precedence: 'bulk',
      },
    });
  }

  async #post(alert: Alert, delivery: string, content: object): Promise<void> {
    const { config, now } = this.#parts;
    const { id, name, search, language } = alert;
    const sentAt = new Date(now()).toISOString();
    await post(
      {
        url: alert.target,
        secret: alert.secret,
        delivery,
        body: JSON.stringify({ delivery, sentAt, alert: { id, name, search, language }, ...content }),
      },
      { allowPrivate: config.alertsPrivate === 'allowed', now: now() },
    );
  }

  #linksOf({ id }: Alert): Links {
    const { config, secret } = this.#parts;
    return endLinks(config.publicUrl, secret, id);
  }

  async #settle({ id, attempts, target }: Alert, delivery: string, thrown: unknown): Promise<void> {
    const { store, now, random } = this.#parts;
    // It is logged, and servers repeat the address.
    const failure = messageOf(thrown).replaceAll(target, '…').slice(0, 300);
    const { permanent, retryAfterMs: least } =
      thrown instanceof DeliveryFailure ? thrown : { permanent: false, retryAfterMs: 0 };
    const outcome: Outcome =
      permanent || attempts >= MAX_ATTEMPTS
        ? { end: 'stop', failure }
        : { end: 'retry', nextAt: now() + Math.max(least, retryAfterMs(attempts, random())), failure };
    await store.settle(id, delivery, outcome);
  }
}

/** Each message can end its alert, at any time: the token does not expire. */
export function endLinks(base: string, secret: string, id: string): Links {
  return { base, end: `${base}/api/alerts/end?token=${tokenOf(secret, 'end', id, 0)}` };
}

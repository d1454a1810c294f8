/** `GET`, `POST /api/alerts`, `DELETE /api/alerts/:id`, `POST /api/alerts/:id/test`: searches whose new articles are sent. */
import { randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { z } from 'zod';
import { type AlertCondition, conditionOf } from '../../alerts/alert-health.ts';
import {
  CONFIRMATION_MS,
  INTERVALS_MINUTES,
  limitsOf,
  MAX_NAME_UNITS,
  MAX_SEARCH_UNITS,
  MAX_URL_UNITS,
} from '../../alerts/limits.ts';
import { mailAddress } from '../../alerts/mail-address.ts';
import { confirmationMail } from '../../alerts/mail-text.ts';
import { offersMail } from '../../alerts/offer.ts';
import { ownerOf, tokenOf } from '../../alerts/tokens.ts';
import { webhookUrl } from '../../alerts/webhook.ts';
import { alertOffer } from '../../answers/alert.ts';
import { described } from '../../answers/passage.ts';
import { type Alert, CHANNELS, type NewAlert } from '../../archive/alert.ts';
import { LisanError, messageOf } from '../../common/errors.ts';
import { type ApiKey, allows, keyOfSecret, missingScopes } from '../../config/api-keys.ts';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../../web/i18n/languages.ts';
import { searchOf } from '../alerts/alert-search.ts';
import { change, secretOfAlerts } from '../alerts/writes.ts';
import type { AppContext } from '../context.ts';
import { secretOf } from '../middleware/auth.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { checkBody } from '../parameters/body.ts';
import { json, type Route } from './route.ts';

/** Making an alert counts for the rate limit as so many requests. */
const COST_REQUESTS = 10;
const SECRET_BYTES = 32;

const languageCodes = INTERFACE_LANGUAGES.map(({ code }) => code) as [
  InterfaceLanguage,
  ...InterfaceLanguage[],
];
const instant = z.string().nullable();
const CONDITIONS = [
  'ok',
  'unconfirmed',
  'failing',
  'stopped',
  'ownerless',
] as const satisfies AlertCondition[];

const alertAnswer = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    channel: z.enum(CHANNELS),
    target: z.string().meta(described('Address of mail, or URL of the webhook.')),
    search: z.string().meta(described('Parameters of the search, as in an address.')),
    language: z.enum(languageCodes).meta(described('Of the messages.')),
    interval: z.int().meta(described('Least time between two messages, in minutes.')),
    state: z
      .enum(CONDITIONS)
      .meta(
        described(
          '`unconfirmed`: the recipient has not agreed yet; `failing`: the last try failed and is repeated; `stopped`: nothing is sent until a test succeeds; `ownerless`: its key is gone.',
        ),
      ),
    madeAt: z.string(),
    sentAt: instant.meta(described('When the last message was sent.')),
    waiting: z.int().meta(described('Articles that wait for the next message.')),
    failure: z.string().nullable().meta(described('Why the last try failed.')),
    uncertain: z.int().meta(described('Messages of which it is not known whether they arrived.')),
  })
  .meta({ id: 'Alert' });

const listAnswer = z.strictObject({ alerts: z.array(alertAnswer) }).meta({ id: 'Alerts' });
const addedAnswer = alertAnswer
  .extend({
    secret: z.string().optional().meta(described('Signs the messages of a webhook. It is told only once.')),
  })
  .meta({ id: 'AddedAlert' });

const body = z.strictObject({
  channel: z.enum(CHANNELS),
  target: z.string().max(MAX_URL_UNITS).meta(described('Address of mail, or URL of the webhook.')),
  search: z
    .string()
    .max(MAX_SEARCH_UNITS)
    .meta(described('Parameters of `/api/search` that say what is searched for, as in an address.')),
  name: z.string().max(MAX_NAME_UNITS).optional().meta(described('Default: the query.')),
  language: z.enum(languageCodes).optional().meta(described('Of the messages. Default: `Accept-Language`.')),
  interval: z
    .literal(INTERVALS_MINUTES)
    .default(60)
    .meta(described('Least time between two messages, in minutes.')),
});

const none = z.strictObject({});
const KEY_ERRORS = { 403: 'Alerts are not offered here, or a key is needed.' };
const ALERT_ID = { id: 'Id of an alert.' };

export const offer: Route = {
  method: 'get',
  path: '/api/alerts/offer',
  summary: 'How searches can be followed here.',
  scope: 'search',
  parameters: none,
  answer: json('What is offered.', alertOffer),
  handler:
    ({ config }) =>
    (_request, response) => {
      const webhook = config.maxAlerts > 0 && !missingScopes(config.keys, ['search']).includes('search');
      response.json({ mail: offersMail(config), webhook, intervals: [...INTERVALS_MINUTES] });
    },
};

export const alerts: Route = {
  method: 'get',
  path: '/api/alerts',
  summary: 'List the alerts of the key; with the scope `admin`, all of them.',
  scope: 'search',
  changes: true,
  parameters: none,
  answer: json('The alerts, in order of creation.', listAnswer),
  errors: KEY_ERRORS,
  handler: (context) => (request, response) => {
    const key = keyOf(request, context)!;
    const own = context.archive.alerts.list().filter((alert) => owns(key, alert));
    response.json({ alerts: own.map((alert) => shown(alert, context)) });
  },
};

export const addAlert: Route = {
  method: 'post',
  path: '/api/alerts',
  summary:
    'Follow a search: new articles are sent by mail, which its recipient must confirm, or to a webhook, which needs a key.',
  scope: 'search',
  parameters: none,
  body: {
    description: 'The search, and where its new articles are sent.',
    content: { 'application/json': body },
  },
  answer: json('The alert. One by mail begins when it is confirmed.', addedAnswer),
  errors: {
    ...KEY_ERRORS,
    409: 'There are as many alerts as are allowed.',
    413: 'The body is too large.',
    415: 'The body is not application/json.',
    429: 'No more confirmations can be sent now.',
  },
  handler: (context) => async (request, response) => {
    const { archive, config, engine, rateLimit, writes } = context;
    const key = keyOf(request, context);
    const wanted = checkBody(body, request.body, {
      code: 'invalid_alert',
      remedy: 'Send {"channel": "mail", "target": "name@news.example", "search": "q=…"}.',
    });
    const { channel, name, interval, language = interfaceLanguage(request) } = wanted;
    requireOffer(context, channel, key);
    const search = searchOf(wanted.search, config.facets);
    const target = targetOf(context, wanted);
    const owner = key === undefined ? '' : ownerOf(key);
    await rateLimit.count(request, COST_REQUESTS - 1);
    const secret = channel === 'webhook' ? randomBytes(SECRET_BYTES).toString('base64url') : '';
    const added: NewAlert = {
      ...{ owner, channel, target, search, language, secret, intervalMinutes: interval },
      name:
        name?.trim() ||
        new URLSearchParams(search).get('q')?.slice(0, MAX_NAME_UNITS).toWellFormed() ||
        'lisan',
    };
    const position = archive.liveIndex(engine.name)?.position ?? archive.lastSequence();
    const alert = await change(
      writes,
      'add',
      added,
      position,
      channel === 'webhook',
      limitsOf(config.maxAlerts),
    );
    if (channel === 'mail') await askToConfirm(context, alert);
    response.json({ ...shown(alert, context), ...(secret !== '' && { secret }) });
  },
};

export const deleteAlert: Route = {
  method: 'delete',
  path: '/api/alerts/:id',
  summary: 'Remove an alert of the key; with the scope `admin`, any.',
  scope: 'search',
  changes: true,
  parts: ALERT_ID,
  parameters: none,
  answer: json('The alert was removed.', z.strictObject({ id: z.string(), deleted: z.literal(true) })),
  errors: { ...KEY_ERRORS, 404: 'No such id.' },
  handler: (context) => async (request: Request<{ id: string }>, response) => {
    const { id } = ownAlert(context, request);
    await change(context.writes, 'remove', id);
    response.json({ id, deleted: true });
  },
};

export const testAlert: Route = {
  method: 'post',
  path: '/api/alerts/:id/test',
  summary: 'Send a test message. If it arrives, an alert that was stopped goes on.',
  scope: 'search',
  changes: true,
  parts: ALERT_ID,
  parameters: none,
  answer: json('The test was sent.', alertAnswer),
  errors: {
    ...KEY_ERRORS,
    404: 'No such id.',
    409: 'The alert is not confirmed.',
    502: 'It did not arrive.',
  },
  handler: (context) => async (request: Request<{ id: string }>, response) => {
    const { archive, writes, rateLimit } = context;
    const alert = ownAlert(context, request);
    if (alert.state === 'unconfirmed') {
      throw new LisanError({
        code: 'alert_unconfirmed',
        message: 'The alert is not confirmed.',
        remedy: 'Open the link in the mail that asks for it.',
        status: 409,
      });
    }
    await rateLimit.count(request, COST_REQUESTS - 1);
    const { delivery } = await context.alerts.tools();
    await delivery.test(alert).catch((thrown: unknown) => {
      throw new LisanError({
        code: 'alert_failed',
        message: `The test did not arrive: ${messageOf(thrown)}.`,
        remedy: 'Check the address of the alert.',
        status: 502,
      });
    });
    await change(writes, 'resume', alert.id);
    context.alerts.wake();
    response.json(shown(archive.alerts.get(alert.id) ?? alert, context));
  },
};

/** @throws LisanError `key_wrong`: who sends a key wants to be known. */
function keyOf(request: Request, { config }: AppContext): ApiKey | undefined {
  const secret = secretOf(request);
  if (secret === undefined) return undefined;
  const key = keyOfSecret(config.keys, secret);
  if (key !== undefined) return key;
  throw new LisanError({
    code: 'key_wrong',
    message: 'Unknown API key.',
    remedy: 'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.',
    status: 401,
  });
}

const owns = (key: ApiKey, { owner }: Alert): boolean => allows(key, 'admin') || owner === ownerOf(key);

function ownAlert(context: AppContext, request: Request<{ id: string }>): Alert {
  const { id } = request.params;
  const alert = context.archive.alerts.get(id);
  if (alert !== undefined && owns(keyOf(request, context)!, alert)) return alert;
  throw new LisanError({
    code: 'alert_unknown',
    message: `There is no alert ${JSON.stringify(id)}.`,
    remedy: 'Take ids from /api/alerts.',
    status: 404,
  });
}

/** @throws LisanError `alerts_off`, `key_missing`. */
function requireOffer({ config }: AppContext, channel: Alert['channel'], key: ApiKey | undefined): void {
  if (config.maxAlerts === 0 || (channel === 'mail' && !offersMail(config))) {
    throw new LisanError({
      code: 'alerts_off',
      message: 'Such alerts are not offered here.',
      remedy: 'Follow the search in a feed reader. docs/alerts.md says which settings alerts need.',
      status: 403,
    });
  }
  if (channel === 'webhook' && key === undefined) {
    throw new LisanError({
      code: 'key_missing',
      message: 'This endpoint requires an API key.',
      remedy: 'Send the header "Authorization: Bearer KEY" with a key of LISAN_API_KEYS.',
      status: 401,
    });
  }
}

/** @throws LisanError `invalid_alert`. */
function targetOf({ config }: AppContext, { channel, target }: Pick<Alert, 'channel' | 'target'>): string {
  const checked =
    channel === 'mail' ? mailAddress(target) : webhookUrl(target, config.alertsPrivate === 'allowed');
  if (checked !== undefined) return checked;
  throw channel === 'mail'
    ? new LisanError({
        code: 'invalid_alert',
        message: 'This is not an address of mail.',
        remedy: 'Give one plain address like name@news.example.',
        status: 400,
      })
    : new LisanError({
        code: 'invalid_alert',
        message: 'This cannot be the address of a webhook.',
        remedy: 'Give an http or https URL on the public internet, without user and password.',
        status: 400,
      });
}

/** @throws LisanError `mail_failed`; there is no alert then. */
async function askToConfirm(
  { alerts: schedule, writes, config, zone, log }: AppContext,
  alert: Alert,
): Promise<void> {
  const until = Date.now() + CONFIRMATION_MS;
  const token = tokenOf(await secretOfAlerts(writes), 'confirm', alert.id, until);
  const link = `${config.publicUrl}/api/alerts/confirm?token=${token}`;
  const { mailer } = await schedule.tools();
  try {
    await mailer!.send({
      ...confirmationMail(alert, link, new Date(until), zone),
      to: alert.target,
      messageId: `confirm-${alert.id}`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  } catch (thrown) {
    await change(writes, 'remove', alert.id);
    const reason = messageOf(thrown).replaceAll(alert.target, '…');
    log.warn({ reason }, 'a confirmation could not be sent');
    throw new LisanError({
      code: 'mail_failed',
      message: 'The mail that asks for confirmation could not be sent.',
      remedy: 'Check the address, or try again later.',
      status: 503,
      cause: thrown,
    });
  }
}

function shown(alert: Alert, { archive, config }: AppContext): z.infer<typeof alertAnswer> {
  const { id, name, channel, target, search, language, intervalMinutes, madeAt, sentAt, failure, uncertain } =
    alert;
  return {
    ...{ id, name, channel, target, search, madeAt, failure, uncertain, interval: intervalMinutes },
    language: language as InterfaceLanguage,
    state: conditionOf(alert, config.keys),
    sentAt: sentAt === null ? null : new Date(sentAt).toISOString(),
    waiting: archive.alerts.countWaiting(id),
  };
}

/**
 * `GET`, `POST /api/alerts/confirm` and `/api/alerts/end`: where the links of mails lead. Opening a link changes nothing,
 * because programs open links too; the button does. Mail programs send the POST of `end` themselves (RFC 8058).
 */
import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { languageOfAlert } from '../../alerts/mail-text.ts';
import { textsOf } from '../../alerts/texts.ts';
import { alertOfToken, type Purpose } from '../../alerts/tokens.ts';
import { escapeHtml } from '../../common/html.ts';
import { directionOfInterface, type InterfaceLanguage } from '../../web/i18n/languages.ts';
import { change, secretOfAlerts } from '../alerts/writes.ts';
import type { AppContext } from '../context.ts';
import { interfaceLanguage } from '../middleware/language.ts';
import { parametersOf } from '../parameters/check.ts';
import type { Route } from './route.ts';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1.1rem/1.5 Georgia, "Noto Naskh Arabic", serif; margin: 12vh auto 0; max-width: 34rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
button { background: #14463f; border: 0; border-radius: 4px; color: #fff; cursor: pointer; font: inherit; min-height: 44px; padding: 0.5rem 1.2rem; }
`;
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const parameters = z.strictObject({
  token: z.string().max(200).default('').meta({ description: 'From the link of a mail.' }),
});

/** What a page says: a question with a button, or the outcome. */
interface Said {
  title: string;
  text?: string;
  button?: string;
  status?: number;
}

function route(
  method: 'get' | 'post',
  purpose: Purpose,
  summary: string,
  said: (context: AppContext, request: Request) => Promise<{ said: Said; language: InterfaceLanguage }>,
): Route {
  return {
    method,
    path: `/api/alerts/${purpose}`,
    summary,
    scope: 'open',
    parameters,
    answer: { status: 200, description: 'A page.', content: { 'text/html': undefined } },
    errors: { 404: 'The link is not valid.', 410: 'The link has expired.' },
    handler: (context) => async (request: Request, response: Response) => {
      const { said: told, language } = await said(context, request);
      send(response, told, language, `${request.baseUrl}/`);
    },
  };
}

/** The alert of the token of a request, in its language; or what is wrong with the token. */
async function opened(context: AppContext, request: Request, purpose: Purpose) {
  const { token } = parametersOf(request, parameters);
  const found = alertOfToken(await secretOfAlerts(context.writes), purpose, token, Date.now());
  const alert =
    found === undefined || found === 'expired' ? undefined : context.archive.alerts.get(found.alert);
  const language = alert === undefined ? interfaceLanguage(request) : languageOfAlert(alert);
  const { page } = textsOf(language);
  const problem: Said | undefined =
    found === undefined
      ? { title: page.wrong, status: 404 }
      : found === 'expired' || (alert === undefined && purpose === 'confirm')
        ? { title: page.expired, status: 410 }
        : undefined;
  return { alert, language, page, problem };
}

export const confirmPage = route(
  'get',
  'confirm',
  'The page that asks whether to follow a search.',
  async (context, request) => {
    const { language, page, problem } = await opened(context, request, 'confirm');
    const question = { title: page.confirmTitle, text: page.confirmText, button: page.confirmButton };
    return { said: problem ?? question, language };
  },
);

export const confirmAlert = route(
  'post',
  'confirm',
  'Confirm that a search is followed.',
  async (context, request) => {
    const { alert, language, page, problem } = await opened(context, request, 'confirm');
    if (problem !== undefined) return { said: problem, language };
    const { archive, engine, writes } = context;
    const position = archive.liveIndex(engine.name)?.position ?? archive.lastSequence();
    await change(writes, 'confirm', alert!.id, position);
    return { said: { title: page.confirmed }, language };
  },
);

export const endPage = route(
  'get',
  'end',
  'The page that asks whether to stop messages.',
  async (context, request) => {
    const { alert, language, page, problem } = await opened(context, request, 'end');
    const question = { title: page.endTitle, text: page.endText, button: page.endButton };
    return { said: problem ?? (alert === undefined ? { title: page.ended } : question), language };
  },
);

export const endAlert = route(
  'post',
  'end',
  'Stop the messages of an alert (RFC 8058).',
  async (context, request) => {
    const { alert, language, page, problem } = await opened(context, request, 'end');
    if (problem !== undefined) return { said: problem, language };
    if (alert !== undefined) await change(context.writes, 'remove', alert.id);
    return { said: { title: page.ended }, language };
  },
);

function send(
  response: Response,
  { title, text, button, status = 200 }: Said,
  language: InterfaceLanguage,
  home: string,
): void {
  const { page } = textsOf(language);
  response.setHeader('Content-Security-Policy', POLICY);
  // With the usual policy browsers hide from where the form is sent, and it would be taken for another site's.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Language', language);
  response
    .status(status)
    .type('html')
    .send(
      [
        '<!doctype html>',
        `<html lang="${language}" dir="${directionOfInterface(language)}"><head><meta charset="utf-8">`,
        `<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} - lisan</title>`,
        `<style>${STYLE}</style></head><body><main><h1>${escapeHtml(title)}</h1>`,
        ...(text === undefined ? [] : [`<p>${escapeHtml(text)}</p>`]),
        // Without an action the form is sent to the address of the page, token included.
        ...(button === undefined
          ? [`<p><a href="${escapeHtml(home)}">${escapeHtml(page.toSearch)}</a></p>`]
          : [`<form method="post"><button type="submit">${escapeHtml(button)}</button></form>`]),
        '</main></body></html>',
      ].join('\n'),
    );
}

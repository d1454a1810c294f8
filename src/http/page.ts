/** The page at `/`: its addresses, delivered in the reader's language and theme, and its built files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { LisanError } from '../common/errors.ts';
import {
  LANGUAGE_COOKIE,
  ROOT_TAG,
  rootTag,
  THEME_COOKIE,
  THEMES,
  type Theme,
} from '../web/app/page-shell.ts';
import { type InterfaceLanguage, interfaceLanguageOf } from '../web/i18n/languages.ts';
import { interfaceLanguage } from './middleware/language.ts';

/** Where `npm run build` leaves the page. */
const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** `timezone`: IANA name of the zone that the page shows days in. */
export function page(timezone: string, folder: string = BUILT): Router {
  const router = Router();
  router.get(['/', '/articles/:id', '/entities/:id'], (request, response) =>
    deliver(request, response, timezone, folder),
  );
  // The name of every file in `assets` has a hash of what it holds.
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use('/favicon.svg', express.static(join(folder, 'favicon.svg'), { maxAge: '1d' }));
  return router;
}

/**
 * Answers a browser at an unknown address with the page, which says that nothing is there. Programs, which do not
 * prefer HTML, get the error of `notFound`.
 */
export function unknownPage(timezone: string, folder: string = BUILT): RequestHandler {
  return (request, response, next) => {
    const opened = request.method === 'GET' || request.method === 'HEAD';
    const forReaders = opened && request.accepts(['json', 'html']) === 'html';
    if (!forReaders || !existsSync(join(folder, 'index.html'))) return next();
    deliver(request, response.status(404), timezone, folder);
  };
}

/** The page in the reader's language and theme. */
function deliver(request: Request, response: Response, timezone: string, folder: string): void {
  const root = rootTag(languageOf(request), themeOf(request), timezone);
  const html = template(folder).replace(ROOT_TAG, root);
  response.vary('Accept-Language').vary('Cookie').set('Cache-Control', 'no-cache').type('html').send(html);
}

/** @throws LisanError `page_missing` where the page was not built. */
function template(folder: string): string {
  const file = join(folder, 'index.html');
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new LisanError({
    code: 'page_missing',
    message: 'The search page has not been built; the API works without it.',
    remedy: 'Run `npm ci && npm run build:page` once; `npm start` builds it as well.',
    status: 503,
  });
}

/** The language that the reader chose, else the one that the browser asks for. */
function languageOf(request: Request): InterfaceLanguage {
  return interfaceLanguageOf(cookie(request, LANGUAGE_COOKIE)) ?? interfaceLanguage(request);
}

function themeOf(request: Request): Theme {
  const chosen = cookie(request, THEME_COOKIE);
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

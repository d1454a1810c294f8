/** The page at `/`: its addresses, delivered in the reader's language and theme, and its built files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, Router } from 'express';
import { LisanError } from '../common/errors.ts';
import {
  INTERFACE_LANGUAGES,
  type InterfaceLanguage,
  LANGUAGE_COOKIE,
  ROOT_TAG,
  rootTag,
  THEME_COOKIE,
  THEMES,
  type Theme,
} from '../web/app/interface.ts';

/** Where `npm run build` leaves the page. */
const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

export function page(folder: string = BUILT): Router {
  const router = Router();
  router.get(['/', '/articles/:id', '/entities/:id'], (request, response) => {
    const html = template(folder).replace(ROOT_TAG, rootTag(languageOf(request), themeOf(request)));
    response.vary('Accept-Language').vary('Cookie').set('Cache-Control', 'no-cache').type('html').send(html);
  });
  // The name of every file in `assets` has a hash of what it holds.
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use('/favicon.svg', express.static(join(folder, 'favicon.svg'), { maxAge: '1d' }));
  return router;
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

/** What the reader chose, else what the browser asks for, else English. */
function languageOf(request: Request): InterfaceLanguage {
  const chosen = cookie(request, LANGUAGE_COOKIE);
  const wanted = request.acceptsLanguages(['en', ...INTERFACE_LANGUAGES]);
  return (
    INTERFACE_LANGUAGES.find((code) => code === chosen) ??
    INTERFACE_LANGUAGES.find((code) => code === wanted) ??
    'en'
  );
}

function themeOf(request: Request): Theme {
  const chosen = cookie(request, THEME_COOKIE);
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

/** The page at `/`: its addresses, delivered in the reader's language and theme, and its built files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { addressOfId, idOfAddress } from '../common/document-address.ts';
import { LisanError } from '../common/errors.ts';
import { escapeHtml } from '../common/html.ts';
import type { DeclaredFacets } from '../engines/facets.ts';
import { ROOT_TAG, rootTag, THEME_COOKIE, THEMES, type Theme } from '../web/app/page-shell.ts';
import type { InterfaceLanguage } from '../web/i18n/languages.ts';
import { articleMetadata, type DescribedArticle } from './article-metadata.ts';
import { cookie, readerLanguage } from './middleware/language.ts';

/** As it is in index.html. */
const TITLE = '<title>lisan</title>';

/** Where `npm run build` leaves the page. */
const BUILT = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** Looks an article up that everybody may read. */
export type PublicArticles = (id: string) => Promise<DescribedArticle | undefined>;

export interface PageOptions {
  /** IANA name of the zone that the page shows days in. */
  timezone: string;
  /** Names of the fields that are facets. */
  declared?: DeclaredFacets;
  /** Whether searches find translations unless the reader says otherwise. */
  across?: boolean;
  /** Absent where a key is needed to read articles; then nothing of them is in the page as it is delivered. */
  articles?: PublicArticles;
  /** Folder of the built page. */
  folder?: string;
}

export function page({
  timezone,
  declared = [],
  across = false,
  articles,
  folder = BUILT,
}: PageOptions): Router {
  const router = Router();
  const shell = { timezone, declared, across, folder };
  router.get(['/', '/entities/:id', '/articles/:id/versions', '/together', '/admin'], (request, response) =>
    deliver(request, response, shell),
  );
  router.get('/articles/:id', async (request, response) => {
    // A service at capacity delivers the page without the article, which the page asks for itself.
    const article = await articles?.(idOfAddress(request.params.id)).catch((thrown: unknown) => {
      // Told by the page itself, with what can be done.
      if (thrown instanceof LisanError && thrown.code === 'document_damaged') response.status(thrown.status);
      return null;
    });
    if (articles === undefined || article === null) return deliver(request, response, shell);
    if (article === undefined) return deliver(request, response.status(404), shell);
    const address = `${request.protocol}://${request.host}${request.baseUrl}/articles/${addressOfId(article.id)}`;
    deliver(request, response, shell, article.title, articleMetadata(article, address));
  });
  // The name of every file in `assets` has a hash of what it holds.
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  // Other sites load the search element; its name has no hash, so that they get the present one.
  router.use(
    '/embed',
    express.static(join(folder, 'embed'), {
      maxAge: '1h',
      index: false,
      setHeaders: (response) =>
        response
          .setHeader('Access-Control-Allow-Origin', '*')
          .setHeader('Cross-Origin-Resource-Policy', 'cross-origin'),
    }),
  );
  router.use('/favicon.svg', express.static(join(folder, 'favicon.svg'), { maxAge: '1d' }));
  return router;
}

/**
 * Answers a browser at an unknown address with the page, which says that nothing is there. Programs, which do not
 * prefer HTML, get the error of `notFound`.
 */
export function unknownPage({
  timezone,
  declared = [],
  across = false,
  folder = BUILT,
}: PageOptions): RequestHandler {
  return (request, response, next) => {
    const opened = request.method === 'GET' || request.method === 'HEAD';
    const forReaders = opened && request.accepts(['json', 'html']) === 'html';
    if (!forReaders || !existsSync(join(folder, 'index.html'))) return next();
    deliver(request, response.status(404), { timezone, declared, across, folder });
  };
}

/** The page in the reader's language and theme, with a title and elements for its head. */
function deliver(
  request: Request,
  response: Response,
  { timezone, declared, across, folder }: Required<Omit<PageOptions, 'articles'>>,
  title?: string,
  head = '',
): void {
  const language = readerLanguage(request);
  const named = title === undefined ? TITLE : `<title>${escapeHtml(title)} - lisan</title>`;
  const html = template(folder)
    .replaceAll('="./', `="${request.baseUrl}/`)
    .replace(ROOT_TAG, () =>
      rootTag(language, themeOf(request), timezone, `${request.baseUrl}/`, declared, across),
    )
    .replace(TITLE, () => `${named}\n  ${preload(folder, language, request.baseUrl)}${head}`);
  response.vary('Accept-Language').vary('Cookie').set('Cache-Control', 'no-cache').type('html').send(html);
}

/** Lets the browser load the texts of the language beside the script, which asks for them when it runs. */
function preload(folder: string, language: InterfaceLanguage, base: string): string {
  const file = join(folder, '.vite', 'manifest.json');
  if (!existsSync(file)) return '';
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(file, 'utf8'));
  const texts = manifest[`i18n/catalogues/${language}.ts`];
  return texts === undefined ? '' : `<link rel="modulepreload" href="${base}/${texts.file}">\n  `;
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

function themeOf(request: Request): Theme {
  const chosen = cookie(request, THEME_COOKIE);
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

/** The page as it is delivered: in whose language, how long it is kept, and what is said where it was not built. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoredArticle } from '../../src/common/types.ts';
import { errorHandler, notFound } from '../../src/http/middleware/errors.ts';
import { page } from '../../src/http/page.ts';

const ARTICLES = [
  {
    id: 'some/id',
    title: 'A "title" </script><script>alert(1)</script>',
    body: 'Text.',
    source: 'Steppe & Wire',
    publishedAt: '2024-11-12T08:00:00+03:00',
    url: 'https://example.org/a?b=1&c=2',
    keywords: ['Syria'],
    authors: ['Ada B.'],
    image: 'javascript:alert(1)',
  },
] as unknown as StoredArticle[];

const servers: Server[] = [];
const empty = mkdtempSync(join(tmpdir(), 'lisan-page-'));

async function serve(folder?: string, open = true): Promise<string> {
  const app = express();
  app.use(
    page({
      timezone: 'Europe/Istanbul',
      ...(open && { articles: async (id: string) => ARTICLES.find((article) => article.id === id) }),
      ...(folder !== undefined && { folder }),
    }),
  );
  app.use(notFound);
  app.use(errorHandler(pino({ level: 'silent' })));
  const server = await new Promise<Server>((resolve) => {
    const starting = app.listen(0, '127.0.0.1', () => resolve(starting));
  });
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

let url: string;
beforeAll(async () => {
  url = await serve();
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(empty, { recursive: true, force: true });
});

const opening = async (path: string, headers: Record<string, string>): Promise<string> => {
  const html = await (await fetch(url + path, { headers })).text();
  return /<html[^>]*>/.exec(html)![0];
};

describe('language and appearance', () => {
  test.each([
    [
      { 'accept-language': 'ar-SY,en;q=0.5' },
      'lang="ar" dir="rtl" data-theme="auto" data-timezone="Europe/Istanbul"',
      'what the browser asks for',
    ],
    [{ 'accept-language': 'de,tr;q=0.8,en;q=0.3' }, 'lang="tr" dir="ltr"', 'the first that we speak'],
    [{ 'accept-language': 'ja' }, 'lang="en" dir="ltr"', 'none that we speak'],
    [{ 'accept-language': '*' }, 'lang="en" dir="ltr"', 'any'],
    [
      { cookie: 'a=b; lisan-language=ru; lisan-theme=dark', 'accept-language': 'ar' },
      'lang="ru" dir="ltr" data-theme="dark"',
      'what was chosen',
    ],
    [
      { cookie: 'lisan-language="><script>; lisan-theme=evil', 'accept-language': 'tr' },
      'lang="tr" dir="ltr" data-theme="auto"',
      'a cookie that is none of ours',
    ],
  ])('%j: %s', async (headers, tag, why) => {
    expect(await opening('/', headers as unknown as Record<string, string>), why).toContain(tag);
  });
});

test('every view has an address, and no answer of it is kept without asking', async () => {
  for (const path of ['/', '/?q=a', '/articles/some%2Fid', '/entities/place-syria']) {
    const response = await fetch(url + path);
    expect(response.status, path).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('vary')).toBe('Accept-Language, Cookie');
  }
});

test('the page of an article has its title, and is read by reference managers', async () => {
  const html = await (await fetch(`${url}/articles/some%2Fid`)).text();
  expect(html).toContain('<title>A &quot;title&quot; &lt;/script&gt;');
  expect(html).toContain('<meta name="citation_publication_date" content="2024/11/12">');
  expect(html).toContain('<meta name="citation_journal_title" content="Steppe &amp; Wire">');
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)!;
  expect(JSON.parse(json!)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: ARTICLES[0]!.title,
    datePublished: '2024-11-12T08:00:00+03:00',
    author: [{ '@type': 'Person', name: 'Ada B.' }],
    publisher: { '@type': 'Organization', name: 'Steppe & Wire' },
    keywords: ['Syria'],
    mainEntityOfPage: `${url}/articles/some%2Fid`,
    url: 'https://example.org/a?b=1&c=2',
  });
  expect(html.match(/<script/g)).toHaveLength(2);
  const unknown = await fetch(`${url}/articles/nothing`);
  expect(unknown.status).toBe(404);
  expect(await unknown.text()).toContain('<title>lisan</title>');
});

test('where reading needs a key, the page of an article has nothing of it', async () => {
  const response = await fetch(`${await serve(undefined, false)}/articles/some%2Fid`);
  expect(response.status).toBe(200);
  expect(await response.text()).not.toMatch(/title&quot;|citation_|ld\+json/);
});

test('the texts of the reader’s language load beside the script', async () => {
  const html = await (await fetch(url, { headers: { 'accept-language': 'fa' } })).text();
  expect(html).toMatch(/<link rel="modulepreload" href="\/assets\/fa-[\w-]+\.js">/);
});

test('script and style are files of the service, kept for good, because a change changes their name', async () => {
  const html = await (await fetch(url)).text();
  expect(html).not.toMatch(/<style|<script(?![^>]*\bsrc=)|\bstyle=|\bon\w+=/);
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) {
    expect(file).toMatch(/^\/[^/]/);
    const response = await fetch(url + file);
    expect(response.status, file).toBe(200);
    if (file.startsWith('/assets/')) expect(response.headers.get('cache-control')).toContain('immutable');
  }
});

test.each([
  '/assets/',
  '/assets/nothing.js',
  '/assets/..%2f..%2fpackage.json',
  '/.sources',
  '/.vite/manifest.json',
])('%s is not there', async (path) => expect((await fetch(url + path)).status).toBe(404));

test('a page that was not built is reported with a remedy', async () => {
  const response = await fetch(await serve(empty));
  expect(response.status).toBe(503);
  const { error } = (await response.json()) as { error: { code: string; remedy: string } };
  expect(error).toMatchObject({ code: 'page_missing', remedy: expect.stringContaining('npm run build') });
});

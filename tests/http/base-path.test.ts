/** `LISAN_BASE`: the service under a path of its host. */
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/settings.ts';
import { type Running, running } from '../support/running-service.ts';

let api: Running;
let origin: string;
beforeAll(async () => {
  api = await running({ LISAN_BASE: '/news/archive' });
  origin = new URL(api.server.url).origin;
  await api.service.fill([
    {
      id: 'a/b',
      title: 'Lavrov Astana’da',
      body: 'Bakan dün geldi.',
      keywords: [],
      publishedAt: '2024-01-02',
    },
  ]);
});
afterAll(() => api.end());

describe('a service below a path', () => {
  test('answers there and nowhere else', async () => {
    expect(api.server.url).toBe(`${origin}/news/archive`);
    expect((await api.ask('/api/search?q=Lavrov')).body.total.value).toBe(1);
    for (const path of ['/', '/api/search?q=Lavrov', '/indexes', '/news', '/news/archives/api/search']) {
      const response = await fetch(origin + path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
    }
  });

  test('leads from the path without a slash to the page', async () => {
    const response = await fetch(`${origin}/news/archive`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([308, '/news/archive/']);
  });

  test('says whether it is healthy without the path, too', async () => {
    for (const url of [`${origin}/health`, `${api.server.url}/health`])
      expect((await fetch(url)).status).toBe(200);
  });

  test('delivers a page whose files are there', async () => {
    for (const path of ['/', '/articles/a%2Fb', '/entities/place-astana']) {
      const { text } = await api.ask(path, { headers: { accept: 'text/html' } });
      expect(text).toContain('data-base="/news/archive/"');
      const files = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg))"/g)].map(([, file]) => file!);
      expect(files.length).toBeGreaterThan(3);
      for (const file of files) {
        expect(file).toMatch(/^\/news\/archive\//);
        expect((await fetch(origin + file)).status).toBe(200);
      }
    }
  });

  test('gives links that lead back to it', async () => {
    const { text: feed } = await api.ask('/api/search.atom?q=Lavrov');
    const links = [...feed.matchAll(/href="([^"]+)"/g)].map(([, link]) => link!.replaceAll('&amp;', '&'));
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) {
      expect(link.startsWith(api.server.url)).toBe(true);
      expect((await fetch(link, { headers: { accept: '*/*' } })).status).toBe(200);
    }
    const article = await api.ask('/articles/a%2Fb', { headers: { accept: 'text/html' } });
    expect(article.text).toContain(`${api.server.url}/articles/a%2Fb`);
    expect((await api.ask('/openapi.json')).body.servers).toEqual([{ url: '/news/archive/' }]);
  });

  test('is found by a Meilisearch client whose host has the path', async () => {
    const client = new Meilisearch({ host: api.server.url });
    const { hits } = await client.index('articles').search('Lavrov');
    expect(hits.map(({ id }) => id)).toEqual(['a/b']);
  });
});

test.each(['archive', '/a b/', '/../', '//', '/a//b', 'https://x/y'])('%j is no path', (base) => {
  expect(() => readConfig({ LISAN_BASE: base })).toThrow(/LISAN_BASE/);
});

/** A small news site on loopback that can change, redirect, stall, lie and fail. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}
/** What an address answers; with no value it never answers. */
export type Handler = Reply | ((headers: IncomingHttpHeaders) => Reply | undefined);

export interface NewsSite {
  url: string;
  /** Answers by path; others are answered with 404. May be changed at any time. */
  pages: Record<string, Handler>;
  /** `GET /path` of every request, in order. */
  requests: string[];
  /** Headers of the last request of each path. */
  headers: Record<string, IncomingHttpHeaders>;
  /** The most requests that were under way at once. */
  most: number;
  close(): Promise<void>;
}

export async function newsSite(pages: Record<string, Handler> = {}): Promise<NewsSite> {
  let underWay = 0;
  const stalled = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const path = request.url!;
    site.requests.push(path);
    site.headers[path] = request.headers;
    underWay++;
    site.most = Math.max(site.most, underWay);
    response.on('close', () => underWay--);
    const handler = site.pages[path];
    const reply = typeof handler === 'function' ? handler(request.headers) : (handler ?? { status: 404 });
    if (reply === undefined) {
      stalled.add(response);
      return;
    }
    response.writeHead(reply.status ?? 200, reply.headers);
    response.end(reply.body ?? '');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const site: NewsSite = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages,
    requests: [],
    headers: {},
    most: 0,
    close: () =>
      new Promise((done) => {
        for (const response of stalled) response.destroy();
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
  return site;
}

export const HTML = { 'Content-Type': 'text/html; charset=utf-8' };
export const XML = { 'Content-Type': 'application/rss+xml' };

/** A feed of items; each has a title, a path and a text. */
export const rss = (
  base: string,
  items: readonly (readonly [title: string, path: string, text?: string])[],
): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Haber Ajansı</title><link>${base}/</link>${items
    .map(
      ([title, path, text = 'Kısa özet.']) =>
        `<item><title>${title}</title><link>${base}${path}</link><pubDate>Tue, 12 Mar 2024 10:00:00 +0300</pubDate><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`;

export const page = (title: string, head = ''): string =>
  `<!doctype html><html><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${'<p>Belediye meclisi rıhtımda toplandı ve limanı iki saat boyunca konuştu, kararlar yarın açıklanacak.</p>'.repeat(4)}</article></body></html>`;

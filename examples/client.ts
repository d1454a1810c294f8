/** Searches a running service: `node client.ts http://127.0.0.1:3000 Лавров`. */
import { LisanApiError, LisanClient } from 'lisan/client';

const [url = 'http://127.0.0.1:3000', q = 'Lavrov'] = process.argv.slice(2);
const client = new LisanClient({ url, language: 'en' });

try {
  const { total, relaxed, hits } = await client.search({ q, facets: ['source'], limit: 5 });
  console.log(`${total.value} articles${relaxed === null ? '' : ', and close matches'}`);
  for (const { title, source, highlights } of hits) {
    console.log(`${title} (${source ?? 'no source'})`);
    for (const { text } of highlights.body) console.log(`  ${text}`);
  }
} catch (thrown) {
  if (!(thrown instanceof LisanApiError)) throw thrown;
  console.error(`${thrown.code}: ${thrown.message} ${thrown.remedy}`);
  process.exitCode = 1;
}

/** A search route in an application that is there already: `node express-route.ts`, then open /search?q=Lavrov. */
import express from 'express';
import { addArticles, LisanError, openService, search } from 'lisan';

const service = openService({ data: './news' });
await addArticles(service, [{ id: '1', title: 'Лавров в Астане', body: 'Министр прибыл в Астану.' }]);

const app = express();

app.get('/search', async (request, response) => {
  try {
    const { total, hits } = await search(service, String(request.query.q ?? ''), { limit: 10 });
    response.json({ total: total.value, titles: hits.map(({ title }) => title) });
  } catch (thrown) {
    if (!(thrown instanceof LisanError)) throw thrown;
    response.status(thrown.status).json({ error: thrown.message, remedy: thrown.remedy });
  }
});

const server = app.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') console.log(`http://127.0.0.1:${address?.port}/search?q=Lavrov`);
});

process.once('SIGTERM', () => {
  server.close(() => void service.close());
  server.closeAllConnections();
});

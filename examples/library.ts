/** lisan as a library, in 20 lines: `node library.ts`. */
import { addArticles, openService, search } from 'lisan';

const service = openService({ data: './news' });

const { added, unchanged } = await addArticles(service, [
  { id: '1', title: 'لافروف في أستانا', body: 'وصل وزير الخارجية الروسي سيرغي لافروف إلى أستانا.' },
  { id: '2', title: 'Lavrov’dan açıklama', body: 'Rusya Dışişleri Bakanı Lavrov Ankara’da konuştu.' },
  { id: '3', title: 'Переговоры в Москве', body: 'Лавров встретился с главой МИД Турции.' },
]);
console.log(`${added} added, ${unchanged} unchanged`);

const { total, hits } = await search(service, 'Lavrov', { facets: ['lang'] });
console.log(`${total.value} articles`);
for (const { title, highlights } of hits) {
  const marked = highlights.body.map(({ html }) => html).join(' … ');
  console.log(`${title}: ${marked}`);
}

await service.close();

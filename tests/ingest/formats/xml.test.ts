/** Feeds and other XML: what is read of an entry. */
import { describe, expect, test } from 'vitest';
import type { Article, ReadProblem } from '../../../src/common/types.ts';
import { bufferSource } from '../../../src/ingest/byte-source.ts';
import { readXml } from '../../../src/ingest/formats/xml.ts';

async function read(xml: string): Promise<{ articles: Article[]; problems: ReadProblem[]; lines: number[] }> {
  const articles: Article[] = [];
  const problems: ReadProblem[] = [];
  const lines: number[] = [];
  for await (const result of readXml(bufferSource('feed.xml', Buffer.from(xml)))) {
    if ('article' in result) {
      articles.push(result.article);
      lines.push(result.line);
    } else problems.push(result.problem);
  }
  return { articles, problems, lines };
}

const NAMESPACES =
  'xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:h="http://www.w3.org/1999/xhtml"';
const rss = (items: string): string =>
  `<rss version="2.0" ${NAMESPACES}><channel><title>Daily</title><language>en</language><link>https://a.example/</link>${items}</channel></rss>`;

describe('an entry of RSS', () => {
  test.each<[string, string, Partial<Article>]>([
    [
      'the description where the content is a picture',
      '<description>The quay is closed.</description><c:encoded>&lt;img src="x"&gt;</c:encoded>',
      { body: 'The quay is closed.' },
    ],
    [
      'the content, whatever its prefix',
      '<description>Quay</description><c:encoded><![CDATA[<p>The quay</p><p>is closed.</p>]]></c:encoded>',
      { body: 'The quay\nis closed.' },
    ],
    [
      'a body of XHTML',
      '<h:body><h:p>The quay</h:p><h:p>is &lt;closed&gt;.</h:p></h:body>',
      { body: 'The quay\nis <closed>.' },
    ],
    [
      'what media say, where there is nothing else',
      '<m:group><m:description>The quay.</m:description></m:group>',
      { body: 'The quay.' },
    ],
    ['what a podcast says', '<i:summary>The quay.</i:summary>', { body: 'The quay.' }],
    ['a picture', '<m:thumbnail url="https://a.example/t.jpg"/>', { image: 'https://a.example/t.jpg' }],
    [
      'an enclosed picture, relative',
      '<enclosure url="/t.jpg" type="image/jpeg"/>',
      { image: 'https://a.example/t.jpg' },
    ],
    [
      'authors',
      '<author>a@a.example (A. Writer)</author><d:creator>B. Writer</d:creator>',
      { authors: ['A. Writer', 'B. Writer'] },
    ],
    ['the language of the feed', '', { language: 'en', source: 'Daily' }],
    ['a relative address', '<link>/quay/1</link>', { url: 'https://a.example/quay/1' }],
    ['a number as id, which is no address', '<guid>4711</guid>', { id: '4711' }],
    [
      'the first date that can be read',
      '<pubDate>yesterday</pubDate><d:date>2024-05-09</d:date>',
      { publishedAt: '2024-05-09' },
    ],
  ])('%s', async (_, item, expected) => {
    const { articles } = await read(rss(`<item><title>Quay</title>${item}</item>`));
    expect(articles).toMatchObject([{ title: 'Quay', ...expected }]);
  });
});

test('the export of WordPress: articles, not drafts, deleted ones and attachments', async () => {
  const item = (status: string, type: string, text: string): string =>
    `<item><title>${type}</title><content:encoded><![CDATA[${text}]]></content:encoded><wp:status>${status}</wp:status><wp:post_type>${type}</wp:post_type><category domain="category"><![CDATA[Local]]></category><category domain="post_tag">quay</category><wp:comment><wp:comment_content>no</wp:comment_content></wp:comment></item>`;
  const { articles, problems } = await read(
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>${item('publish', 'post', 'One.\n\nTwo.\n\n[caption id="1"]<img src="a"/> Quay[/caption]')}${item('draft', 'post', 'x')}${item('trash', 'post', 'x')}${item('inherit', 'attachment', 'x')}</channel></rss>`,
  );
  expect(articles).toEqual([
    { title: 'post', body: 'One.\nTwo.\nQuay', keywords: ['Local', 'quay'], section: 'Local' },
  ]);
  expect(problems).toMatchObject([
    { effect: 'kept', reason: expect.stringContaining('3 entries are not articles') },
  ]);
});

test('Atom with a base, and RSS 1.0 with a prefix', async () => {
  const atom =
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/" xml:lang="tr"><title>F</title><entry><title type="html">A &amp;amp; B</title><link href="1"/><author><name>Yazar</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Bir</p><p>İki</p></div></content></entry></feed>';
  expect((await read(atom)).articles).toMatchObject([
    { title: 'A & B', url: 'https://a.example/x/1', authors: ['Yazar'], body: 'Bir\nİki', language: 'tr' },
  ]);
  const rdf =
    '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://purl.org/rss/1.0/"><s:item r:about="https://a.example/1"><s:title>A</s:title></s:item></r:RDF>';
  expect((await read(rdf)).articles).toMatchObject([{ title: 'A', url: 'https://a.example/1' }]);
});

test('lines of entries, also of a feed in one line', async () => {
  expect((await read(rss('\n<item><title>A</title></item>\n\n<item><title>B</title></item>'))).lines).toEqual(
    [2, 4],
  );
  expect((await read(rss('<item><title>A</title></item>'.repeat(20_000)))).articles).toHaveLength(20_000);
});

test('other lists: a news sitemap, NITF, Solr, records', async () => {
  const sitemap =
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://a.example/1</loc><n:news><n:publication><n:name>Daily</n:name><n:language>en</n:language></n:publication><n:publication_date>2024-05-09</n:publication_date><n:title>Quay</n:title></n:news></url><url><loc>https://a.example/2</loc></url></urlset>';
  const found = await read(sitemap);
  expect(found.articles).toEqual([
    {
      title: 'Quay',
      body: '',
      url: 'https://a.example/1',
      source: 'Daily',
      publishedAt: '2024-05-09',
      publishedText: '2024-05-09',
      language: 'en',
      keywords: [],
    },
  ]);
  expect(found.problems).toHaveLength(1);
  const nitf =
    '<nitf><head><docdata><doc-id id-string="n1"/><date.issue norm="20240509T100000+0300"/></docdata></head><body><body.head><hedline><hl1>Quay</hl1></hedline></body.head><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>';
  expect((await read(nitf)).articles).toMatchObject([
    { id: 'n1', title: 'Quay', body: 'One.\nTwo.', publishedAt: '2024-05-09T10:00:00+03:00' },
  ]);
  expect(
    (await read('<add><doc><field name="id">1</field><field name="title">Quay</field></doc></add>')).articles,
  ).toMatchObject([{ id: '1', title: 'Quay' }]);
  expect(
    (await read('<haberler><haber><baslik>Rıhtım</baslik><metin>Kapandı</metin></haber></haberler>'))
      .articles,
  ).toMatchObject([{ title: 'Rıhtım', body: 'Kapandı' }]);
});

test.each([
  ['a list of feeds', '<opml><body><outline/></body></opml>', 'a list of feeds'],
  ['a feed without entries', rss(''), 'the feed has no entries'],
  ['something else', '<svg><g/></svg>', 'no RSS and no Atom'],
])('%s says what it is', async (_, xml, reason) => {
  expect((await read(xml)).problems).toMatchObject([{ reason: expect.stringContaining(reason) }]);
});

test('elements nested 250,000 deep end the reading, what came before is kept', async () => {
  const { articles, problems } = await read(
    rss(`<item><title>T</title></item><item><title>U</title><description>${'<a>'.repeat(250_000)}`),
  );
  expect(articles).toMatchObject([{ title: 'T' }]);
  expect(problems).toMatchObject([{ reason: expect.stringContaining('nested deeper') }]);
});

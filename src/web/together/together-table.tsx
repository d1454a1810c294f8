/** The pairs of a graph as a table: how many articles have both, which leads to them, and how strong the association is. */
import { fetchFile, hasAccessKey, saveFile } from '../api/client.ts';
import type { TogetherAnswer } from '../api/types.ts';
import { mentioning, type Search } from '../app/address.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';

interface TableProps {
  answer: TogetherAnswer;
  search: Search;
  csv: string;
}

export function TogetherTable({ answer: { nodes, edges, edgesLeftOut }, search, csv }: TableProps) {
  const translator = useTranslator();
  const { messages } = translator;
  const texts = messages.together;
  const named = new Map(nodes.map(({ id, name }) => [id, name]));
  /** A link of the browser sends no key: with one, the page downloads the file itself. */
  const download = async (event: MouseEvent): Promise<void> => {
    if (!hasAccessKey()) return;
    event.preventDefault();
    saveFile(await fetchFile(csv, translator.language), 'together.csv');
  };
  return (
    <section>
      <h2 id="together-table">{texts.table}</h2>
      <table class="together-table" aria-labelledby="together-table">
        <thead>
          <tr>
            <th scope="col">{texts.pair}</th>
            <th scope="col">{texts.both}</th>
            <th scope="col">{texts.association}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(({ a, b, documents, npmi }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">
                {translator
                  .parts(texts.and, { a: named.get(a)!, b: named.get(b)! })
                  .map((part) =>
                    typeof part === 'string' ? part : <bdi key={part.value}>{part.value}</bdi>,
                  )}
              </th>
              <td>
                <Link to={{ view: 'search', search: mentioning(search, [a, b]) }}>
                  {translator.count(messages.articles, documents)}
                </Link>
              </td>
              <td>{npmi === null ? '–' : <bdi dir="ltr">{translator.number(npmi)}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {edgesLeftOut > 0 && <p>{translator.count(texts.leftOut, edgesLeftOut)}</p>}
      <p class="note">{texts.measure}</p>
      <p>
        <a href={csv} download onClick={download}>
          {messages.export.csv}
        </a>
      </p>
    </section>
  );
}

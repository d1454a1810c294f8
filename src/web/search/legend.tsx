/** What the colours of the marks mean: of those that are on the page. */
import type { Hit, Mark, MarkKind } from '../api/types.ts';
import { useTranslator } from '../i18n/translator-context.ts';

const KINDS: readonly MarkKind[] = [
  'exact',
  'variant',
  'stem',
  'synonym',
  'completion',
  'typo',
  'name',
  'entity',
  'translation',
  'similar',
];

export const kindsIn = (hits: readonly Hit[]): MarkKind[] => kindsOf(marksIn(hits));

/** All marks of some hits. */
export function marksIn(hits: readonly Hit[]): Mark[] {
  return hits.flatMap(({ highlights }) =>
    [highlights.title, ...highlights.body].flatMap((passage) => passage?.marks ?? []),
  );
}

export function kindsOf(marks: readonly { kind: MarkKind }[]): MarkKind[] {
  const found = new Set(marks.map(({ kind }) => kind));
  return KINDS.filter((kind) => found.has(kind));
}

/** In a query of several words the kinds differ by their lines alone. */
export function Legend({ kinds }: { kinds: readonly MarkKind[] }) {
  const { messages } = useTranslator();
  if (kinds.length === 0) return null;
  return (
    <ul class="legend" aria-label={messages.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <mark data-kind={kind}>{messages.kinds[kind]}</mark>
        </li>
      ))}
    </ul>
  );
}

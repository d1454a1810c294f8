/** An entity as a chip with the colour and symbol of its type, and the legend of the colours. */
import type { Named } from '../api/types.ts';
import { Link } from '../app/link.tsx';
import { useTranslator } from '../i18n/translator-context.ts';
import { ENTITY_TYPES, type EntityType } from './types.ts';
import { UnlistedSign } from './unlisted-sign.tsx';

/** The name of a type in the language of the page; the type itself if the page does not know it. */
export function useTypeName(): (type: string) => string {
  const { messages } = useTranslator();
  return (type) => messages.types[type as EntityType] ?? type;
}

interface EntityChipProps {
  entity: Named;
  /** Shown behind the name. */
  count?: number;
}

export function EntityChip({ entity: { id, type, name }, count }: EntityChipProps) {
  const translator = useTranslator();
  const typeName = useTypeName();
  return (
    <Link class={`chip ${type}`} to={{ view: 'entity', id }} dir="auto" title={typeName(type)}>
      {name}
      <UnlistedSign id={id} />
      {count !== undefined && <span class="count">{translator.number(count)}</span>}
    </Link>
  );
}

/** The types that are among some entities, each in its colour. */
export function TypeLegend({ entities }: { entities: readonly { type: string }[] }) {
  const { messages } = useTranslator();
  const found = ENTITY_TYPES.filter((type) => entities.some((entity) => entity.type === type));
  if (found.length === 0) return null;
  return (
    <ul class="legend types" aria-label={messages.typeLegend}>
      {found.map((type) => (
        <li key={type} class={`type ${type}`}>
          {messages.types[type]}
        </li>
      ))}
    </ul>
  );
}

/** How a model is told whether a text is a query or a passage. */
import type { PREFIX_STYLES } from '../config/settings.ts';
import type { TextKind } from './embedder.ts';

/** `e5`: `query: ` or `passage: ` before the text. `input_type`: a field of the request. `auto`: by the model. */
export type PrefixStyle = (typeof PREFIX_STYLES)[number];

export type Prefixes = Readonly<Record<TextKind, string>>;

export const NO_PREFIXES: Prefixes = { query: '', passage: '' };
const E5_PREFIXES: Prefixes = { query: 'query: ', passage: 'passage: ' };

/** The style that a model of this name needs. Instruct models of the e5 family have instructions of their own. */
export function styleOf(style: PrefixStyle, model: string): Exclude<PrefixStyle, 'auto'> {
  if (style !== 'auto') return style;
  return /(?:^|[^a-z0-9])e5(?:[^a-z0-9]|$)/i.test(model) && !/instruct/i.test(model) ? 'e5' : 'none';
}

export const prefixesOf = (style: PrefixStyle, model: string): Prefixes =>
  styleOf(style, model) === 'e5' ? E5_PREFIXES : NO_PREFIXES;

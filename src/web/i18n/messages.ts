/** What the page says, in every language of the interface. `{name}` stands for what is put in. */
import type { InterfaceLanguage } from '../app/interface.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';
import type { Messages } from './types.ts';

export const MESSAGES: Readonly<Record<InterfaceLanguage, Messages>> = { ar, tr, en, ru };

/** The languages lisan knows, in order of preference where nothing else decides. One line each. */
import type { Language } from '../language.ts';
import { arabic } from './arabic/index.ts';
import { english } from './english/index.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { persian } from './persian.ts';
import { russian } from './russian/index.ts';
import { turkish } from './turkish/index.ts';

export const LANGUAGES: readonly Language[] = [arabic, turkish, english, russian, persian, german, french];

/** What the pages for those who run the archive say: one file in `texts/` for each language, loaded with these pages. */
import type { InterfaceLanguage } from '../i18n/languages.ts';

/** `{…}` are gaps for names and numbers. */
export interface AdminTexts {
  readonly title: string;
  readonly sections: Readonly<
    Record<'state' | 'searches' | 'synonyms' | 'pins' | 'takedowns' | 'names', string>
  >;
  readonly keyTitle: string;
  readonly keyText: string;
  readonly keyLabel: string;
  readonly keyUse: string;
  /** The service has no admin key. */
  readonly keyUnset: string;
  readonly failed: string;
  readonly loading: string;
  readonly done: string;
  readonly cancel: string;
  readonly remove: string;
  readonly removeOf: string;
  readonly edit: string;
  readonly editOf: string;
  readonly save: string;
  readonly none: string;
  readonly language: string;
  readonly everyLanguage: string;
  readonly find: string;
  readonly actions: string;

  readonly state: {
    readonly documents: string;
    readonly indexed: string;
    readonly lag: string;
    readonly engine: string;
    readonly outdated: string;
    readonly updating: string;
    readonly failure: string;
    readonly lastUpdate: string;
    readonly updateFigures: string;
    readonly noUpdate: string;
    readonly verified: string;
    readonly neverVerified: string;
    readonly intact: string;
    readonly disk: string;
    readonly diskFree: string;
    readonly setAside: string;
    readonly damaged: string;
    readonly takedowns: string;
    readonly lostPins: string;
    readonly tasks: string;
    readonly refresh: string;
  };
  readonly searches: {
    readonly intro: string;
    readonly redacted: string;
    readonly sums: string;
    readonly withoutHits: string;
    readonly frequent: string;
    readonly slow: string;
    readonly query: string;
    readonly times: string;
    readonly slowest: string;
    readonly milliseconds: string;
    readonly addSynonym: string;
    readonly redirect: string;
    readonly addName: string;
    readonly pin: string;
  };
  readonly synonyms: {
    readonly intro: string;
    readonly words: string;
    readonly wordsHelp: string;
    readonly oneWay: string;
    readonly to: string;
    readonly toHelp: string;
    readonly add: string;
    readonly list: string;
    readonly confirm: string;
  };
  readonly pins: {
    readonly intro: string;
    readonly query: string;
    readonly show: string;
    readonly found: string;
    readonly pin: string;
    readonly pinOf: string;
    readonly hide: string;
    readonly hideOf: string;
    readonly pinned: string;
    readonly hidden: string;
    readonly up: string;
    readonly list: string;
    readonly figures: string;
    readonly missing: string;
    readonly confirm: string;
  };
  readonly takedowns: {
    readonly intro: string;
    readonly id: string;
    readonly reason: string;
    readonly copies: string;
    readonly submit: string;
    readonly confirm: string;
    readonly consequences: string;
    readonly list: string;
    readonly lift: string;
    readonly liftOf: string;
    readonly liftConfirm: string;
    readonly choose: string;
    readonly chooseOf: string;
  };
  readonly names: {
    readonly intro: string;
    readonly restart: string;
    readonly known: string;
    readonly extend: string;
    readonly type: string;
    readonly id: string;
    readonly name: string;
    readonly ambiguous: string;
    readonly another: string;
    readonly list: string;
    readonly confirm: string;
    readonly warnings: string;
  };
}

export async function loadAdminTexts(language: InterfaceLanguage): Promise<AdminTexts> {
  const module: { texts: AdminTexts } = await import(`./texts/${language}.ts`);
  return module.texts;
}

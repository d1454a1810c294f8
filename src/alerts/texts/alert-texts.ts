/** The texts of one language. */

/** One text for each plural category of the language (CLDR); `{n}` stands for the number. */
export type Plural = { readonly [category in Intl.LDMLPluralRule]?: string } & { readonly other: string };

export interface AlertTexts {
  /** Subject of a message; `{name}` is the name of the alert. */
  readonly subject: Plural;
  readonly intro: string;
  readonly more: Plural;
  readonly all: string;
  readonly copies: Plural;
  readonly undated: string;
  /** Why the message came. */
  readonly why: string;
  readonly end: string;
  readonly test: { readonly subject: string; readonly text: string };
  readonly confirm: {
    readonly subject: string;
    readonly intro: string;
    /** A search without words. */
    readonly noWords: string;
    readonly ask: string;
    /** `{date}`: until when the link is valid. */
    readonly until: string;
    readonly ignore: string;
  };
  readonly page: {
    readonly confirmTitle: string;
    readonly confirmText: string;
    readonly confirmButton: string;
    readonly confirmed: string;
    readonly endTitle: string;
    readonly endText: string;
    readonly endButton: string;
    readonly ended: string;
    readonly expired: string;
    readonly wrong: string;
    readonly toSearch: string;
  };
}

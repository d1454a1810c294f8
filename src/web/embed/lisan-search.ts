/**
 * `<lisan-search endpoint="https://search.news.example" lang="ar">`: a search box with its results for any page, in one
 * file without dependencies. It lives in a shadow tree; see docs/embed.md for its attributes, variables, parts and events.
 */
import { LisanApiError, LisanClient, type SearchAnswer } from '../../client/index.ts';
import { runsOf } from '../article/segments.ts';
import {
  DEFAULT_LANGUAGE,
  directionOfInterface,
  type InterfaceLanguage,
  interfaceLanguageOf,
} from '../i18n/languages.ts';
import { STYLE } from './style.ts';
import { articlesCounted, type EmbedTexts, SHARED, TEXTS } from './texts.ts';

type Hit = SearchAnswer['hits'][number];
type Passage = Hit['highlights']['body'][number];

/** Wait after a key, so that a word is searched and not each of its letters. */
const TYPING_MS = 250;
const DEFAULT_LIMIT = 10;
const MOST_HITS = 50;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Omit<Partial<HTMLElementTagNameMap[Name]>, 'part'> & { part?: string },
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  const { part, ...rest } = properties;
  Object.assign(made, rest);
  if (part !== undefined) made.setAttribute('part', part);
  made.append(...children);
  return made;
}

export class LisanSearch extends HTMLElement {
  static readonly observedAttributes = ['endpoint', 'lang', 'q', 'entity', 'source', 'limit', 'key'];

  readonly #input = element('input', { type: 'search', name: 'q', autocomplete: 'off', part: 'input' });
  readonly #label = element('span', { className: 'label' });
  readonly #button = element('button', { type: 'submit', part: 'button' });
  readonly #status = element('p', { className: 'status', role: 'status', part: 'status' });
  readonly #list = element('ol', { part: 'results' });
  readonly #more = element('button', { type: 'button', part: 'more', hidden: true });
  #control: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #offset = 0;
  /** Of the next page; null if there is none or before the second page. */
  #cursor: string | null = null;
  /** Ids of the hits that are shown. */
  readonly #shown = new Set<string>();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    const box = element('label', { className: 'box' }, this.#label, this.#input);
    const form = element('form', { role: 'search' }, box, this.#button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.search();
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.search(), TYPING_MS);
    });
    this.#more.addEventListener('click', () => void this.#load(this.#offset));
    root.append(form, this.#status, this.#list, this.#more);
  }

  connectedCallback(): void {
    this.#input.value = this.getAttribute('q') ?? '';
    this.#translate();
    if (this.#isAsked()) void this.search();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#typing);
    this.#control?.abort();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === 'q') this.#input.value = after ?? '';
    this.#translate();
    if (this.#isAsked()) void this.search();
  }

  /** Searches for what is in the box, from the first hit. Resolves when the results are shown. */
  search(): Promise<void> {
    clearTimeout(this.#typing);
    return this.#load(0);
  }

  get #language(): InterfaceLanguage {
    const own = this.closest<HTMLElement>('[lang]')?.lang ?? '';
    return interfaceLanguageOf(own.split('-')[0]) ?? DEFAULT_LANGUAGE;
  }

  get #texts(): EmbedTexts {
    return TEXTS[this.#language];
  }

  /** Whether there is something to search for: a query, or what the page asks for. */
  #isAsked(): boolean {
    return [this.#input.value, this.getAttribute('entity'), this.getAttribute('source')].some((text) =>
      text?.trim(),
    );
  }

  #translate(): void {
    const { search, more } = this.#texts;
    const { search: label } = SHARED[this.#language];
    (this.shadowRoot!.firstElementChild as HTMLElement).dir = directionOfInterface(this.#language);
    for (const part of [this.#status, this.#list, this.#more])
      part.dir = directionOfInterface(this.#language);
    this.#input.dir = 'auto';
    this.#input.placeholder = label;
    this.#label.textContent = label;
    this.#button.textContent = search;
    this.#more.textContent = more;
  }

  async #load(offset: number): Promise<void> {
    this.#control?.abort();
    const control = new AbortController();
    this.#control = control;
    const q = this.#input.value.trim();
    if (!this.#isAsked()) return this.#show(q, undefined, 0);
    try {
      const answer = await this.#client().search(
        {
          q,
          limit: this.#limit,
          offset,
          // From the second page on, hits come from one list, whatever is written meanwhile.
          ...(offset > 0 && { cursor: this.#cursor ?? '*' }),
          ...(this.getAttribute('entity') && { entity: [this.getAttribute('entity')!] }),
          ...(this.getAttribute('source') && { source: [this.getAttribute('source')!] }),
          ...(q === '' && { sort: 'newest' as const }),
        },
        control.signal,
      );
      this.#show(q, answer, offset);
    } catch (error) {
      if (control.signal.aborted) return;
      const { keyMissing } = SHARED[this.#language];
      const noKey =
        error instanceof LisanApiError && (error.code === 'key_missing' || error.code === 'key_wrong');
      this.#status.textContent = noKey ? keyMissing : this.#texts.failed;
      this.#more.hidden = true;
      this.dispatchEvent(new CustomEvent('lisan-error', { detail: error }));
    }
  }

  get #limit(): number {
    const asked = Number(this.getAttribute('limit') ?? DEFAULT_LIMIT);
    return Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST_HITS) : DEFAULT_LIMIT;
  }

  get #endpoint(): string {
    return new URL(this.getAttribute('endpoint') ?? '.', document.baseURI).href.replace(/\/+$/, '');
  }

  #client(): LisanClient {
    const key = this.getAttribute('key');
    return new LisanClient({ url: this.#endpoint, language: this.#language, ...(key && { key }) });
  }

  #show(q: string, answer: SearchAnswer | undefined, offset: number): void {
    if (offset === 0) {
      this.#list.replaceChildren();
      this.#shown.clear();
      this.#offset = 0;
    }
    const hits = (answer?.hits ?? []).filter(({ id }) => !this.#shown.has(id));
    for (const { id } of hits) this.#shown.add(id);
    this.#list.append(...hits.map((hit) => this.#hit(hit, q)));
    this.#offset += this.#limit;
    this.#cursor = answer?.cursor ?? null;
    const { none, relaxed } = this.#texts;
    const total = answer?.total.value ?? 0;
    const parts = [
      this.#shown.size === 0 ? none : articlesCounted(total, this.#language),
      ...(answer?.relaxed ? [relaxed] : []),
    ];
    this.#status.textContent = answer === undefined ? '' : parts.join(' ');
    this.#more.hidden =
      answer === undefined ||
      (offset > 0
        ? this.#cursor === null
        : answer.hits.length < this.#limit || this.#offset >= total + answer.partial - answer.collapsed);
    this.dispatchEvent(new CustomEvent('lisan-results', { detail: { q, answer } }));
  }

  #hit(hit: Hit, q: string): HTMLLIElement {
    const { title, body } = hit.highlights;
    const address = `${this.#endpoint}/articles/${encodeURIComponent(hit.id)}?${new URLSearchParams({ q })}`;
    const link = element('a', { href: address, target: '_blank', rel: 'noopener', part: 'title' });
    link.append(...(title === null ? [hit.id] : marked(title)));
    link.addEventListener('click', (event) => {
      const opened = new CustomEvent('lisan-open', { detail: hit, cancelable: true });
      if (!this.dispatchEvent(opened)) event.preventDefault();
    });
    const published =
      hit.publishedAt === null || hit.publishedAt === undefined ? '' : this.#date(hit.publishedAt);
    const facts = [hit.source, published].filter(Boolean).join(' · ');
    const lacking = [...hit.missing, ...hit.similar];
    return element(
      'li',
      { part: 'hit' },
      element('h3', { dir: title?.dir ?? 'auto', lang: title?.lang ?? '' }, link),
      ...(facts === '' ? [] : [element('p', { className: 'facts', part: 'facts' }, facts)]),
      ...body.map((passage) =>
        element('p', { dir: passage.dir, lang: passage.lang, part: 'passage' }, ...marked(passage)),
      ),
      ...(lacking.length === 0
        ? []
        : [
            element(
              'p',
              { className: 'missing', part: 'missing' },
              this.#texts.missing.replace('{words}', lacking.join(', ')),
            ),
          ]),
    );
  }

  /** The day, as it is where the article was published. */
  #date(published: string): string {
    const day = new Date(`${published.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(day.getTime())
      ? published
      : new Intl.DateTimeFormat(this.#language, { dateStyle: 'medium', timeZone: 'UTC' }).format(day);
  }
}

/** The text of a passage with its marks, and dots where it is cut. */
function marked({ text, start, marks, cutStart, cutEnd }: Passage): (Node | string)[] {
  const runs = runsOf(text, start, marks).map((run) =>
    run.mark === undefined ? run.text : element('mark', { part: 'mark' }, run.text),
  );
  return [...(cutStart ? ['…'] : []), ...runs, ...(cutEnd ? ['…'] : [])];
}

customElements.define('lisan-search', LisanSearch);

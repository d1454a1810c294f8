/** The frame of every view: masthead with the search box, the view that the address names, settings. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { ArticleView } from '../article/article-view.tsx';
import { EntityView } from '../entity/entity-view.tsx';
import { Wording } from '../i18n/format.ts';
import { remember } from '../search/recent-searches.ts';
import { SearchBox } from '../search/search-box.tsx';
import { SearchView } from '../search/search-view.tsx';
import { type Address, NO_SEARCH, type Search } from './address.ts';
import { WordingContext } from './context.ts';
import type { InterfaceLanguage } from './interface.ts';
import { handleKey } from './keyboard.ts';
import { Link } from './link.tsx';
import { canGoBack, currentAddress, go, onAddress } from './navigation.ts';
import { chooseLanguage, currentLanguage, currentTimeZone } from './preferences.ts';
import { Settings } from './settings.tsx';

/** Milliseconds after which further typing is a search of its own in the history. */
const TYPING = 4000;

export function App() {
  const [address, setAddress] = useState(currentAddress);
  const [language, setLanguage] = useState(currentLanguage);
  const wording = useMemo(() => new Wording(language, currentTimeZone()), [language]);
  const typed = useRef(0);
  /** The last results, for the way back from an article. */
  const results = useRef<Search>(NO_SEARCH);
  if (address.view === 'search') results.current = address.search;

  useEffect(() => onAddress(setAddress), []);
  const goBack = useCallback(() => {
    if (canGoBack()) history.back();
    else go({ view: 'search', search: results.current });
  }, []);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void =>
      handleKey(event, address.view === 'search' ? undefined : goBack);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [address.view, goBack]);
  useLayoutEffect(() => {
    if (address.view === 'search')
      document.title = [address.search.q.trim(), 'lisan'].filter(Boolean).join(' - ');
  }, [address]);

  /** Another search; while it is being typed it takes the place of the one before in the history. */
  const search = (q: string, committed: boolean): void => {
    const base = address.view === 'search' ? address.search : NO_SEARCH;
    const now = Date.now();
    const replace = address.view === 'search' && now - typed.current < TYPING;
    typed.current = committed ? 0 : now;
    go({ view: 'search', search: { ...base, q, page: 1 } }, { replace });
    if (committed) remember(q);
  };
  const choose = (chosen: InterfaceLanguage): void => {
    chooseLanguage(chosen);
    setLanguage(chosen);
  };

  const { messages } = wording;
  return (
    <WordingContext.Provider value={wording}>
      <a class="skip" href="#content">
        {messages.skip}
      </a>
      <header class="masthead">
        <div class="bar">
          <Link class="wordmark" to={{ view: 'search', search: NO_SEARCH }}>
            <span lang="tr" dir="ltr">
              lisan
            </span>
            <span lang="ar" dir="rtl" class="wordmark-arabic">
              لسان
            </span>
          </Link>
          <Settings onLanguage={choose} />
        </div>
        <SearchBox
          q={queryOf(address)}
          onSearch={search}
          fresh={address.view === 'search' && address.search.q === ''}
        />
      </header>
      <main id="content" tabIndex={-1}>
        {address.view === 'search' && <SearchView search={address.search} />}
        {address.view === 'article' && (
          <ArticleView key={address.id} id={address.id} q={address.q} onBack={goBack} />
        )}
        {address.view === 'entity' && <EntityView key={address.id} id={address.id} onBack={goBack} />}
      </main>
    </WordingContext.Provider>
  );
}

function queryOf(address: Address): string {
  if (address.view === 'search') return address.search.q;
  return address.view === 'article' ? address.q : '';
}

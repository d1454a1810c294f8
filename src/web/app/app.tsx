/** The frame of every view: masthead with the search box, the view that the address names, settings. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { hasAccessKey } from '../api/client.ts';
import { ArticleView } from '../article/article-view.tsx';
import { EntityView } from '../entity/entity-view.tsx';
import type { InterfaceLanguage } from '../i18n/languages.ts';
import { loadTranslator, type Translator } from '../i18n/translator.ts';
import { TranslatorContext } from '../i18n/translator-context.ts';
import { remember } from '../search/recent-searches.ts';
import { SearchBox } from '../search/search-box.tsx';
import { SearchTools } from '../search/search-tools.tsx';
import { SearchView } from '../search/search-view.tsx';
import { type Address, NO_SEARCH, type Search } from './address.ts';
import { onHost } from './base-path.ts';
import { handleKey } from './keyboard.ts';
import { lazily } from './lazy.tsx';
import { Link } from './link.tsx';
import { canGoBack, currentAddress, go, onAddress } from './navigation.ts';
import { NoPage } from './notices.tsx';
import { chooseLanguage, currentTimeZone } from './preferences.ts';
import { Settings } from './settings.tsx';

const AdminView = lazily(async () => (await import('../admin/admin-view.tsx')).AdminView);
const TogetherView = lazily(async () => (await import('../together/together-view.tsx')).TogetherView);
const VersionsView = lazily(async () => (await import('../versions/versions-view.tsx')).VersionsView);

/** After this pause, further typing becomes a separate search in the history. */
const TYPING_MS = 4000;

/** `translator`: of the language in which the service delivered the page. */
export function App({ translator: delivered }: { translator: Translator }) {
  const [address, setAddress] = useState(currentAddress);
  const [translator, setTranslator] = useState(delivered);
  const typed = useRef(0);
  /** The last results, for the way back from an article. */
  const results = useRef<Search>(NO_SEARCH);
  if (address.view === 'search' || address.view === 'together') results.current = address.search;

  useEffect(() => onAddress(setAddress), []);
  const goBack = useCallback(() => {
    if (canGoBack()) history.back();
    else go({ view: 'search', search: results.current });
  }, []);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void =>
      handleKey(event, currentAddress().view === 'search' ? undefined : goBack);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [goBack]);

  /** Another search; while it is being typed it takes the place of the one before in the history. */
  const search = (q: string, committed: boolean): void => {
    const base = address.view === 'search' ? address.search : NO_SEARCH;
    const now = Date.now();
    const replace = address.view === 'search' && now - typed.current < TYPING_MS;
    typed.current = committed ? 0 : now;
    go({ view: 'search', search: { ...base, q, strict: false, page: 1 } }, { replace });
    if (committed) remember(q);
  };
  const choose = async (language: InterfaceLanguage): Promise<void> => {
    const chosen = await loadTranslator(language, currentTimeZone());
    chooseLanguage(language);
    setTranslator(chosen);
  };

  const { messages } = translator;
  const searching = address.view === 'search';
  return (
    <TranslatorContext.Provider value={translator}>
      <div class="skips">
        <a class="skip" href="#results">
          {searching ? messages.skip : messages.skipToContent}
        </a>
        {searching && (
          <a class="skip" href="#filters">
            {messages.skipToFilters}
          </a>
        )}
      </div>
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
        <SearchTools search={results.current} />
      </header>
      <main>
        {address.view === 'search' && <SearchView search={address.search} />}
        {address.view === 'article' && (
          <ArticleView
            key={address.id}
            id={address.id}
            q={address.q}
            across={address.across}
            at={address.at}
            onBack={goBack}
          />
        )}
        {address.view === 'entity' && <EntityView key={address.id} id={address.id} onBack={goBack} />}
        {address.view === 'versions' && (
          <VersionsView key={address.id} id={address.id} revision={address.revision} />
        )}
        {address.view === 'together' && (
          <TogetherView
            search={address.search}
            around={address.around}
            types={address.types}
            onBack={goBack}
          />
        )}
        {address.view === 'admin' && <AdminView {...address} />}
        {address.view === 'none' && <NoPage />}
      </main>
      <footer class="footer">
        <a href={onHost('/docs')}>{messages.apiDocs}</a>
        {hasAccessKey() && (
          <Link to={{ view: 'admin', section: 'state', q: '', oneWay: false }}>{messages.admin}</Link>
        )}
      </footer>
    </TranslatorContext.Provider>
  );
}

function queryOf(address: Address): string {
  if (address.view === 'search' || address.view === 'together') return address.search.q;
  return address.view === 'article' ? address.q : '';
}

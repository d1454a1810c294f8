/** Saved searches on the first page; their list is loaded if there are any. */
import { useEffect, useState } from 'preact/hooks';
import { useTranslator } from '../i18n/translator-context.ts';
import { SAVED_KEY } from './saved-key.ts';

type List = typeof import('./saved-list.tsx').SavedList;

export function SavedHome() {
  const { messages } = useTranslator();
  const [loaded, setLoaded] = useState<{ List: List }>();
  useEffect(() => {
    if (hasSaved()) void import('./saved-list.tsx').then(({ SavedList }) => setLoaded({ List: SavedList }));
  }, []);
  if (loaded === undefined) return null;
  return (
    <section class="recent" aria-labelledby="saved-title">
      <h2 id="saved-title">
        {messages.following.saved} <small>({messages.recentNote})</small>
      </h2>
      <loaded.List />
    </section>
  );
}

function hasSaved(): boolean {
  try {
    return localStorage.getItem(SAVED_KEY) !== null;
  } catch {
    return false;
  }
}

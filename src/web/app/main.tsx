/** Starts the page. */
import { render } from 'preact';
import { loadTranslator } from '../i18n/translator.ts';
import { App } from './app.tsx';
import { startNavigation } from './navigation.ts';
import { currentLanguage, currentTimeZone } from './preferences.ts';

startNavigation();
render(
  <App translator={await loadTranslator(currentLanguage(), currentTimeZone())} />,
  document.querySelector('#page')!,
);

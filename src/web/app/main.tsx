/** Starts the page. */
import { render } from 'preact';
import { App } from './app.tsx';
import { startNavigation } from './navigation.ts';

startNavigation();
render(<App />, document.querySelector('#page')!);

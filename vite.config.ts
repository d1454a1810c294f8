/** Bundles the page into dist/web. `scripts/build-page.js` calls it; `npx vite` serves it with reloading. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  // The service puts its own path in the place of `./`.
  base: './',
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

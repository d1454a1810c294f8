/** Bundles `<lisan-search>` into one file, dist/web/embed/lisan-search.js. `scripts/build-page.js` calls it. */
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'src/web',
  build: {
    outDir: '../../dist/web/embed',
    emptyOutDir: true,
    copyPublicDir: false,
    lib: { entry: 'embed/lisan-search.ts', formats: ['es'], fileName: () => 'lisan-search.js' },
    reportCompressedSize: false,
  },
});

#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read, so that they can say what is missing.
const needed = 24;
const running = Number(process.versions.node.split('.')[0]);
if (running < needed) {
  console.error(
    `lisan needs Node ${needed} or newer; this is ${process.version}. In a checkout, "npm start" and "npm run lisan" bring their own.`,
  );
  process.exit(1);
}
Promise.all([import('node:fs'), import('./compile-cache.js'), import('./young-generation.js')])
  .then(async ([{ existsSync }, { enablePrivateCompileCache }, { keepYoungGenerationsSmall }]) => {
    enablePrivateCompileCache(process.env.LISAN_DATA || './var');
    // A checkout runs its sources, the package what was built of them: Node strips no types in node_modules.
    const isCheckout = existsSync(new URL('../src/cli/program.ts', import.meta.url));
    /** @param {string} name */
    const load = (name) => import(isCheckout ? `../src/${name}.ts` : `../dist/${name}.js`);
    if (process.argv[2] === 'serve') {
      keepYoungGenerationsSmall();
      const { startReaderAhead } = await load('http/workers/new-thread');
      startReaderAhead();
    }
    return load('cli/program');
  })
  .then(({ main }) => main(process.argv));

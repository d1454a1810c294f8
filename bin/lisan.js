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
// A checkout runs its sources, the package what was built of them: Node strips no types in node_modules.
Promise.all([import('node:fs'), import('./compile-cache.js'), import('./young-generation.js')])
  .then(([{ existsSync }, { enablePrivateCompileCache }, { keepYoungGenerationsSmall }]) => {
    enablePrivateCompileCache(process.env.LISAN_DATA || './var');
    if (process.argv[2] === 'serve') keepYoungGenerationsSmall();
    const sources = new URL('../src/cli/program.ts', import.meta.url);
    return import(existsSync(sources) ? sources.href : '../dist/cli/program.js');
  })
  .then(({ main }) => main(process.argv));

#!/usr/bin/env node
// Plain JavaScript that old runtimes can read, so that they can say what is missing.
const needed = 24;
const running = Number(process.versions.node.split('.')[0]);
if (running < needed) {
  console.error(
    `lisan needs Node ${needed} or newer and this is ${process.version}; start it with "npm start" or "npm run lisan", which bring their own.`,
  );
  process.exit(1);
}
// Compiled code is kept in the system's folder for temporary files, which saves a quarter of a start.
import('node:module')
  .then(({ enableCompileCache }) => {
    enableCompileCache();
    return import('../src/cli/program.ts');
  })
  .then(({ main }) => main(process.argv));

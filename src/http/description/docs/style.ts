/** The style of `/docs`, in the colours of the search page. It is an element of the page whose hash the CSP names. */
export const DOCS_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f4, #171614); --raised: light-dark(#ffffff, #201e1b); --sunk: light-dark(#f1ede3, #262420);
  --ink: light-dark(#1c1a17, #ebe7de); --quiet: light-dark(#5d574d, #aaa397); --rule: light-dark(#d9d2c3, #3b3832);
  --accent: light-dark(#84211a, #f0a394); --focus: light-dark(#0b5cad, #8cc4ff);
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif; scroll-padding-top: 1rem; overflow-wrap: anywhere; }
body { display: grid; gap: 0 3rem; grid-template-columns: minmax(0, 1fr); margin: 0 auto; max-width: 76rem; padding: 1rem; }
a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.2em; }
a:hover { color: var(--accent); }
:focus-visible { border-radius: 2px; outline: 2px solid var(--focus); outline-offset: 3px; }
.skip { background: var(--accent); color: var(--paper); left: 1rem; padding: 0.4rem 0.8rem; position: absolute; top: -4rem; }
.skip:focus { top: 0.5rem; }
header { border-bottom: 1px solid var(--rule); margin-bottom: 1.5rem; padding-bottom: 1rem; }
h1 { font: 700 1.7rem/1.3 Georgia, serif; margin: 0; }
h2 { font: 600 1.35rem/1.3 Georgia, serif; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.05rem; line-height: 1.4; margin: 0; }
h4 { color: var(--quiet); font-size: 0.9rem; margin: 1rem 0 0.3rem; }
p { margin: 0.5rem 0; }
code, pre { font: 0.88em/1.5 var(--mono); }
code { background: var(--sunk); border-radius: 3px; padding: 0.1em 0.3em; }
pre { background: var(--sunk); border-radius: 4px; margin: 0.5rem 0; overflow-x: auto; padding: 0.6rem 0.8rem; }
pre code { background: none; padding: 0; }
nav ul { list-style: none; margin: 0 0 0.75rem; padding: 0; }
nav summary { cursor: pointer; font-weight: 600; padding: 0.4rem 0; }
nav h2 { color: var(--quiet); font: 600 0.9rem/1.5 system-ui, sans-serif; margin: 0.75rem 0 0.2rem; }
nav a { display: block; font-size: 0.92rem; padding: 0.2rem 0; text-decoration: none; }
nav .method { display: inline-block; min-width: 3.6rem; }
.method { color: var(--accent); font: 600 0.75rem/1 var(--mono); text-transform: uppercase; }
.operation, .shape { background: var(--raised); border: 1px solid var(--rule); border-radius: 6px; margin: 1rem 0; padding: 0.9rem 1.1rem; }
.operation h3 code { background: none; font-size: 1rem; padding: 0; }
.quiet { color: var(--quiet); font-size: 0.92rem; }
dl { margin: 0; }
dl > div { border-top: 1px solid var(--rule); display: grid; gap: 0 1rem; grid-template-columns: minmax(0, 1fr); padding: 0.4rem 0; }
dt { align-items: baseline; display: flex; flex-wrap: wrap; gap: 0.2rem 0.5rem; }
dt code { background: none; font-weight: 600; padding: 0; }
dd { margin: 0; }
.type { color: var(--quiet); font-size: 0.88rem; }
details.errors { margin-top: 0.5rem; }
details.errors summary { color: var(--quiet); cursor: pointer; font-size: 0.92rem; min-height: 1.5rem; }
.nested { border-inline-start: 2px solid var(--rule); margin: 0.3rem 0 0.2rem; padding-inline-start: 0.8rem; }
@media (min-width: 60rem) {
  body { grid-template-columns: 17rem minmax(0, 1fr); padding: 1.25rem; }
  header { grid-column: 1 / -1; }
  nav { max-height: 100vh; overflow-y: auto; padding-bottom: 2rem; position: sticky; top: 0; align-self: start; }
  dl > div { grid-template-columns: 15rem minmax(0, 1fr); }
}`;

/** The style of the search element. A page sets the variables `--lisan-…` on the element, or styles its parts. */
export const STYLE = `
:host { display: block; color: var(--lisan-color, inherit); font: var(--lisan-font, inherit); }
* { box-sizing: border-box; }
form { display: flex; gap: .5rem; }
input, button { font: inherit; color: inherit; padding: .5em .75em; border-radius: var(--lisan-radius, .375rem); }
.box { display: flex; flex: 1; min-inline-size: 0; }
input { flex: 1; min-inline-size: 0; background: transparent; border: 1px solid var(--lisan-border, currentColor); }
button { border: 1px solid transparent; background: var(--lisan-accent, #0b5c63); color: var(--lisan-on-accent, #fff); cursor: pointer; }
:focus-visible { outline: 2px solid var(--lisan-accent, #0b5c63); outline-offset: 2px; }
ol { list-style: none; margin: 1rem 0; padding: 0; display: grid; gap: 1.25rem; }
h3 { font-size: 1.1em; margin: 0; }
a { color: var(--lisan-accent, #0b5c63); }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.facts, .missing, .status { font-size: .875em; opacity: .8; }
mark { background: var(--lisan-mark, #ffe9a8); color: var(--lisan-mark-color, #201a00); border-radius: .15em; }
.label { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
[hidden] { display: none; }
`;

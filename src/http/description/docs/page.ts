/**
 * `/docs`: the description of the API as one page, made from the OpenAPI document. It has no script, so it is read
 * without a network, in any browser, and needs no exception in the content security policy.
 */
import { escapeHtml } from '../../../common/html.ts';
import type { Json } from '../schemas.ts';
import { type Address, type Operation, operationSection } from './operation.ts';
import { type Schema, shapeSection } from './shape.ts';
import { DOCS_STYLE } from './style.ts';
import { prose } from './text.ts';

interface Description {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The page for a description made by `describeApi`. */
export function docsPage(api: Json): string {
  const { info, paths, components } = api as unknown as Description;
  const addresses = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Address => ({ path, method, operation })),
  );
  const groups = Map.groupBy(addresses, groupOf);
  const shapes = Object.entries(components.schemas);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escapeHtml(info.title)} API</title>
<link rel="icon" href="./favicon.svg" type="image/svg+xml"><style>${DOCS_STYLE}</style></head><body>
<header><a class="skip" href="#content">Skip to the content</a>
<h1><a href="./">${escapeHtml(info.title)}</a> API</h1>
<p>${prose(info.description)}</p>
<p class="quiet">Version ${escapeHtml(info.version)}. For programs: <a href="./openapi.json">openapi.json</a>.
Errors are <code>{"error": {"code", "message", "remedy"}}</code> with a fitting status.</p></header>
${navigation(groups, shapes)}
<main id="content" tabindex="-1">
${[...groups].map(([name, members]) => `<h2 id="${anchorOf(name)}">${escapeHtml(name)}</h2>${members.map(operationSection).join('')}`).join('\n')}
<h2 id="shapes">Shapes of the answers</h2>
${shapes.map(([name, schema]) => shapeSection(name, schema)).join('\n')}
</main></body></html>
`;
}

function navigation(
  groups: ReadonlyMap<string, readonly Address[]>,
  shapes: readonly [string, Schema][],
): string {
  const lists = [...groups].map(
    ([name, members]) => `<h2>${escapeHtml(name)}</h2><ul>${members.map(operationLink).join('')}</ul>`,
  );
  const links = shapes.map(
    ([name]) => `<li><a href="#shape-${escapeHtml(name)}">${escapeHtml(name)}</a></li>`,
  );
  return `<nav aria-label="Contents"><details open><summary>Contents</summary>${lists.join('')}
<h2>Shapes of the answers</h2><ul>${links.join('')}</ul></details></nav>`;
}

const operationLink = ({ path, method, operation: { operationId } }: Address): string =>
  `<li><a href="#${operationId}"><span class="method">${method}</span>${escapeHtml(path)}</a></li>`;

/** The heading under which an address is listed: its tag, else what its path is about. */
function groupOf({ path, method, operation: { tags } }: Address): string {
  if (tags?.[0] !== undefined) return tags[0];
  if (method !== 'get') return 'Writing';
  if (/^\/api\/(search|suggest)/.test(path)) return 'Searching';
  if (/^\/api\/(documents|similar)/.test(path)) return 'Articles';
  return path.startsWith('/api/entities') ? 'Entities' : 'Operation';
}

const anchorOf = (name: string): string => `group-${name.replace(/\W+/g, '-').toLowerCase()}`;

/** `/docs`: the description of the API as one page without scripts, for reading where there is no network. */
import { escapeHtml } from '../../common/html.ts';
import type { Json } from './openapi.ts';

const STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8882; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 56rem; margin: 0 auto; padding: 1rem; }
h2 { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: 1rem; overflow-wrap: anywhere; }
code, pre { font: 0.9em/1.5 ui-monospace, monospace; background: var(--soft); border-radius: 4px; padding: 0.1em 0.3em; }
pre { padding: 0.8em; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; border-bottom: 1px solid var(--line); padding: 0.35rem 0.6rem 0.35rem 0; }
.method { text-transform: uppercase; font-size: 0.75em; letter-spacing: 0.05em; }
nav ul { columns: 2; padding-inline-start: 1.2rem; }`;

/** The page for a description made by `describeApi`. Its only style is the element whose hash the CSP names. */
export function docsPage(api: Json): string {
  const { info, paths, components } = api as {
    info: { title: string; version: string; description: string };
    paths: Record<string, Record<string, Json>>;
    components: { schemas: Record<string, Json> };
  };
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} API</title><style>${STYLE}</style></head><body>
<h1>${escapeHtml(info.title)} ${escapeHtml(info.version)}: API</h1>
<p>${prose(info.description)} The same for programs: <a href="/openapi.json">/openapi.json</a>.</p>
<p>Errors are <code>{"error": {"code", "message", "remedy"}}</code> with a fitting status.</p>
<nav aria-label="Addresses"><ul>${operations
    .map(
      ({ path, method, operation }) =>
        `<li><a href="#${String(operation.operationId)}"><span class="method">${method}</span> ${escapeHtml(path)}</a></li>`,
    )
    .join('')}</ul></nav>
${operations.map(({ path, method, operation }) => section(path, method, operation)).join('\n')}
<h2 id="shapes">Shapes</h2>
${Object.entries(components.schemas)
  .map(
    ([name, schema]) =>
      `<h3 id="shape-${escapeHtml(name)}">${escapeHtml(name)}</h3><pre tabindex="0">${escapeHtml(JSON.stringify(schema, null, 2))}</pre>`,
  )
  .join('\n')}
</body></html>
`;
}

/** The text of the page's style element, for the content security policy. */
export const DOCS_STYLE = STYLE;

function section(path: string, method: string, operation: Json): string {
  const { operationId, summary, parameters, requestBody, responses } = operation as {
    operationId: string;
    summary: string;
    parameters: { name: string; in: string; description?: string; schema: Json }[];
    requestBody?: { description: string; content: Json };
    responses: Record<string, { description: string; content?: Json }>;
  };
  const scope = operation['x-scope'];
  return `<section aria-labelledby="${operationId}"><h2 id="${operationId}"><span class="method">${method}</span> <code>${escapeHtml(path)}</code></h2>
<p>${prose(summary)}${scope === undefined ? '' : ` Scope of the key, where one is asked for: <code>${String(scope)}</code>.`}</p>
${
  parameters.length === 0
    ? ''
    : table(
        ['parameter', 'is', 'default', 'what it does'],
        parameters.map(({ name, in: place, description = '', schema }) => [
          `<code>${escapeHtml(name)}</code>${place === 'path' ? ' (in the path)' : ''}`,
          kindOf(schema),
          schema.default === undefined ? '' : `<code>${escapeHtml(JSON.stringify(schema.default))}</code>`,
          prose(description),
        ]),
      )
}
${requestBody === undefined ? '' : `<p>Body (${content(requestBody.content)}): ${prose(requestBody.description)}</p>`}
${table(
  ['status', 'answer'],
  Object.entries(responses).map(([status, { description, content: types = {} }]) => [
    status,
    `${prose(description)} ${content(types)}`,
  ]),
)}</section>`;
}

/** Media types with the shape of each. */
function content(types: Json): string {
  return Object.entries(types)
    .map(([type, value]) => {
      const { $ref = '' } = (value as { schema: { $ref?: string } }).schema;
      const shape = $ref.split('/').at(-1);
      return `<code>${escapeHtml(type)}</code>${shape ? ` <a href="#shape-${escapeHtml(shape)}">${escapeHtml(shape)}</a>` : ''}`;
    })
    .join(', ');
}

function kindOf(schema: Json): string {
  const {
    type,
    enum: values,
    items,
    minimum,
    maximum,
    maxLength,
    format,
  } = schema as {
    type?: string;
    enum?: string[];
    items?: Json;
    minimum?: number;
    maximum?: number;
    maxLength?: number;
    format?: string;
  };
  if (values !== undefined) return values.map((value) => `<code>${escapeHtml(value)}</code>`).join(', ');
  if (items !== undefined) return `list, with commas between, of ${kindOf(items)}`;
  if (maximum !== undefined) return `${type} from ${minimum ?? 0} to ${maximum}`;
  return [format ?? type, maxLength === undefined ? '' : `of at most ${maxLength} characters`]
    .join(' ')
    .trim();
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return `<table><thead><tr>${head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((value) => `<td>${value}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
}

/** Plain text with `code` in backticks. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

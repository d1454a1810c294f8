/** One address of the API: how to call it, what it takes, what it answers. */
import { escapeHtml } from '../../../common/html.ts';
import { properties, type Schema, typeOf } from './shape.ts';
import { code, prose } from './text.ts';

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

export interface Operation {
  operationId: string;
  summary: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { description: string; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
  'x-scope'?: string;
}

export interface Address {
  path: string;
  method: string;
  operation: Operation;
}

export function operationSection({ path, method, operation }: Address): string {
  const { operationId, summary, parameters = [], requestBody, responses } = operation;
  const scope = operation['x-scope'];
  const answers = Object.entries(responses);
  const succeeded = answers.filter(([status]) => status < '300');
  const others = answers.filter(([status]) => status >= '300');
  return `<section class="operation" aria-labelledby="${operationId}">
<h3 id="${operationId}"><span class="method">${method}</span> ${code(path)}</h3>
<p>${prose(summary)}</p>
${scope === undefined ? '' : `<p class="quiet">Required key scope (if keys are configured): ${code(scope)}.</p>`}
<pre tabindex="0"><code>${escapeHtml(example({ path, method, operation }))}</code></pre>
${parameters.length === 0 ? '' : `<h4>Parameters</h4>${list(parameters.map(parameterRow))}`}
${requestBody === undefined ? '' : body(requestBody)}
<h4>Response</h4>${list(succeeded.map(answerRow))}
${others.length === 0 ? '' : `<details class="errors"><summary>Other responses: ${others.map(([status]) => status).join(', ')}</summary>${list(others.map(answerRow))}</details>`}
</section>`;
}

type Row = [head: string, text: string];

const list = (rows: readonly Row[]): string =>
  `<dl>${rows.map(([head, text]) => `<div><dt>${head}</dt><dd>${text}</dd></div>`).join('')}</dl>`;

function parameterRow({ name, in: place, description = '', schema }: Parameter): Row {
  const preset =
    schema.default === undefined || isEmpty(schema.default)
      ? ''
      : `Default ${code(JSON.stringify(schema.default))}.`;
  const where = place === 'path' ? ' <span class="type">in the path</span>' : '';
  return [
    `${code(name)}<span class="type">${typeOf(schema)}</span>${where}`,
    [prose(description), preset].filter((part) => part !== '').join(' '),
  ];
}

const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

function answerRow([status, { description, content = {} }]: [
  string,
  { description: string; content?: Content },
]): Row {
  return [code(status), [prose(description), media(content)].filter((part) => part !== '').join(' ')];
}

function body({ description, content }: { description: string; content: Content }): string {
  const [schema] = Object.values(content).map((type) => type.schema);
  const shape = schema?.properties === undefined ? '' : properties(schema);
  return `<h4>Body</h4><p>${prose(description)} ${media(content)}</p>${shape}`;
}

/** Media types with the shape of each. */
const media = (content: Content): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `${code(type)}${schema.$ref === undefined ? '' : `: ${typeOf(schema)}`}`)
    .join(', ');

/** A command that calls the address. */
function example({ path, method, operation }: Address): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'id' ? 'ID' : name.toUpperCase()));
  const takesQuery = operation.parameters?.some(({ name, in: place }) => name === 'q' && place === 'query');
  const url = `http://127.0.0.1:3000${address}${takesQuery ? '?q=Lavrov' : ''}`;
  const key = "-H 'Authorization: Bearer KEY'";
  if (method === 'get') return `curl ${operation['x-scope'] === 'ingest' ? `${key} ` : ''}'${url}'`;
  if (method === 'delete') return `curl -X DELETE ${key} '${url}'`;
  return `curl -X ${method.toUpperCase()} ${key} -H 'Content-Type: application/json' --data @body.json '${url}'`;
}

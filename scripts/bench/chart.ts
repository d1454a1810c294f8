/**
 * Draws search time against the number of articles, from what `scale.ts` printed:
 * `node scripts/bench/chart.ts --to FILE.svg "embedded:10000=run.txt" "embedded:100000=run.txt" …`.
 *
 * Each argument is the name of a line, the number of articles and the file with the output. For each name there are two
 * lines, the median and the 95th percentile: the means of queries of one, two and three words. Both axes are logarithmic.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { Command } from 'commander';

const command = new Command('chart')
  .requiredOption('--to <file>', 'the SVG file to write')
  .argument('<runs...>', 'NAME:ARTICLES=FILE')
  .parse();
const { to } = command.opts<{ to: string }>();

const KINDS = ['1 word', '2 words', '3 words'];
const COLOURS = ['#1f5f8b', '#b3541e', '#4c7a34'];
const SIZE = { width: 720, height: 420 };
const PLOT = { left: 64, right: 190, top: 28, bottom: 52 };
const WHICH = ['p50', 'p95'] as const;
const LINE_HEIGHT = 16;
/** Milliseconds with a line of the grid. */
const GRID = [1, 2, 5, 10, 20, 50, 100, 200];

interface Point {
  articles: number;
  p50: number;
  p95: number;
}

const lines = new Map<string, Point[]>();
for (const run of command.args) {
  const [, name, articles, file] =
    /^(.+):(\d+)=(.+)$/.exec(run) ?? command.error(`not NAME:ARTICLES=FILE: ${run}`);
  const points = lines.get(name!) ?? [];
  points.push({ articles: Number(articles), ...meanTimes(readFileSync(file!, 'utf8')) });
  lines.set(name!, points);
}
writeFileSync(to, drawn());

function meanTimes(output: string): { p50: number; p95: number } {
  const times = KINDS.map((kind) => {
    const line = output.split('\n').find((each) => each.startsWith(`${kind}: `));
    if (line === undefined) throw new Error(`no line "${kind}: …" in the output`);
    return (JSON.parse(line.slice(kind.length + 2)) as { ms: { p50: number; p95: number } }).ms;
  });
  const mean = (of: 'p50' | 'p95'): number => times.reduce((sum, each) => sum + each[of], 0) / times.length;
  return { p50: mean('p50'), p95: mean('p95') };
}

function drawn(): string {
  const points = [...lines.values()].flat();
  const articles = [...new Set(points.map((point) => point.articles))].sort((a, b) => a - b);
  const most = Math.max(...points.map(({ p95 }) => p95));
  const ceiling = GRID.find((ms) => ms >= most) ?? GRID.at(-1)!;
  const across = scale(articles[0]!, articles.at(-1)!, PLOT.left, SIZE.width - PLOT.right);
  const up = scale(GRID[0]!, ceiling, SIZE.height - PLOT.bottom, PLOT.top);
  const right = SIZE.width - PLOT.right;
  const grid = GRID.filter((ms) => ms <= ceiling).map(
    (ms) =>
      `<line x1="${PLOT.left}" x2="${right}" y1="${up(ms)}" y2="${up(ms)}" stroke="#d9d9d9"/>
<text x="${PLOT.left - 8}" y="${up(ms) + 4}" text-anchor="end">${ms}</text>`,
  );
  const ticks = articles.map(
    (count) =>
      `<text x="${across(count)}" y="${SIZE.height - PLOT.bottom + 20}" text-anchor="middle">${count.toLocaleString('en')}</text>`,
  );
  const heights = labelHeights(up);
  const curves = [...lines].flatMap(([name, of], at) =>
    WHICH.map((which) => {
      const sorted = inOrder(of);
      const path = sorted.map((point) => `${across(point.articles)},${up(point[which])}`).join(' ');
      const dots = sorted.map(
        (point) => `<circle cx="${across(point.articles)}" cy="${up(point[which])}" r="3.5"/>`,
      );
      const last = sorted.at(-1)!;
      const colour = COLOURS[at % COLOURS.length];
      const label = `${name}, ${which === 'p50' ? 'median' : '95 %'}: ${last[which].toFixed(1)}`;
      return `<g stroke="${colour}" fill="${colour}"><polyline points="${path}" fill="none" stroke-width="2"${which === 'p95' ? ' stroke-dasharray="6 4"' : ''}/>${dots.join('')}
<text x="${across(last.articles) + 10}" y="${heights.get(`${name} ${which}`)}" stroke="none">${label}</text></g>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="system-ui, sans-serif" font-size="13" fill="#333">
<title>Milliseconds for a search of one to three words, by the number of articles</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${PLOT.left}" y="16">Milliseconds for a search of one to three words</text>
${[...grid, ...ticks, ...curves].join('\n')}
<text x="${(PLOT.left + right) / 2}" y="${SIZE.height - 10}" text-anchor="middle">articles</text>
</svg>
`;
}

/** Where the label of each line stands: at its last point, but below the label above it. */
function labelHeights(up: (value: number) => number): Map<string, number> {
  const labels = [...lines]
    .flatMap(([name, of]) =>
      WHICH.map((which) => ({ key: `${name} ${which}`, height: up(inOrder(of).at(-1)![which]) + 4 })),
    )
    .sort((a, b) => a.height - b.height);
  let free = 0;
  return new Map(
    labels.map(({ key, height }) => {
      const placed = Math.max(height, free);
      free = placed + LINE_HEIGHT;
      return [key, placed];
    }),
  );
}

function inOrder(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => a.articles - b.articles);
}

/** Logarithmic, rounded to a tenth of a unit. */
function scale(from: number, to: number, start: number, end: number): (value: number) => number {
  const span = Math.log(to / from) || 1;
  return (value) => Math.round((start + (Math.log(value / from) / span) * (end - start)) * 10) / 10;
}

// The plain search page: asks /api/search while you type and shows what it answers.

const form = document.querySelector('#form');
const box = document.querySelector('#q');
const status = document.querySelector('#status');
const list = document.querySelector('#hits');

/** Milliseconds without a key press after which the query is sent. */
const PAUSE = 120;

let timer;
let asked = 0;

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => search(false), PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(timer);
  search(true);
});
window.addEventListener('popstate', show);
show();

/** Shows what the address asks for. */
function show() {
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  search(false);
}

/** @param {boolean} keep whether the query becomes a step of the history */
async function search(keep) {
  const q = box.value.trim();
  const address = q === '' ? location.pathname : `?${new URLSearchParams({ q })}`;
  history[keep ? 'pushState' : 'replaceState'](null, '', address);
  const mine = ++asked;
  try {
    const response = await fetch(
      `/api/search?${new URLSearchParams({ q, sort: q === '' ? 'newest' : 'relevance' })}`,
    );
    const answer = await response.json();
    if (mine !== asked) return;
    if (!response.ok) throw new Error(`${answer.error.message} ${answer.error.remedy}`);
    const { value, relation } = answer.total;
    status.textContent = `${relation === 'gte' ? 'at least ' : ''}${value} ${value === 1 ? 'article' : 'articles'}`;
    list.replaceChildren(...answer.hits.map(hitElement));
  } catch (error) {
    if (mine !== asked) return;
    status.textContent = `The search did not work: ${error.message}`;
    list.replaceChildren();
  }
}

function hitElement(hit) {
  const link = document.createElement('a');
  link.href = `/api/documents/${encodeURIComponent(hit.id)}`;
  const heading = document.createElement('h2');
  heading.append(link);
  if (hit.highlights.title === null) link.textContent = hit.id;
  else {
    fill(link, hit.highlights.title);
    direct(heading, hit.highlights.title);
  }
  const about = document.createElement('p');
  about.className = 'meta';
  const facts = [hit.publishedAt?.slice(0, 10), hit.source, hit.languages.join(', ')].filter(Boolean);
  about.append(...facts.flatMap((text, index) => [index > 0 ? ' · ' : '', isolated(text)]));
  const passages = hit.highlights.body.map((passage) => {
    const paragraph = document.createElement('p');
    fill(paragraph, passage);
    direct(paragraph, passage);
    return paragraph;
  });
  const article = document.createElement('article');
  article.append(heading, about, ...passages);
  const item = document.createElement('li');
  item.append(article);
  return item;
}

/** Puts a passage's text into an element with its marks, by offsets: no HTML is parsed. */
function fill(element, { text, start, marks }) {
  let at = 0;
  for (const mark of marks) {
    element.append(text.slice(at, mark.start - start));
    const marked = document.createElement('mark');
    marked.dataset.kind = mark.kind;
    marked.title = `${mark.kind}: ${mark.word}`;
    marked.textContent = text.slice(mark.start - start, mark.end - start);
    element.append(marked);
    at = mark.end - start;
  }
  element.append(text.slice(at));
}

function direct(element, { lang, dir }) {
  element.lang = lang;
  element.dir = dir;
}

function isolated(text) {
  const element = document.createElement('bdi');
  element.textContent = text;
  return element;
}

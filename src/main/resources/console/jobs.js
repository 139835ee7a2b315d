import { json } from './api.js';
import { empty, field, h, note, options, table } from './dom.js';
import { FINAL, STATUSES, between, number, statusBadge, time } from './format.js';
import { poll } from './poll.js';

const LIMIT = '50';
const COLUMNS = [['Job'], ['Status'], ['Backend'], ['Shots', 'num'], ['Created'], ['Took', 'num']];

/** The jobs, newest first; the page asks for news by itself. */
export function jobsPage(main, { signal, query }) {
  const filter = Object.fromEntries(['status', 'backend', 'name', 'tag'].map((name) => [name, query.get(name) ?? '']));
  let first = null;
  let later = [];
  let cursor = null;
  let timer = 0;
  const rows = new Map();
  const trouble = h('div', { class: 'stack' });
  const list = h('div', {});
  const body = h('tbody', {});
  const shown = table('Jobs', COLUMNS, body);
  const count = h('p', { role: 'status' }, 'Loading…');
  const more = h('button', { type: 'button', class: 'quiet', hidden: true, onclick: loadMore }, 'Load more');

  const choose = (name, input) => {
    input.value = filter[name];
    input.addEventListener(input.tagName === 'SELECT' ? 'change' : 'input', () => {
      filter[name] = input.value.trim();
      clearTimeout(timer);
      timer = setTimeout(restart, input.tagName === 'SELECT' ? 0 : 350);
    });
    return input;
  };
  const status = h('select', {}, options([['', 'All'], ...STATUSES.map((word) => [word, word.charAt(0) + word.slice(1).toLowerCase()])]));
  main.append(
    h('div', { class: 'head' }, h('div', {}, h('h1', {}, 'Jobs'), count)),
    h('div', { class: 'filters' },
      field('Status', choose('status', status)).element,
      field('Backend', choose('backend', h('input', { type: 'search', placeholder: 'ionq.simulator' }))).element,
      field('Name', choose('name', h('input', { type: 'search' }))).element,
      field('Tag', choose('tag', h('input', { type: 'search' }))).element),
    trouble, list, h('div', { class: 'more' }, more));

  function restart() {
    first = null;
    later = [];
    const kept = new URLSearchParams(Object.entries(filter).filter(([, value]) => value));
    history.replaceState(null, '', `#/jobs${kept.size ? `?${kept}` : ''}`);
    again();
  }

  async function refresh() {
    const asked = JSON.stringify(filter);
    try {
      const page = await json('GET', 'jobs', { query: { ...filter, limit: LIMIT }, signal });
      if (asked !== JSON.stringify(filter)) return true;
      const changed = JSON.stringify(page.jobs) !== JSON.stringify(first);
      keep(page);
      trouble.replaceChildren();
      if (changed) draw();
      return changed || page.jobs.some((job) => !FINAL.includes(job.status));
    } catch (error) {
      if (error.name !== 'AbortError') {
        trouble.replaceChildren(note('bad', 'The jobs cannot be shown', error.message));
        count.textContent = '';
      }
      throw error;
    }
  }

  /** What newer jobs pushed off the first page stays in the list if more of it was loaded. */
  function keep(page) {
    const ids = new Set(page.jobs.map((job) => job.id));
    const oldest = page.jobs.at(-1)?.created_at ?? '';
    if (later.length) {
      const pushed = (first ?? []).filter((job) => !ids.has(job.id) && job.created_at <= oldest);
      later = [...pushed, ...later.filter((job) => !ids.has(job.id))];
    } else {
      cursor = page.cursor;
    }
    first = page.jobs;
  }

  async function loadMore() {
    more.disabled = true;
    try {
      const page = await json('GET', 'jobs', { query: { ...filter, limit: LIMIT, cursor }, signal });
      later.push(...page.jobs);
      cursor = page.cursor;
      draw();
    } catch (error) {
      if (error.name !== 'AbortError') trouble.replaceChildren(note('bad', 'No more jobs could be loaded', error.message));
    }
    more.disabled = false;
  }

  function draw() {
    const jobs = [...first, ...later];
    const wanted = jobs.map((job) => {
      const cells = JSON.stringify(job);
      if (rows.get(job.id)?.cells !== cells) {
        const fresh = row(job);
        rows.get(job.id)?.element.replaceWith(fresh);
        rows.set(job.id, { cells, element: fresh });
      }
      return rows.get(job.id).element;
    });
    // Rows that stay are not moved, so that the focus stays where it is.
    if (wanted.length !== body.children.length || wanted.some((element, i) => body.children[i] !== element)) {
      body.replaceChildren(...wanted);
    }
    const filtered = Object.values(filter).some(Boolean);
    const nothing = filtered
      ? empty('No job fits these filters', 'Change or clear them to see more.')
      : empty('No jobs yet', h('a', { href: '#/submit' }, 'Submit your first program'));
    list.replaceChildren(jobs.length ? shown : h('div', { class: 'card' }, nothing));
    count.textContent = jobs.length
      ? `${jobs.length}${cursor ? ' newest' : ''} ${jobs.length === 1 ? 'job' : 'jobs'}; the list updates itself.` : 'The list updates itself.';
    more.hidden = !cursor;
  }

  signal.addEventListener('abort', () => clearTimeout(timer));
  const again = poll(refresh, signal);
}

function row(job) {
  return h('tr', {},
    h('td', {}, h('a', { href: `#/jobs/${job.id}`, class: 'target' }, job.job_name || 'Unnamed job'),
      h('span', { class: 'id' }, job.id), job.tags.map((tag) => h('span', { class: 'tag' }, tag))),
    h('td', {}, statusBadge(job.status)),
    h('td', {}, job.backend_name),
    h('td', { class: 'num' }, number(job.num_shots)),
    h('td', { class: 'small' }, time(job.created_at)),
    h('td', { class: 'num' }, between(job.created_at, job.ended_at)));
}

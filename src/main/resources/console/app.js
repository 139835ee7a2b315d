import { askForAccess, showState } from './access.js';
import { backendsPage } from './backends.js';
import { h } from './dom.js';
import { jobPage } from './job.js';
import { jobsPage } from './jobs.js';
import { submitPage } from './submit.js';

const PAGES = [
  [/^#\/submit$/, 'Submit', submitPage],
  [/^#\/jobs$/, 'Jobs', jobsPage],
  [/^#\/jobs\/([0-9a-fA-F-]{36})$/, 'Job', jobPage],
  [/^#\/backends$/, 'Backends', backendsPage],
];

const main = document.getElementById('main');
let leave = new AbortController();

/** Shows the page that the fragment names; its signal ends when it is left. */
function show(moved) {
  const [place, query = ''] = (location.hash || '#/submit').split('?');
  const found = PAGES.map(([pattern, title, page]) => ({ title, page, match: pattern.exec(place) })).find(({ match }) => match);
  leave.abort();
  leave = new AbortController();
  main.replaceChildren();
  document.title = `${found?.title ?? 'Not found'} – Azure Quantum Executor`;
  for (const link of document.querySelectorAll('nav a')) {
    const here = place.startsWith(link.getAttribute('href'));
    link[here ? 'setAttribute' : 'removeAttribute']('aria-current', 'page');
  }
  if (found) {
    found.page(main, { signal: leave.signal, id: found.match[1], query: new URLSearchParams(query) });
  } else {
    main.append(h('h1', {}, 'There is no such page'), h('p', {}, h('a', { href: '#/submit' }, 'Submit a program')));
  }
  if (moved) {
    main.focus({ preventScroll: true });
    scrollTo(0, 0);
  }
}

addEventListener('hashchange', () => show(true));
document.querySelector('.skip').addEventListener('click', (event) => { event.preventDefault(); main.focus(); });
document.addEventListener('access-changed', () => show(false));
document.getElementById('access').addEventListener('click', async () => {
  if (await askForAccess()) show(false);
});
showState();
show(false);

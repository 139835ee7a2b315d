import { json } from './api.js';
import { empty, field, h, note, options, segments, table } from './dom.js';
import { availabilityBadge, badge, duration, number } from './format.js';
import { poll } from './poll.js';

const COLUMNS = [['Target'], ['Kind'], ['Availability'], ['Queue', 'num'], ['Qubits', 'num'], ['Formats'], ['Price'], [h('span', { class: 'unseen' }, 'Action')]];

/** Every target with what it takes, costs and is doing now. */
export function backendsPage(main, { signal }) {
  const chosen = { kind: '', provider: '', text: '', retired: false };
  let backends = null;
  const age = h('p', {}, 'Asking the workspace…');
  const trouble = h('div', { class: 'stack' });
  const list = h('div', {});
  const provider = field('Provider', h('select', { onchange: (event) => { chosen.provider = event.target.value; draw(); } }, options([['', 'All']])));
  const retired = h('input', { type: 'checkbox', onchange: (event) => { chosen.retired = event.target.checked; draw(); } });
  const search = field('Name', h('input', { type: 'search', placeholder: 'ionq.simulator', oninput: (event) => { chosen.text = event.target.value.toLowerCase(); draw(); } }));

  main.append(
    h('div', { class: 'head' }, h('div', {}, h('h1', {}, 'Backends'), age)),
    h('div', { class: 'filters' },
      segments('Kind', [['', 'All'], ['simulator', 'Simulators'], ['hardware', 'Hardware']], '', (kind) => { chosen.kind = kind; draw(); }),
      provider.element, search.element, h('label', { class: 'check' }, retired, 'Show retired ones')),
    trouble, list);

  function draw() {
    if (!backends) return;
    const shown = backends.filter((it) => (chosen.retired || it.availability !== 'Retired') && (!chosen.kind || it.kind === chosen.kind)
      && (!chosen.provider || it.provider === chosen.provider) && it.name.toLowerCase().includes(chosen.text));
    list.replaceChildren(shown.length
      ? table('Backends', COLUMNS, h('tbody', { class: 'targets' }, shown.map(row)))
      : h('div', { class: 'card' }, empty('No backend fits', 'Choose another kind or provider, or shorten the name.')));
  }

  poll(async () => {
    try {
      const answer = await json('GET', 'backends', { signal });
      const first = backends === null;
      backends = answer.backends.sort((one, other) => (one.availability === 'Retired') - (other.availability === 'Retired'));
      if (first) {
        const names = [...new Set(backends.map((it) => it.provider))].sort();
        provider.control.append(...options(names.map((name) => [name, name])));
      }
      age.textContent = `${backends.filter((it) => it.availability !== 'Retired').length} targets; availability as of ${duration(answer.age_seconds)} ago.`;
      trouble.replaceChildren(...(answer.note ? [note('warn', null, answer.note)] : []));
      draw();
    } catch (error) {
      if (error.name !== 'AbortError') {
        age.textContent = '';
        trouble.replaceChildren(note('bad', 'The backends cannot be shown', error.message));
      }
      throw error;
    }
    return false;
  }, signal);
}

function row(backend) {
  const retired = backend.availability === 'Retired';
  return h('tr', {},
    h('td', {}, h('span', { class: 'target' }, backend.name), h('div', { class: 'small muted' }, backend.provider)),
    h('td', {}, backend.kind),
    h('td', {}, retired ? badge('Retired', '') : availabilityBadge(backend.availability)),
    h('td', { class: 'num' }, retired ? '—' : duration(backend.queue_seconds)),
    h('td', { class: 'num' }, number(backend.qubits)),
    h('td', { class: 'small' }, (backend.formats ?? []).map((format) => h('div', {}, format))),
    h('td', { class: 'price-note' }, retired ? successor(backend) : tariff(backend)),
    h('td', {}, retired ? null : h('a', { href: `#/submit?target=${encodeURIComponent(backend.name)}`, 'aria-label': `Use ${backend.name}` }, 'Use')));
}

function successor(backend) {
  return [backend.advice, backend.successor && `Successor: ${backend.successor}.`].filter(Boolean).join(' ');
}

function tariff(backend) {
  const price = backend.price;
  if (!price) return 'not known';
  if (price.formula.length < 48) return price.formula;
  return h('details', {}, h('summary', {}, `${price.unit}, by formula`), h('p', {}, price.formula),
    h('p', {}, `${price.source}, ${price.source_date}.`));
}

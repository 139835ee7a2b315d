import { facts, h, note } from './dom.js';
import { availabilityBadge, badge, duration, number, price } from './format.js';

const VERDICTS = { ready: ['Ready to run', 'ok'], held: ['Held until it opens', 'warn'], refused: ['Refused', 'bad'] };

/** The panel that says what would become of a submission. */
export function preflightPanel() {
  const verdict = h('span', { role: 'status' });
  const content = h('div', {});
  const element = h('section', { class: 'card', 'aria-label': 'Preflight' },
    h('div', { class: 'verdict' }, h('h2', {}, 'Preflight'), verdict), content);

  function idle(text) {
    verdict.replaceChildren();
    content.replaceChildren(h('p', { class: 'muted' }, text));
  }

  function failed(error) {
    verdict.replaceChildren();
    content.replaceChildren(note('bad', error.problem?.title ?? 'No preflight', error.message));
  }

  /** Shows an answer; `go` puts the caret at a problem of the program. */
  function show(answer, go) {
    const [text, kind] = VERDICTS[answer.verdict] ?? [answer.verdict, ''];
    verdict.replaceChildren(badge(text, kind));
    content.replaceChildren(...[
      problems(answer.problems ?? [], go), warnings(answer.warnings ?? []), cost(answer.price), target(answer), circuit(answer), quotas(answer.quotas),
    ].filter(Boolean));
  }

  return { element, idle, failed, show, busy: (on) => element.setAttribute('aria-busy', String(on)) };
}

export function problems(list, go) {
  if (!list.length) return null;
  return h('ul', { class: 'problems' }, list.map((problem) => {
    const place = problem.line
      ? `Line ${problem.line}${problem.column ? `, column ${problem.column}` : ''}`
      : problem.pointer || 'Request';
    const where = problem.line && go
      ? h('button', { type: 'button', class: 'link small', onclick: () => go(problem) }, place)
      : h('span', { class: 'small mono muted' }, place);
    return h('li', {}, where, h('div', {}, problem.message));
  }));
}

function warnings(list) {
  return list.length
    ? h('div', { class: 'section' }, h('h3', {}, 'Warnings'), h('ul', { class: 'problems warnings' }, list.map((text) => h('li', {}, text))))
    : null;
}

function cost(quote) {
  if (!quote) return null;
  const both = quote.with_mitigation && facts([
    ['With error mitigation', price(quote.with_mitigation)],
    ['Without', price(quote.without_mitigation)],
  ]);
  both?.classList.add('price');
  const how = quote.formula && h('details', { class: 'small muted' }, h('summary', {}, 'How it is worked out'),
    h('p', {}, quote.formula), h('p', {}, `${quote.source}, ${quote.source_date}.`));
  return h('div', { class: 'section' }, h('h3', {}, 'Price'), h('div', { class: 'amount' }, price(quote)), both ?? '', how ?? '');
}

function target(answer) {
  if (!answer.backend_name) return null;
  return h('div', { class: 'section' }, h('h3', {}, 'Target'), facts([
    ['Name', answer.backend_name],
    ['Availability', answer.availability && availabilityBadge(answer.availability)],
    ['Queue', duration(answer.queue_seconds)],
    ['Sent as', answer.format],
    ['Shots', number(answer.num_shots)],
  ]));
}

function circuit({ circuit: found }) {
  if (!found) return null;
  return h('div', { class: 'section' }, h('h3', {}, 'Circuit'), facts([
    ['Qubits', number(found.qubits)], ['Depth', number(found.depth)],
    ['One-qubit gates', number(found.one_qubit_gates)], ['Two-qubit gates', number(found.two_qubit_gates)],
    ['Larger gates', found.larger_gates ? number(found.larger_gates) : null],
    ['Measurements', number(found.measurements)],
    ['Resets', found.resets ? number(found.resets) : null],
    ['Conditionals', found.conditionals ? number(found.conditionals) : null],
  ]));
}

function quotas(list) {
  if (!list?.length) return null;
  return h('div', { class: 'section' }, h('h3', {}, 'Quota'), facts(list.map((quota) =>
    [`${quota.dimension}, ${quota.period ?? quota.scope}`, `${number(quota.used)} of ${number(quota.limit)}`])));
}

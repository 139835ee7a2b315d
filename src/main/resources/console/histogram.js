import { barChart } from './chart.js';
import { facts, field, h, note, options, segments, table } from './dom.js';
import { number, percent } from './format.js';

const TOPS = [['10', 'Top 10'], ['20', 'Top 20'], ['50', 'Top 50'], ['0', 'All']];
const MOST_DRAWN = 500;
const SOURCES = {
  provider: 'counted by the provider', sampled_here: 'drawn here from the ideal distribution',
  scaled: 'the provider’s histogram, scaled to the shots',
};

/** The outcomes of a result, the most frequent first. */
export function outcomes(result) {
  const { counts = {}, probabilities = {} } = result;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const labels = total ? Object.keys(counts) : Object.keys(probabilities);
  return labels
    .map((label) => ({ label, count: counts[label] ?? null, share: total ? counts[label] / total : probabilities[label] }))
    .sort((one, other) => other.share - one.share || one.label.localeCompare(other.label));
}

/** The bars to draw: the most frequent, the rest as one, in the order that was asked for. */
export function bars(sorted, { top, order }) {
  const shown = sorted.slice(0, top || MOST_DRAWN);
  const rest = sorted.slice(shown.length);
  if (order === 'value') shown.sort((one, other) => one.label.localeCompare(other.label));
  if (!rest.length) return shown;
  const count = rest.some((it) => it.count === null) ? null : rest.reduce((sum, it) => sum + it.count, 0);
  const share = rest.reduce((sum, it) => sum + it.share, 0);
  return [...shown, { label: `${number(rest.length)} others`, count, share, rest: true }];
}

/** The cards of a result: its histogram, one for each item of a batch, and how it came about. */
export function histogram(result, signal) {
  const items = result.batch?.length ? result.batch : [result];
  const cards = items.map((item, i) => card(item, items.length > 1 ? `Histogram, item ${i + 1}` : 'Histogram', signal));
  return [...cards, provenance(result)];
}

function card(result, title, signal) {
  const sorted = outcomes(result);
  if (!sorted.length) {
    return h('section', { class: 'card' }, h('h2', {}, title),
      h('div', { class: 'empty' }, h('strong', {}, 'No outcomes'), 'The provider returned no bits; the raw download has its whole answer.'));
  }
  const counted = sorted.every((it) => it.count !== null);
  const choice = { unit: 'percent', order: 'count', top: 20 };
  const chart = barChart(title, signal);
  const draw = () => chart.draw(bars(sorted, choice), choice.unit);
  const top = field('Show', h('select', { onchange: (event) => { choice.top = Number(event.target.value); draw(); } }, options(TOPS, '20')));
  draw();
  return h('section', { class: 'card', 'aria-label': title }, h('h2', {}, title),
    h('div', { class: 'tools' },
      counted ? segments('Unit', [['percent', 'Percent'], ['count', 'Counts']], choice.unit, (unit) => { choice.unit = unit; draw(); }) : null,
      segments('Order', [['count', 'By count'], ['value', 'By value']], choice.order, (order) => { choice.order = order; draw(); }),
      sorted.length > 10 ? top.element : null),
    chart.element, bitOrder(result), dataTable(sorted, title));
}

function bitOrder({ registers = [] }) {
  if (!registers.length) return null;
  const names = registers.map((it) => `${it.name}[${it.size}]`).reverse().join(' ');
  return h('p', { class: 'small muted' }, `Bits from left to right: ${names}; the rightmost is bit 0 of ${registers[0].name}.`);
}

function dataTable(sorted, title) {
  const rows = sorted.slice(0, 1000).map((it) => h('tr', {},
    h('td', { class: 'mono' }, it.label),
    h('td', { class: 'num' }, number(it.count)), h('td', { class: 'num' }, percent(it.share))));
  return h('details', {}, h('summary', {}, 'The same as a table'),
    table(`${title} as a table`, [['Outcome'], ['Count', 'num'], ['Share', 'num']], h('tbody', {}, rows)),
    sorted.length > 1000 ? h('p', { class: 'small muted' }, `The first 1000 of ${number(sorted.length)}; the CSV has all.`) : null);
}

function provenance(result) {
  const warnings = result.warnings ?? [];
  return h('section', { class: 'card stack' }, h('h2', {}, 'Result'),
    warnings.length ? note('warn', null, h('ul', {}, warnings.map((text) => h('li', {}, text)))) : null,
    facts([
      ['Shots', result.requested_shots === result.num_shots ? number(result.num_shots) : `${number(result.num_shots)} of ${number(result.requested_shots)} asked for`],
      ['Discarded', result.discarded_shots ? number(result.discarded_shots) : null],
      ['Counts', SOURCES[result.counts_source] ?? result.counts_source],
      ['Registers', (result.registers ?? []).map((it) => `${it.name}[${it.size}]`).join(', ')],
      ['Format', result.provider_format], ['Target', result.target],
    ]));
}

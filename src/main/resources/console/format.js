import { h } from './dom.js';

const KINDS = { COMPLETED: 'ok', FAILED: 'bad', CANCELLED: '', CANCELLING: 'warn', RUNNING: 'info', QUEUED: 'info' };
export const FINAL = ['COMPLETED', 'FAILED', 'CANCELLED'];
export const STATUSES = ['QUEUED', 'RUNNING', 'CANCELLING', ...FINAL];

export function badge(text, kind) {
  return h('span', { class: `badge ${kind}` }, text);
}

export function statusBadge(status) {
  return badge(status.charAt(0) + status.slice(1).toLowerCase(), KINDS[status] ?? '');
}

export function availabilityBadge(word) {
  const kinds = { Available: 'ok', Degraded: 'warn', Unavailable: 'bad' };
  const words = { NotInWorkspace: 'Not in workspace', unknown: 'Unknown' };
  return badge(words[word] ?? word, kinds[word] ?? '');
}

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function time(text) {
  return text ? h('time', { datetime: text, title: text }, DATE.format(new Date(text))) : '—';
}

const MOMENT = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', second: '2-digit' });

/** A time where many stand close to each other: without its year. */
export function moment(text) {
  return h('time', { datetime: text, title: text }, MOMENT.format(new Date(text)));
}

export function duration(seconds) {
  if (seconds === null || seconds === undefined) return '—';
  if (seconds < 1) return seconds > 0 ? '< 1 s' : '0 s';
  if (seconds < 60) return `${Math.round(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
  return `${Math.floor(seconds / 86_400)} d ${Math.round((seconds % 86_400) / 3600)} h`;
}

export function between(from, to) {
  return from && to ? duration((new Date(to) - new Date(from)) / 1000) : '—';
}

const NUMBER = new Intl.NumberFormat();

export function number(value) {
  return value === null || value === undefined ? '—' : NUMBER.format(value);
}

export function percent(share) {
  return `${(share * 100).toFixed(share < 0.001 && share > 0 ? 3 : 1)} %`;
}

function amount(value, unit) {
  if (unit === 'USD' || unit === 'EUR') {
    const digits = value !== 0 && value < 0.01 ? 4 : 2;
    return new Intl.NumberFormat(undefined, { style: 'currency', currency: unit, maximumFractionDigits: digits }).format(value);
  }
  return `${NUMBER.format(value)} ${unit ?? ''}`.trim();
}

/** A price with its bounds; what is not known is said to be so. */
export function price(quote) {
  if (!quote || (quote.lower === null && quote.upper === null)) return 'not known';
  const { lower, upper, unit } = quote;
  if (lower === 0 && upper === 0) return 'free';
  if (upper === null) return `at least ${amount(lower, unit)}`;
  if (lower === null) return `at most ${amount(upper, unit)}`;
  return lower === upper ? amount(lower, unit) : `${amount(lower, unit)} to ${amount(upper, unit)}`;
}

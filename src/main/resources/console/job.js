import { json, path } from './api.js';
import { facts, h, note } from './dom.js';
import { FINAL, moment, number, statusBadge, time } from './format.js';
import { histogram } from './histogram.js';
import { actions } from './jobactions.js';
import { poll } from './poll.js';
import { problems } from './preflight.js';

/** One job: what it is, how it went, and what came out. */
export function jobPage(main, { id, signal }) {
  let known = null;
  let resultShown = false;
  const head = h('div', {});
  const state = h('div', { class: 'stack' });
  const result = h('div', { class: 'stack' });
  const about = h('section', { class: 'card' });
  const timeline = h('section', { class: 'card' });
  const spoken = h('p', { class: 'unseen', role: 'status' });
  const layout = h('div', { class: 'split' }, h('div', { class: 'stack' }, state, result), h('div', { class: 'stack' }, about, timeline));
  main.append(h('p', { class: 'small back' }, h('a', { href: '#/jobs' }, '← All jobs')), spoken, head, layout);
  layout.hidden = true;

  async function refresh() {
    try {
      const job = await json('GET', path(id), { signal });
      const text = JSON.stringify(job);
      const changed = text !== known;
      known = text;
      if (changed) draw(job);
      if (job.status === 'COMPLETED' && !resultShown) await showResult();
      return FINAL.includes(job.status) ? 'done' : changed;
    } catch (error) {
      if (error.name !== 'AbortError') failed(error);
      if (error.status === 404) return 'done';
      throw error;
    }
  }

  function failed(error) {
    const missing = error.status === 404;
    const text = note('bad', missing ? 'There is no such job' : 'The job cannot be shown', missing ? 'It was deleted, or its id is wrong.' : error.message);
    if (known) state.replaceChildren(text);
    else head.replaceChildren(text);
  }

  function draw(job) {
    layout.hidden = false;
    head.replaceChildren(h('div', { class: 'head' },
      h('div', {}, h('div', { class: 'row' }, h('h1', {}, job.job_name || 'Unnamed job'), statusBadge(job.status)),
        h('p', { class: 'mono' }, job.id),
        h('div', { class: 'tags' }, job.tags.map((tag) => h('span', { class: 'tag' }, tag)))),
      actions(job, again)));
    if (spoken.textContent !== job.status) spoken.textContent = job.status;
    state.replaceChildren(...[held(job), error(job), waiting(job)].filter(Boolean));
    about.replaceChildren(h('h2', {}, 'About'), facts([
      ['Backend', job.backend_name], ['Shots', number(job.num_shots)], ['Created', time(job.created_at)],
      ['Submitted', job.submitted_at && time(job.submitted_at)], ['Ended', job.ended_at && time(job.ended_at)],
      ['Provider says', job.provider_status], ['Attempts', number(job.attempts)], ['Priority', job.priority],
      ['Repeats', job.retry_of && h('a', { href: `#/jobs/${job.retry_of}`, class: 'mono' }, job.retry_of)],
    ]));
    timeline.replaceChildren(h('h2', {}, 'Timeline'), h('ol', { class: 'timeline' }, job.timeline.map(entry)));
  }

  async function showResult() {
    const answer = await json('GET', path(id, '/result'), { signal });
    resultShown = true;
    result.replaceChildren(...histogram(answer, signal));
  }

  const again = poll(refresh, signal);
}

function entry(line) {
  return h('li', {}, h('div', { class: 'row apart' }, statusBadge(line.status), moment(line.at)),
    h('div', { class: 'why' }, line.why, line.times > 1 ? ` (${line.times} times)` : ''));
}

function held(job) {
  if (!job.held || FINAL.includes(job.status)) return null;
  return note('warn', `Held: ${job.held.code}`, h('div', {}, job.held.reason),
    h('div', { class: 'small' }, 'Since ', time(job.held.since), '; tried again at ', time(job.held.until), '. Nothing needs to be done.'));
}

function error(job) {
  if (!job.error) return null;
  return note('bad', `Failed: ${job.error.code}`, problems(job.error.problems ?? [], null) ?? job.error.message);
}

function waiting(job) {
  const words = {
    QUEUED: 'Waiting for its turn.', RUNNING: 'Running at the provider.', CANCELLING: 'The provider was asked to cancel it.',
    CANCELLED: 'The job was cancelled.',
  };
  const text = words[job.status];
  return text && !(job.held && job.status === 'QUEUED')
    ? h('section', { class: 'card' }, h('div', { class: 'empty' }, h('strong', {}, text), FINAL.includes(job.status) ? 'It has no result.' : 'This page updates itself; the result appears here.'))
    : null;
}

import { json } from './api.js';
import { announce, h, note } from './dom.js';
import { form } from './form.js';
import { preflightPanel, problems } from './preflight.js';
import { submission } from './submission.js';

const PAUSE = 500;

/** The submission form, with what would become of it beside it. */
export function submitPage(main, { signal, query }) {
  const panel = preflightPanel();
  const refusal = h('div', { class: 'stack' });
  const fields = form({ wanted: query.get('target'), changed, signal });
  const send = h('button', { type: 'submit', class: 'main' }, 'Submit job');
  let timer = 0;
  let running = new AbortController();
  let key = crypto.randomUUID();

  main.append(
    h('div', { class: 'head' }, h('div', {}, h('h1', {}, 'Submit a program'),
      h('p', {}, 'OpenQASM 2 and 3, Classiq quantum programs, IonQ JSON, QIR, Quil or Pulser, on any target.'))),
    h('div', { class: 'split' },
      h('form', { class: 'stack', novalidate: true, onsubmit: submit, 'aria-label': 'Submission' },
        fields.element, refusal, h('div', { class: 'row' }, send)),
      h('div', { class: 'aside' }, panel.element)));
  signal.addEventListener('abort', () => { clearTimeout(timer); running.abort(); fields.forgetSecret(); });
  panel.idle('Type or drop a program: its verdict, its price and any errors appear here.');

  /** Waits for a pause in the typing; an older question is given up. */
  function changed() {
    key = crypto.randomUUID();
    clearTimeout(timer);
    running.abort();
    timer = setTimeout(check, PAUSE);
  }

  async function check() {
    const missing = fields.missing();
    if (missing) {
      fields.say([]);
      panel.idle(missing);
      return;
    }
    running = new AbortController();
    const { signal: mine } = running;
    panel.busy(true);
    try {
      const answer = await json('POST', 'jobs/preflight', { body: submission(fields.value()), signal: mine });
      fields.say(answer.problems ?? []);
      panel.show(answer, fields.go);
    } catch (error) {
      if (error.name === 'AbortError') return;
      fields.say(error.errors ?? []);
      panel.failed(error);
    }
    panel.busy(false);
  }

  async function submit(event) {
    event.preventDefault();
    const missing = fields.missing();
    if (missing) {
      refusal.replaceChildren(note('bad', null, missing));
      return;
    }
    clearTimeout(timer);
    running.abort();
    send.disabled = true;
    refusal.replaceChildren();
    const body = submission(fields.value());
    fields.forgetSecret();
    try {
      const job = await json('POST', 'jobs', { body, more: { 'Idempotency-Key': key } });
      (job.warnings ?? []).forEach((text) => announce(text, 'warn'));
      location.hash = `#/jobs/${job.id}`;
    } catch (error) {
      fields.say(error.errors ?? []);
      refusal.replaceChildren(note('bad', error.problem.title, problems(error.errors, fields.go) ?? error.message));
      send.disabled = false;
    }
  }
}

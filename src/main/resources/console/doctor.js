import { json } from './api.js';
import { h, note } from './dom.js';
import { badge } from './format.js';

const OUTCOMES = { ok: ['In order', 'ok'], failed: ['Missing', 'bad'], unknown: ['Not known', 'warn'], not_reached: ['Not reached', ''] };

/** A button that asks which set-up step of a workspace is missing; `body` gives what to ask about. */
export function doctor(body) {
  const findings = h('div', { role: 'status' });
  const button = h('button', { type: 'button', onclick: ask }, 'Check this workspace');

  async function ask() {
    button.disabled = true;
    findings.replaceChildren();
    try {
      const { steps } = await json('POST', 'workspaces/check', { body: body() });
      findings.replaceChildren(h('ul', { class: 'steps' }, steps.map(step)));
    } catch (error) {
      const all = error.errors.map((problem) => problem.message);
      findings.replaceChildren(note('bad', null, all.length ? all.join(' ') : error.message));
    }
    button.disabled = false;
  }

  return h('div', { class: 'stack' }, h('div', { class: 'row' }, button), findings);
}

function step(found) {
  const [text, kind] = OUTCOMES[found.outcome] ?? [found.outcome, ''];
  return h('li', {},
    h('div', { class: 'row apart' }, h('strong', {}, found.step.replaceAll('_', ' ')), badge(text, kind)),
    h('div', {}, found.warning ?? found.message ?? ''),
    found.what_to_do ? h('div', { class: 'muted' }, found.what_to_do) : null,
    found.command ? h('pre', { class: 'command', tabindex: '0' }, found.command) : null);
}

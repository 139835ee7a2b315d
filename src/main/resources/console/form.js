import { json } from './api.js';
import { dropZone, editor } from './editor.js';
import { announce, field, h, options } from './dom.js';
import { duration } from './format.js';
import { ownCredentials } from './own.js';
import { FORMATS, isComplete, tagsOf } from './submission.js';

const OTHER = '\u0000other';

/** The fields of a submission. */
export function form({ wanted, changed, signal }) {
  const code = editor(changed);
  const program = field('Program', code.control, null, code.element);
  const file = h('input', { type: 'file', class: 'unseen', tabindex: '-1', 'aria-hidden': 'true', onchange: () => file.files[0] && take(file.files[0]) });
  const binary = h('p', { class: 'note', hidden: true });
  const format = field('Format', h('select', { onchange: changed }, options(FORMATS, '')));
  const target = field('Target', h('select', { onchange: picked }, options([['', 'Loading the targets…']])));
  const other = field('Name of the target', h('input', { placeholder: 'provider.target', oninput: changed }));
  const shots = field('Shots', h('input', { type: 'number', min: '1', step: '1', value: '1000', inputmode: 'numeric', oninput: changed }));
  const name = field('Name', h('input', { maxlength: '128', autocomplete: 'off', placeholder: 'bell', oninput: changed }));
  const tags = field('Tags', h('input', { autocomplete: 'off', placeholder: 'demo, course-7', oninput: changed }), 'Separated by commas.');
  const mitigation = h('input', { type: 'checkbox', onchange: changed });
  const mitigated = h('label', { class: 'check', hidden: true }, mitigation, 'Error mitigation (debiasing): better counts, a higher price');
  const about = h('p', { class: 'hint' });
  const own = ownCredentials(changed);
  let backends = [];
  other.element.hidden = true;
  target.element.append(about);

  dropZone(code.element, take);
  loadTargets();

  async function take(chosen) {
    try {
      await code.take(chosen);
      binary.hidden = !code.binary;
      binary.replaceChildren(...(code.binary ? [`${chosen.name}, ${chosen.size} bytes, is sent as it is. `,
        h('button', { type: 'button', class: 'link', onclick: () => { code.clearBinary(); binary.hidden = true; } }, 'Type a program instead')] : []));
    } catch (error) {
      announce(error.message, 'bad');
    }
    file.value = '';
  }

  async function loadTargets() {
    try {
      backends = (await json('GET', 'backends', { signal })).backends.filter((it) => it.availability !== 'Retired');
    } catch (error) {
      if (error.name === 'AbortError') return;
    }
    const providers = [...new Set(backends.map((it) => it.provider))];
    const chosen = backends.some((it) => it.name === wanted) ? wanted : backends[0]?.name;
    target.control.replaceChildren(
      ...providers.map((provider) => h('optgroup', { label: provider },
        options(backends.filter((it) => it.provider === provider).map((it) => [it.name, it.name]), chosen))),
      ...options([[OTHER, 'Another target, by name…']], chosen ? null : OTHER));
    if (!chosen) other.control.value = wanted ?? '';
    picked();
  }

  function picked() {
    const backend = backends.find((it) => it.name === target.control.value);
    other.element.hidden = target.control.value !== OTHER;
    mitigated.hidden = !/^ionq\.qpu/i.test(targetName());
    about.textContent = backend
      ? [backend.kind, backend.availability.toLowerCase(), backend.queue_seconds === null ? null : `queue ${duration(backend.queue_seconds)}`,
        backend.qubits && `${backend.qubits} qubits`].filter(Boolean).join(' · ')
      : '';
    changed();
  }

  function targetName() {
    return target.control.value === OTHER ? other.control.value.trim() : target.control.value;
  }

  const places = [['/program', program], ['/num_shots', shots], ['/job_name', name], ['/tags', tags],
    ['/backend_preferences/backend_name', target], ...own.places];

  return {
    element: h('div', { class: 'stack' },
      h('div', { class: 'card stack' }, program.element, binary,
        h('div', { class: 'beside' }, format.element,
          h('button', { type: 'button', onclick: () => file.click() }, 'Choose a file…')), file),
      h('div', { class: 'card stack' },
        h('div', { class: 'grid2' }, target.element, shots.element), other.element, mitigated,
        h('div', { class: 'grid2' }, name.element, tags.element)),
      own.element),
    go: code.go,
    forgetSecret: own.forgetSecret,
    /** Shows each problem at the field it is about; those of the text in the text. */
    say(problems) {
      for (const [pointer, it] of places) {
        const found = problems.filter((problem) => problem.pointer === pointer || problem.pointer?.startsWith(`${pointer}/`));
        const located = found.filter((problem) => problem.line);
        it.say(located.length ? marked(located) : found.map((problem) => problem.message).join(' '));
      }
      code.mark(problems.filter((problem) => problem.line));
    },
    /** What still has to be filled in before anything can be asked, or null. */
    missing() {
      if (!code.binary && !code.control.value.trim()) return 'Type or drop a program first.';
      if (!targetName()) return 'Choose a target first.';
      const given = own.value();
      if (given && !isComplete(given)) return 'Fill in your own credentials, or switch them off.';
      return null;
    },
    value: () => ({
      text: code.control.value, binary: code.binary, format: format.control.value, target: targetName(),
      shots: shots.control.value === '' ? null : Number(shots.control.value),
      name: name.control.value.trim(), tags: tagsOf(tags.control.value),
      mitigation: mitigated.hidden ? null : mitigation.checked, own: own.value(),
    }),
  };
}

function marked(located) {
  const lines = [...new Set(located.map((problem) => problem.line))];
  const what = located.length === 1 ? 'An error is' : `${located.length} errors are`;
  return `${what} marked in the text, ${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}.`;
}

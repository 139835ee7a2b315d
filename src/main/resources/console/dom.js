// Elements are made here and nowhere by parsing text: what comes from the service stays text.

/** Makes an element; `on…` properties are listeners, null and false ones are left out. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

let numbered = 0;

/** A labelled control, shown inside `shown`; problems of the service are put below it by `say`. */
export function field(label, control, hint = null, shown = control) {
  const id = `field-${++numbered}`;
  control.id = id;
  const hintLine = hint && h('p', { class: 'hint', id: `${id}-hint` }, hint);
  const wrong = h('p', { class: 'wrong', id: `${id}-wrong`, hidden: true });
  control.setAttribute('aria-describedby', hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`);
  const element = h('div', { class: 'field' }, h('label', { for: id }, label), shown, hintLine, wrong);
  const say = (message) => {
    wrong.textContent = message ?? '';
    wrong.hidden = !message;
    control.setAttribute('aria-invalid', message ? 'true' : 'false');
  };
  return { element, control, say };
}

export function options(values, chosen = null) {
  return values.map(([value, text]) => h('option', { value, selected: value === chosen }, text));
}

/** A row of exclusive choices; calls back with the chosen value. */
export function segments(legend, values, chosen, changed) {
  const name = `choice-${++numbered}`;
  const choices = values.map(([value, text]) =>
    h('label', {},
      h('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => changed(value) }),
      h('span', {}, text)));
  return h('fieldset', { class: 'field' }, h('legend', { class: 'label' }, legend),
    h('div', { class: 'segments' }, choices));
}

export function facts(pairs) {
  return h('dl', { class: 'facts' }, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

export function note(kind, title, ...more) {
  return h('div', { class: `note ${kind}` }, title ? h('strong', {}, title) : null, ...more);
}

/** A table whose wide rows can be scrolled with the keyboard too. */
export function table(label, columns, body) {
  const head = columns.map(([text, kind]) => h('th', { scope: 'col', class: kind || null }, text));
  return h('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': label },
    h('table', {}, h('thead', {}, h('tr', {}, head)), body));
}

export function empty(title, text) {
  return h('div', { class: 'empty' }, h('strong', {}, title), text);
}

/** Tells something that passes; screen readers say it too. */
export function announce(text, kind = '') {
  const line = note(kind, null, text);
  document.getElementById('notices').append(line);
  setTimeout(() => line.remove(), 6000);
}

/** A modal question; gives the pressed button's value, or '' when it was left. */
export function ask(title, content, buttons) {
  return new Promise((done) => {
    const rows = buttons.map(([value, text, kind]) =>
      h('button', { type: value ? 'submit' : 'button', value, class: kind || null, onclick: () => value || dialog.close('') }, text));
    const form = h('form', { onsubmit: (event) => { event.preventDefault(); dialog.close(event.submitter.value); } },
      h('h2', { id: `title-${++numbered}` }, title), content, h('div', { class: 'row' }, rows));
    const dialog = h('dialog', { 'aria-labelledby': `title-${numbered}` }, form);
    dialog.addEventListener('close', () => { dialog.remove(); done(dialog.returnValue); });
    document.body.append(dialog);
    dialog.showModal();
  });
}

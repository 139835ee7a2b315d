import { h } from './dom.js';

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_NUMBERED = 20_000;

/** A text area with line numbers, places marked in it, and files dropped on it. */
export function editor(changed) {
  let binary = null;
  let places = [];
  const gutter = h('div', { class: 'gutter', 'aria-hidden': 'true' });
  const typed = h('pre', { class: 'typed', 'aria-hidden': 'true' });
  const text = h('textarea', {
    wrap: 'off', spellcheck: 'false', autocomplete: 'off', autocapitalize: 'off',
    placeholder: 'OPENQASM 2.0;\ninclude "qelib1.inc";\n…\n\nType, paste, or drop a file here.',
    oninput: () => { places = []; draw(); changed(); }, onscroll: follow,
  });
  const frame = h('div', { class: 'editor' }, gutter, h('div', { class: 'pane' }, typed, text));

  function follow() {
    gutter.scrollTop = text.scrollTop;
    typed.style.transform = `translate(${-text.scrollLeft}px, ${-text.scrollTop}px)`;
  }

  function draw() {
    const lines = text.value.split('\n');
    const wrong = new Set(places.map((place) => place.line));
    gutter.replaceChildren(...lines.slice(0, MOST_NUMBERED).map((_, i) =>
      h('div', { class: wrong.has(i + 1) ? 'at' : null }, String(i + 1))));
    typed.replaceChildren(...(places.length ? marked(lines) : []));
    follow();
  }

  /** The text again, with what stands at each place in a mark. */
  function marked(lines) {
    const spans = places.map((place) => spanAt(lines, place)).sort((one, other) => one[0] - other[0]);
    const parts = [];
    let end = 0;
    for (const [from, to] of spans) {
      if (from < end) continue;
      parts.push(text.value.slice(end, from), h('mark', {}, text.value.slice(from, to) || ' '));
      end = to;
    }
    return [...parts, text.value.slice(end)];
  }

  function offset(lines, line) {
    return lines.slice(0, line - 1).reduce((sum, it) => sum + it.length + 1, 0);
  }

  function spanAt(lines, { line, column }) {
    const content = lines[line - 1] ?? '';
    const from = column ? Math.min(column - 1, content.length) : content.length - content.trimStart().length;
    const word = column ? /^(?:[\w.]+|\S)?/.exec(content.slice(from))[0].length : content.length - from;
    const start = offset(lines, line) + from;
    return [start, start + word];
  }

  async function take(file) {
    if (file.size > MOST_BYTES) throw new Error(`${file.name} is larger than ${MOST_BYTES / 1024 / 1024} MiB.`);
    const bytes = new Uint8Array(await file.arrayBuffer());
    try {
      text.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      binary = null;
    } catch {
      binary = { name: file.name, bytes };
      text.value = '';
    }
    text.disabled = binary !== null;
    places = [];
    draw();
    changed();
  }

  return {
    element: frame,
    control: text,
    take,
    draw,
    get binary() { return binary; },
    clearBinary() { binary = null; text.disabled = false; changed(); },
    mark(found) {
      places = found.filter((place) => place.line);
      draw();
    },
    /** Puts the caret where a problem is. */
    go(place) {
      const lines = text.value.split('\n');
      const [from, to] = spanAt(lines, place);
      text.focus();
      text.setSelectionRange(from, to);
      text.scrollTop = Math.max(0, (place.line - 6) * 21);
      follow();
    },
  };
}

/** Lets files be dropped on an element. */
export function dropZone(element, taken) {
  const over = (on) => (event) => { event.preventDefault(); element.classList.toggle('over', on); };
  element.addEventListener('dragover', over(true));
  element.addEventListener('dragleave', over(false));
  element.addEventListener('drop', (event) => {
    over(false)(event);
    const [file] = event.dataTransfer.files;
    if (file) taken(file);
  });
}

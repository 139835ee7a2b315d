import { ask, field, h, note } from './dom.js';

// Kept for this tab only, and sent in headers only: an address ends up in logs and histories.
const KEY = 'executor.key';
const TOKEN = 'executor.token';

export function headers() {
  const sent = {};
  const key = sessionStorage.getItem(KEY);
  const token = sessionStorage.getItem(TOKEN);
  if (key) sent['x-functions-key'] = key;
  if (token) sent.Authorization = `Bearer ${token}`;
  return sent;
}

function keep(name, value) {
  if (value) {
    sessionStorage.setItem(name, value);
  } else {
    sessionStorage.removeItem(name);
  }
}

export function showState() {
  const known = sessionStorage.getItem(KEY) || sessionStorage.getItem(TOKEN);
  document.getElementById('access').textContent = known ? 'Access: set' : 'Access';
}

function secret(name) {
  const input = h('input', { type: 'password', autocomplete: 'off', spellcheck: 'false' });
  input.value = sessionStorage.getItem(name) ?? '';
  return input;
}

let open = null;

/** Asks for the key and token; true when they may have changed. One question at a time. */
export function askForAccess(refusal = null) {
  open ??= question(refusal).finally(() => { open = null; });
  return open;
}

async function question(refusal) {
  const key = field('Function key', secret(KEY), 'Sent as the header x-functions-key. Not needed on your own machine.');
  const token = field('Microsoft Entra access token', secret(TOKEN),
    'Only where sign-in with Entra is on; then both are needed, key and token. '
    + 'az account get-access-token --resource api://CLIENT_ID prints one.');
  const content = h('div', { class: 'stack' },
    refusal && note('warn', refusal.title, refusal.text),
    key.element, token.element,
    h('p', { class: 'small muted' }, 'Both stay in this tab and are forgotten when it is closed.'));
  const answer = await ask('Access to this service', content,
    [['', 'Cancel', 'quiet'], ['forget', 'Forget both', 'quiet'], ['use', 'Use', 'main']]);
  if (answer === 'use' || answer === 'forget') {
    keep(KEY, answer === 'use' ? key.control.value.trim() : '');
    keep(TOKEN, answer === 'use' ? token.control.value.trim() : '');
    showState();
  }
  return answer !== '';
}

/** What a 401 asks for: the platform's sign-in names a scheme, the key check does not. */
export function refusalOf(response, problem) {
  const scheme = response.headers.get('www-authenticate') ?? '';
  if (/bearer/i.test(scheme) || problem?.type === '/problems/unauthenticated') {
    return {
      title: 'This service wants a sign-in with Microsoft Entra and a function key.',
      text: 'Both are needed: an access token and the key. One of them is missing, wrong or expired.',
    };
  }
  return {
    title: 'This service wants a function key.',
    text: 'The key is missing or wrong. If sign-in with Entra is on as well, both are needed.',
  };
}

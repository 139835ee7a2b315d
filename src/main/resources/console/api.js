import { askForAccess, headers, refusalOf } from './access.js';

// The scripts lie under …/api/console/, so the routes are one step up, whatever the prefix is.
const ROOT = new URL('../', import.meta.url);

/** An answer that is no success. `problem` is the RFC 9457 document, as far as there is one. */
export class ApiError extends Error {
  constructor(status, problem, retryAfter = 0) {
    super(problem.detail || problem.title);
    this.status = status;
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get errors() {
    return this.problem.errors ?? [];
  }
}

export function path(id, rest = '') {
  return `jobs/${encodeURIComponent(id)}${rest}`;
}

/** Sends a request and gives the response, or throws an ApiError. */
export async function send(method, route, { query = {}, body, type = 'application/json', more = {}, signal } = {}) {
  const url = new URL(route, ROOT);
  for (const [name, value] of Object.entries(query)) {
    if (value) url.searchParams.set(name, value);
  }
  const sent = { ...headers(), ...more };
  if (body !== undefined) sent['Content-Type'] = type;
  let response;
  try {
    response = await fetch(url, {
      method, headers: sent, signal, cache: 'no-store', redirect: 'error',
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new ApiError(0, { title: 'The service cannot be reached', detail: 'The service cannot be reached. Is the connection up?' });
  }
  if (response.ok) return response;
  throw await failure(response);
}

async function failure(response) {
  const problem = await response.json().catch(() => null);
  if (response.status === 401) {
    const refusal = refusalOf(response, problem);
    askForAccess(refusal).then((changed) => changed && document.dispatchEvent(new Event('access-changed')));
    return new ApiError(401, { title: refusal.title, detail: refusal.text });
  }
  const seconds = Number(response.headers.get('retry-after')) || 0;
  return new ApiError(response.status, problem ?? plain(response), seconds);
}

function plain(response) {
  const missing = response.status === 404 ? 'This deployment does not have that route.' : '';
  return { title: `The service answered ${response.status}`, detail: missing || `The service answered ${response.status}.` };
}

export async function json(method, route, options) {
  return (await send(method, route, options)).json();
}

/** Saves an answer as a file. The key travels in a header, so a plain link would not do. */
export async function download(route, query, name) {
  const blob = await (await send('GET', route, { query })).blob();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

import { download, json, path, send } from './api.js';
import { announce, ask, field, h } from './dom.js';
import { FINAL } from './format.js';
import { tagsOf } from './submission.js';

/** The buttons that a job in its state allows; `again` has the page look at it anew. */
export function actions(job, again) {
  const ended = FINAL.includes(job.status);
  const buttons = [
    job.status === 'COMPLETED' && ['Download CSV', () => save('csv', 'csv')],
    ended && job.status !== 'CANCELLED' && ['Download raw', () => save('raw', 'raw.json')],
    ['Rename', rename],
    ended && ['Retry', retry],
    !ended && job.status !== 'CANCELLING' && ['Cancel job', cancel, 'danger'],
    ended && ['Delete', remove, 'danger'],
  ];
  return h('div', { class: 'row' }, buttons.filter(Boolean).map(([text, act, kind]) => {
    const button = h('button', { type: 'button', class: kind ?? null, onclick: () => guarded(button, act) }, text);
    return button;
  }));

  async function save(format, ending) {
    await download(path(job.id, '/result'), { format }, `${job.job_name || job.id}.${ending}`);
  }

  async function cancel() {
    const sure = await ask('Cancel this job?', h('p', {}, 'What the provider has already run may still be charged.'),
      [['', 'Keep it', 'quiet'], ['yes', 'Cancel job', 'danger']]);
    if (!sure) return;
    const { status } = await json('POST', path(job.id, '/cancel'), { body: {} });
    announce(status === 'CANCELLED' ? 'The job is cancelled.' : 'The provider is asked to cancel it.');
    again();
  }

  async function rename() {
    const name = field('Name', h('input', { maxlength: '128', value: job.job_name ?? '' }));
    const tags = field('Tags', h('input', { value: job.tags.join(', ') }), 'Separated by commas.');
    const answer = await ask('Rename', h('div', { class: 'stack' }, name.element, tags.element),
      [['', 'Leave as it is', 'quiet'], ['yes', 'Save', 'main']]);
    if (!answer) return;
    await send('PATCH', path(job.id), {
      body: { job_name: name.control.value.trim() || null, tags: tagsOf(tags.control.value) },
      type: 'application/merge-patch+json',
    });
    announce('Saved.', 'ok');
    again();
  }

  async function retry() {
    const fresh = await json('POST', path(job.id, '/retry'), { body: {}, more: { 'Idempotency-Key': crypto.randomUUID() } });
    announce('Submitted once more, as a new job.', 'ok');
    location.hash = `#/jobs/${fresh.id}`;
  }

  async function remove() {
    const sure = await ask('Delete this job?', h('p', {}, 'The job, its program and its result are erased for good.'),
      [['', 'Keep it', 'quiet'], ['yes', 'Delete', 'danger']]);
    if (!sure) return;
    await send('DELETE', path(job.id));
    announce('The job is deleted.');
    location.hash = '#/jobs';
  }
}

/** Runs an action with its button off, and tells why it failed. */
async function guarded(button, act) {
  button.disabled = true;
  try {
    await act();
  } catch (error) {
    announce(error.message, 'bad');
  }
  button.disabled = false;
}

import { doctor } from './doctor.js';
import { field, h, segments } from './dom.js';
import { place } from './submission.js';

const RESOURCE = '/subscriptions/…/resourceGroups/…/providers/Microsoft.Quantum/Workspaces/…';

/**
 * The switch "Run with my own credentials" and its fields. The secret is read on leaving its
 * field only, so that no half of it is ever tried, and is kept nowhere but in that field.
 */
export function ownCredentials(changed) {
  let identity = 'service';
  const plain = (attributes = {}) => h('input', { autocomplete: 'off', spellcheck: 'false', onchange: changed, ...attributes });
  const resource = field('Resource id of your workspace', plain({ placeholder: RESOURCE, class: 'mono' }),
    'Azure portal: your Quantum workspace, Properties.');
  const location = field('Location', plain({ placeholder: 'East US' }));
  const tenant = field('Tenant id', plain({ class: 'mono' }));
  const client = field('Client id', plain({ class: 'mono' }));
  const secret = field('Client secret', plain({ type: 'password', autocomplete: 'new-password' }),
    'Sent to this service with its checks and this job. Never kept in the browser; the field is emptied when you submit.');
  const application = h('div', { class: 'stack', hidden: true }, h('div', { class: 'grid2' }, tenant.element, client.element), secret.element);
  const details = h('div', { class: 'own', hidden: true },
    resource.element, location.element,
    segments('Who runs it', [['service', 'This service’s identity'], ['caller', 'My application']], identity, (chosen) => {
      identity = chosen;
      application.hidden = chosen !== 'caller';
      if (chosen !== 'caller') forgetSecret();
      changed();
    }),
    application,
    doctor(() => ({ backend_preferences: place(value()) })));
  const toggle = h('input', { type: 'checkbox', role: 'switch', id: 'own-credentials', onchange: () => {
    details.hidden = !toggle.checked;
    if (!toggle.checked) forgetSecret();
    changed();
  } });

  function forgetSecret() {
    secret.control.value = '';
  }

  const read = (it) => it.control.value.trim();

  function value() {
    if (!toggle.checked) return null;
    return { identity, resource: read(resource), location: read(location), tenant: read(tenant), client: read(client), secret: secret.control.value };
  }

  const at = '/backend_preferences/credentials';

  return {
    element: h('div', { class: 'card stack' },
      h('div', { class: 'check' }, toggle, h('label', { for: 'own-credentials', class: 'label' }, 'Run with my own credentials')),
      details),
    forgetSecret,
    places: [[`${at}/resource_id`, resource], ['/backend_preferences/location', location], [`${at}/tenant_id`, tenant],
      [`${at}/client_id`, client], [`${at}/client_secret`, secret]],
    value,
  };
}

// How the fields of the form become the body of POST /api/jobs.

export const FORMATS = [
  ['', 'Detect from the text'],
  ['openqasm', 'OpenQASM 2 or 3'],
  ['qir.v1', 'QIR'],
  ['ionq.circuit.v1', 'IonQ JSON'],
  ['classiq', 'Classiq quantum program'],
  ['honeywell.openqasm.v1', 'Quantinuum OpenQASM, as it is'],
  ['rigetti.quil.v1', 'Quil, as it is'],
  ['pasqal.pulser.v1', 'Pulser, as it is'],
];

function base64(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return btoa(text);
}

function program({ text, binary, format }) {
  if (binary) return { format: format || 'qir.v1', base64: base64(binary.bytes) };
  return format ? { format, text } : text;
}

/** Where to run and as whom. */
export function place(own) {
  const preferences = { backend_service_provider: 'Azure Quantum', credentials: credentials(own) };
  if (own.location) preferences.location = own.location;
  return preferences;
}

function credentials(own) {
  const sent = { resource_id: own.resource };
  if (own.identity === 'caller') {
    Object.assign(sent, { tenant_id: own.tenant, client_id: own.client, client_secret: own.secret });
  }
  return sent;
}

/** Whether everything is filled in that the chosen identity needs. */
export function isComplete(own) {
  const needed = own.identity === 'caller' ? [own.resource, own.tenant, own.client, own.secret] : [own.resource];
  return needed.every(Boolean);
}

export function submission(form) {
  const backend = { ...(form.own ? place(form.own) : { backend_service_provider: 'Azure Quantum' }), backend_name: form.target };
  if (form.mitigation !== null) backend.ionq_error_mitigation_flag = form.mitigation;
  const body = { program: program(form), backend_preferences: backend };
  if (form.shots !== null) body.num_shots = form.shots;
  if (form.name) body.job_name = form.name;
  if (form.tags.length) body.tags = form.tags;
  return body;
}

export function tagsOf(text) {
  return text.split(',').map((tag) => tag.trim()).filter(Boolean);
}

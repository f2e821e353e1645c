// dossier.mjs - a request as plain text for the organisation's own file system.
// Owns: what is copied and in which order. Never: more than the colleague can see.
import { spokenPhone } from './clean.mjs';
import { dayText, fieldRows, momentText } from './labels.mjs';
import { T, fill } from './nl.mjs';

/** Lines of text; `nameOf` turns a member id into a name. */
export function dossierText(request, now, nameOf) {
  const f = request.fields;
  const rows = fieldRows(request, now).map(({ label, text }) => `${label}: ${text}`);
  const contact = f.tel
    ? `${T.field.phone}: ${spokenPhone(f.tel)}`
    : f.mail && `${T.field.mail}: ${f.mail}`;
  const notes = request.events
    .filter((event) => event.note?.text)
    .map((event) => `${dayText(event.at * 1000)}, ${nameOf(event.actor)}: ${event.note.text}`);
  const head = [
    `${T.field.code}: ${request.ref}`,
    `${T.field.name}: ${f.name || T.list.noName}`,
    contact,
  ];
  return [...head, ...rows, ...notes, closedLine(request)].filter(Boolean).join('\n');
}

function closedLine({ item }) {
  if (item.state !== 'closed' || item.closed_at === null) return null;
  const outcome = T.outcome[item.outcome] ?? '';
  return fill(T.detail.closedOn, { when: momentText(item.closed_at * 1000), outcome });
}

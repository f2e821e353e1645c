// view-log.mjs - what colleagues did with a request, oldest first, with their opened notes.
// Owns: the wording of the log. Never: more than the events of the hub say.
import { bdi, h } from './dom.mjs';
import { aboutText, deskText, momentText } from './labels.mjs';
import { appointmentMoment } from './notes.mjs';
import { T, fill } from './nl.mjs';

export function logView(request, { members }) {
  if (!request.events.length) return null;
  return h(
    'section',
    { class: 'log' },
    h('h3', {}, T.detail.log),
    h('ol', {}, ...request.events.map((event) => h('li', {}, lineView(event, members)))),
  );
}

function lineView(event, members) {
  const name = members.get(event.actor)?.name ?? '?';
  return [
    h('span', { class: 'mut small' }, momentText(event.at * 1000)),
    ' ',
    h('span', {}, bdi(name), ` ${whatText(event)}`),
    event.note?.text && h('blockquote', {}, bdi(event.note.text, { class: 'pre' })),
  ];
}

function whatText({ type, outcome, note }) {
  if (type === 4 && note && note.kind !== 'note') return stepText(note);
  const base = T.event[type] ?? T.event.unknown;
  const parts = [type === 3 ? attemptText(outcome, note) : outcome && T.outcome[outcome]];
  if (note?.topics?.length)
    parts.push(fill(T.event.about, { topics: note.topics.map(aboutText).join(', ') }));
  const rest = parts.filter(Boolean).join('; ');
  return rest ? `${base}: ${rest}` : base;
}

const attemptText = (outcome, note) =>
  note?.kind === 'voicemail' ? T.event.voicemail : T.event[outcome];

function stepText(note) {
  const at = appointmentMoment(note.at);
  if (note.kind === 'appointment' && at) return fill(T.event.appointment, { when: momentText(at) });
  if (note.kind === 'interpreter' || note.kind === 'meldcode') {
    return fill(T.event[note.step] ?? T.event.unknown, { at: note.at ? ` (${note.at})` : '' });
  }
  if (note.kind === 'desk') return fill(T.event.desk, { desk: deskText(note.to) });
  return note.kind === 'unreadable' ? T.event.unreadable : T.event.unknown;
}

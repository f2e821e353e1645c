// labels.mjs - fields of a request as Dutch labels and sentences; the page and the dossier use it.
// Owns: how dates, topics and channels are worded. Never: the DOM.
import { daysBetween, localTime } from './clock.mjs';
import { urgency } from './order.mjs';
import { T, fill } from './nl.mjs';

const ZONE = { timeZone: 'Europe/Amsterdam' };
const DAY = new Intl.DateTimeFormat('nl-NL', {
  ...ZONE,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
const SHORT = new Intl.DateTimeFormat('nl-NL', { ...ZONE, weekday: 'short', day: 'numeric' });
const HOUR = new Intl.DateTimeFormat('nl-NL', { ...ZONE, hour: '2-digit', minute: '2-digit' });
const plain = (text) => text.replace(/\./g, '');

export const dayText = (ms) => plain(DAY.format(ms));
export const shortDay = (ms) => plain(SHORT.format(ms));
export const hourText = (ms) => HOUR.format(ms);
export const momentText = (ms) => `${dayText(ms)} ${hourText(ms)}`;

/** "vandaag", "morgen" or "wo 26 nov". */
export function nearDay(ms, now, far = dayText) {
  const days = daysBetween(localTime(now).day, localTime(ms).day);
  if (days === 0) return T.due.today;
  return days === 1 ? T.due.tomorrow : far(ms);
}

const word = (table, key) => (Object.hasOwn(table, key) ? table[key] : key.replace(/-/g, ' '));

export function dueText(request, now) {
  const { kind, due, hours } = urgency(request, now);
  if (kind === 'late') return lateText(hours);
  const withHour = request.appointment ? ` ${hourText(due)}` : '';
  return nearDay(due, now) + withHour;
}

function lateText(hours) {
  if (hours < 1) return T.due.lateMinutes;
  if (hours === 1) return T.due.lateHour;
  if (hours < 24) return fill(T.due.lateHours, { n: hours });
  const days = Math.floor(hours / 24);
  return days === 1 ? T.due.lateDay : fill(T.due.lateDays, { n: days });
}

export function topicText(fields) {
  const own = fields.who === 'child' ? T.value.childTopic : {};
  const words = fields.topics.map((id) =>
    Object.hasOwn(own, id) ? own[id] : word(T.value.topic, id),
  );
  return words.map((text, i) => (i === 0 ? upper(text) : lower(text))).join(', ');
}

const upper = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);
// "Mbo" may shrink in the middle of a sentence; an abbreviation in capitals may not.
const lower = (text) =>
  /^\p{Lu}{2}/u.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1);

export const languageText = (code) => (code ? word(T.value.language, code) : '');
export const deskText = (sector) => word(T.value.desk, sector);
export const aboutText = (id) => (Object.hasOwn(T.about, id) ? T.about[id] : id);

/** "di 25, ochtend en middag; maakt niet uit" of the times a person gave. */
export function whenText(fields, now) {
  const byDay = new Map();
  for (const { day, part } of fields.when) {
    byDay.set(day, [...(byDay.get(day) ?? []), part]);
  }
  return [...byDay].map(([day, parts]) => slotText(day, parts, now)).join('; ');
}

function slotText(day, parts, now) {
  const names = parts
    .filter((part) => part !== 'any')
    .map((part) => T.value[part])
    .join(' of ');
  if (day === null) return names ? `${T.value.anyDay}, ${names}` : T.value.any;
  const ms = Date.parse(`${day}T12:00:00Z`);
  const near = daysBetween(localTime(now).day, day);
  const label = near === 0 ? T.due.today : near === 1 ? T.due.tomorrow : plain(SHORT.format(ms));
  return names ? `${label}, ${names}` : label;
}

/** Rows [key, label, text, isVisitorsOwn] of the detail, only what the visitor answered. */
export function fieldRows(request, now) {
  const f = request.fields;
  return [
    ['topics', topicText(f)],
    ['sector', f.sector && word(T.value.sector, f.sector)],
    ['when', whenText(f, now)],
    ['how', f.how !== 'call' && f.how && word(T.value.how, f.how)],
    ['answer', answerText(f)],
    ['language', languageText(f.lang)],
    ['latin', f.who === 'parent' && f.nameLatin !== f.name ? f.nameLatin : ''],
    ['note', f.note && `“${f.note}”`, true],
    ['register', f.register && word(T.value.register, f.register)],
    ['told', f.told === 'offline' && T.value.told.offline],
    ['at', arrivalText(request)],
  ]
    .filter(([, text]) => text)
    .map(([key, text, own]) => ({ key, label: T.field[key], text, own: Boolean(own) }));
}

function answerText({ answer, voicemail }) {
  const parts = [
    answer && word(T.value.answer, answer),
    voicemail && word(T.value.voicemail, voicemail),
  ];
  return parts.filter(Boolean).join(' · ');
}

/** When it was left: the kiosk's own time when its clock was right, else when it arrived. */
function arrivalText({ fields, item }) {
  const arrived = momentText((item.received_at - item.waited_s) * 1000);
  const doubt = Object.hasOwn(T.value.clock, fields.clock)
    ? ` (${T.value.clock[fields.clock]})`
    : '';
  return arrived + doubt;
}

export const withText = (who) => word(T.value.with, who);

/** First letter for a child in the list; nobody reads a child's name over a shoulder. */
export function shownName(request) {
  const { name, who } = request.fields;
  if (!name) return T.list.noName;
  return who === 'child' ? `${[...name][0].toUpperCase()}.` : name;
}

/** { text, kind } of the state column. */
export function stateTag(request) {
  const { item, appointment, interpreter, missed } = request;
  if (item.state === 'closed')
    return { text: T.outcome[item.outcome] ?? T.state.closed, kind: 'neutral' };
  if (appointment) return { text: T.state.appointment, kind: 'petrol' };
  if (missed) return { text: fill(T.state.missed, { n: missed }), kind: 'sun' };
  if (interpreter === 'asked') return { text: T.state.asked, kind: 'sun' };
  return item.state === 'new'
    ? { text: T.state.new, kind: 'sky' }
    : { text: T.state.claimed, kind: 'petrol' };
}

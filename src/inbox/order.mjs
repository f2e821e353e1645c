// order.mjs - who comes first: "nu te bellen", then the due date.
// Owns: the hours of the parts of the day and the rules of the list. Never: the DOM or words.
import { daysBetween, isDay, localTime, momentOf } from './clock.mjs';
import { isWorkday } from './workdays.mjs';

// The hours behind "ochtend", "middag", "avond" and "maakt niet uit".
const PART_HOURS = { am: [8.5, 12], pm: [12, 17.5], eve: [17.5, 21], any: [8.5, 20] };
const DUE_HOUR = 17;
// A payload's due date further than this from the hub's own bound is not believed.
const DUE_DRIFT_DAYS_MAX = 21;
const APPOINTMENT_EARLY_MS = 10 * 60_000;
const APPOINTMENT_LATE_MS = 2 * 3_600_000;

// Worked out once per request: the time zone makes it slow, and sorting asks for it often.
const dues = new WeakMap();

/** The moment (ms) by which a request must have been answered. */
export function dueOf(request) {
  if (!dues.has(request)) dues.set(request, workOutDue(request));
  return dues.get(request);
}

function workOutDue(request) {
  if (request.appointment) return request.appointment;
  const bound = request.item.due_at * 1000;
  const day = request.fields?.clock === 'ok' ? request.fields.due : null;
  if (!day || !isDay(day)) return bound;
  const drift = Math.abs(daysBetween(localTime(bound).day, day));
  return drift > DUE_DRIFT_DAYS_MAX ? bound : momentOf(day, DUE_HOUR);
}

/** A moment as the list needs it; `settings`: { weekdays, closures } of the organisation. */
export function momentAt(ms, settings) {
  const time = localTime(ms);
  return { ms, ...time, workday: isWorkday(time.day, settings) };
}

// Did the person say that this moment is good? Nobody is called on a day off.
function reachable(request, moment) {
  if (request.appointment) return nearAppointment(request.appointment, moment.ms);
  return moment.workday && request.fields.when.some((slot) => inSlot(slot, moment));
}

function nearAppointment(at, now) {
  return now >= at - APPOINTMENT_EARLY_MS && now <= at + APPOINTMENT_LATE_MS;
}

function inSlot({ day, part }, moment) {
  const [from, to] = PART_HOURS[part];
  return (day === null || day === moment.day) && moment.hour >= from && moment.hour < to;
}

/** Call now: open, not a child (their route is read first), reachable, interpreter ready. */
export function callNow(request, moment) {
  if (!request.fields || request.item.state === 'closed') return false;
  if (request.fields.who === 'child' || needsInterpreter(request)) return false;
  return reachable(request, moment);
}

export const needsInterpreter = (request) =>
  wantsInterpreter(request) && request.interpreter !== 'ready';

export const wantsInterpreter = (request) =>
  Boolean(request.fields?.interp) && request.fields.interp !== 'no';

/** { now: [...], later: [...] } of open requests, each by due moment, then by arrival. */
export function orderOpen(requests, moment) {
  const sorted = [...requests].sort(byDue);
  const urgent = new Set(sorted.filter((request) => callNow(request, moment)));
  return {
    now: sorted.filter((request) => urgent.has(request)),
    later: sorted.filter((request) => !urgent.has(request)),
  };
}

function byDue(a, b) {
  return (
    dueOf(a) - dueOf(b) ||
    a.item.received_at - b.item.received_at ||
    (a.item.id < b.item.id ? -1 : 1)
  );
}

/** Closed requests, newest first. */
export const orderClosed = (requests) =>
  [...requests].sort((a, b) => (b.item.closed_at ?? 0) - (a.item.closed_at ?? 0));

/** { kind: "late" | "today" | "soon", due, hours, days } for the coloured label. */
export function urgency(request, now) {
  const due = dueOf(request);
  const days = daysBetween(localTime(now).day, localTime(due).day);
  const kind = due < now ? 'late' : days === 0 ? 'today' : 'soon';
  return { kind, due, days, hours: Math.floor((now - due) / 3_600_000) };
}

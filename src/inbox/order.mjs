// order.mjs - who comes first: "nu te bellen", then the due date.
// Owns: the hours of the parts of the day and the rules of the list. Never: the DOM or words.
import { daysBetween, isDay, localTime, momentOf } from './clock.mjs';

// The hours behind "ochtend", "middag", "avond" and "maakt niet uit".
const PART_HOURS = { am: [8.5, 12], pm: [12, 17.5], eve: [17.5, 21], any: [8.5, 20] };
const DUE_HOUR = 17;
// A payload's due date further than this from the hub's own bound is not believed.
const DUE_DRIFT_DAYS_MAX = 21;
const APPOINTMENT_EARLY_MS = 10 * 60_000;
const APPOINTMENT_LATE_MS = 2 * 3_600_000;

/** The moment (ms) by which a request must have been answered. */
export function dueOf(request) {
  if (request.appointment) return request.appointment;
  const bound = request.item.due_at * 1000;
  const day = request.fields?.clock === 'ok' ? request.fields.due : null;
  if (!day || !isDay(day)) return bound;
  const drift = Math.abs(daysBetween(localTime(bound).day, day));
  return drift > DUE_DRIFT_DAYS_MAX ? bound : momentOf(day, DUE_HOUR);
}

/** True when the person said that this moment is good (working days of the region). */
export function reachableNow(request, now, weekdays) {
  if (request.appointment) return nearAppointment(request.appointment, now);
  const time = localTime(now);
  if (!weekdays.includes(time.weekday)) return false;
  return request.fields.when.some((slot) => inSlot(slot, time));
}

function nearAppointment(at, now) {
  return now >= at - APPOINTMENT_EARLY_MS && now <= at + APPOINTMENT_LATE_MS;
}

function inSlot({ day, part }, time) {
  const [from, to] = PART_HOURS[part];
  return (day === null || day === time.day) && time.hour >= from && time.hour < to;
}

/** Call now: open, not a child (their route is read first), reachable, interpreter ready. */
export function callNow(request, now, weekdays) {
  if (!request.fields || request.item.state === 'closed') return false;
  if (request.fields.who === 'child' || needsInterpreter(request)) return false;
  return reachableNow(request, now, weekdays);
}

export const needsInterpreter = (request) =>
  wantsInterpreter(request) && request.interpreter !== 'ready';

export const wantsInterpreter = (request) =>
  Boolean(request.fields?.interp) && request.fields.interp !== 'no';

/** { now: [...], later: [...] } of open requests, each by due moment, then by arrival. */
export function orderOpen(requests, now, weekdays) {
  const sorted = [...requests].sort(byDue);
  const urgent = new Set(sorted.filter((request) => callNow(request, now, weekdays)));
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

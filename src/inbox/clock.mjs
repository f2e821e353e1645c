// clock.mjs - dates and hours as people in the Netherlands see them, whatever the computer says.
// Owns: the time zone. Never: reads the clock itself; the caller hands in the moment.

const ZONE = 'Europe/Amsterdam';
const DAY_MS = 86_400_000;
const PARTS = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** { day: "2026-11-24", hour: 14.5, weekday: 1 (Monday) ... 7 } of a moment in ms. */
export function localTime(ms) {
  const found = Object.fromEntries(PARTS.formatToParts(ms).map((p) => [p.type, p.value]));
  const day = `${found.year}-${found.month}-${found.day}`;
  return { day, hour: Number(found.hour) + Number(found.minute) / 60, weekday: weekdayOf(day) };
}

const noonUtc = (day) => Date.parse(`${day}T12:00:00Z`);
export const weekdayOf = (day) => new Date(noonUtc(day)).getUTCDay() || 7;
export const daysBetween = (from, to) => Math.round((noonUtc(to) - noonUtc(from)) / DAY_MS);
export const addDays = (day, count) =>
  new Date(noonUtc(day) + count * DAY_MS).toISOString().slice(0, 10);

/** The moment (ms) of a local day and hour, across both changes of the clock. */
export function momentOf(day, hour) {
  const guess = Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000;
  const seen = localTime(guess);
  const offset = daysBetween(day, seen.day) * 24 + seen.hour - hour;
  return guess - offset * 3_600_000;
}

/** True for a real calendar day: 2026-02-30 is none. */
export function isDay(day) {
  const ms = Date.parse(`${day}T12:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().startsWith(day);
}

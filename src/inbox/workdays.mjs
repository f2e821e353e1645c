// workdays.mjs - working days in the Netherlands, the same sum as base/workdays on the kiosk.
// Owns: the public holidays. Never: the promise itself (the payload says what was promised).
import { addDays, weekdayOf } from './clock.mjs';

const SUNDAY = 7;
const SPAN_DAYS_MAX = 800;

/** Easter Sunday of a year (Gregorian, Meeus/Jones/Butcher). */
export function easter(year) {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const e =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7;
  const m = Math.floor((a + 11 * e + 22 * l) / 451);
  const sum = e + l - 7 * m + 114;
  const two = (number) => String(number).padStart(2, '0');
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`;
}

// The days on which public offices close: Good Friday too, Liberation Day every fifth year.
function holidays(year) {
  const sunday = easter(year);
  const king = weekdayOf(`${year}-04-27`) === SUNDAY ? `${year}-04-26` : `${year}-04-27`;
  const days = [
    `${year}-01-01`,
    addDays(sunday, -2),
    addDays(sunday, 1),
    king,
    addDays(sunday, 39),
    addDays(sunday, 50),
    `${year}-12-25`,
    `${year}-12-26`,
  ];
  return year % 5 === 0 ? [...days, `${year}-05-05`] : days;
}

/** `settings`: { weekdays: [1..7], closures: [{ from, to }] }, both ends included. */
export function isWorkday(day, { weekdays, closures }) {
  if (!weekdays.includes(weekdayOf(day))) return false;
  if (closures.some(({ from, to }) => day >= from && day <= to)) return false;
  return !holidays(Number(day.slice(0, 4))).includes(day);
}

/** The `count`-th working day after `from`, or null when there is none within two years. */
export function promisedDay(from, count, settings) {
  let left = count;
  for (let i = 1; i <= SPAN_DAYS_MAX; i += 1) {
    const day = addDays(from, i);
    if (isWorkday(day, settings)) left -= 1;
    if (left === 0) return day;
  }
  return null;
}

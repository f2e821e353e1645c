// signals.mjs - what parents and children told without a name: opened, checked and counted.
// Owns: the types of a signal and the rules for showing counts. Never: the DOM, a network, a kiosk.
//
//   {v:1, t:"story", week, who, lang, mood?, topic?:[], line?:[], text?}   src/request/signal.h
//   {v:1, t:"fix", week, who, lang, page, choice?, text?}
//   {v:1, t:"tally", week, n:{"topic.opp":4}}
import { fromB64Url } from './bytes.mjs';
import { cleanText } from './clean.mjs';
import { KIND, envelopeId, openEnvelope } from './envelope.mjs';

const WORD_MAX = 60;
const TEXT_MAX = 600;
const LIST_MAX = 12;
const COUNTS_MAX = 200;
const COUNT_MAX = 1_000_000;
const WEEK = /^(\d{4})-W(\d{2})$/;
const KEY = /^[a-z0-9.-]{1,48}$/;
const QUARTER_WEEKS = 13;
// Fewer kiosks would show what happened at one place; a count under five could be one family.
export const KIOSKS_MIN = 3;
const COUNT_FEW = 5;

/** One item of GET /v1/signals, opened; { kind: "unreadable" } when it cannot be. Never throws. */
export function openSignal(item, keys) {
  try {
    const bytes = fromB64Url(item.envelope);
    if (envelopeId(bytes) !== item.id) return { kind: 'unreadable' };
    return readSignal(item.id, openEnvelope(bytes, KIND.SIGNAL, keys));
  } catch {
    return { kind: 'unreadable' };
  }
}

const short = (value) => cleanText(value, WORD_MAX).text;
const words = (list) => (Array.isArray(list) ? list.slice(0, LIST_MAX) : []).map(short);

function readSignal(id, raw) {
  const base = { id, kind: short(raw.t), week: WEEK.test(raw.week) ? raw.week : '' };
  if (base.kind === 'tally') return { ...base, counts: readCounts(raw.n) };
  return {
    ...base,
    who: raw.who === 'child' ? 'child' : 'parent',
    lang: short(raw.lang),
    mood: [1, 2, 3, 4, 5].includes(raw.mood) ? raw.mood : 0,
    topics: words(raw.topic),
    lines: words(raw.line),
    page: short(raw.page),
    choice: short(raw.choice),
    text: cleanText(raw.text, TEXT_MAX, { lines: true }).text,
  };
}

function readCounts(raw) {
  const own = raw !== null && typeof raw === 'object' ? Object.entries(raw) : [];
  return own
    .slice(0, COUNTS_MAX)
    .filter(([key, n]) => KEY.test(key) && Number.isSafeInteger(n) && n > 0 && n <= COUNT_MAX);
}

/** { stories, fixes, periods, unreadable }, the newest week first. `items` come from the hub. */
export function sumSignals(items, keys) {
  const all = items.map((item) => openSignal(item, keys));
  const of = (kind) => all.filter((signal) => signal.kind === kind).sort(newestFirst);
  return {
    stories: of('story'),
    fixes: of('fix'),
    periods: sumPeriods(of('tally')),
    unreadable: all.filter((signal) => !['story', 'fix', 'tally'].includes(signal.kind)).length,
  };
}

const newestFirst = (a, b) => b.week.localeCompare(a.week) || a.id.localeCompare(b.id);

/** "2026-4" of a week in the fourth quarter; "" when the kiosk did not know the week. */
export function quarterOf(week) {
  const found = WEEK.exec(week);
  if (!found) return '';
  return `${found[1]}-${Math.min(4, Math.ceil(Number(found[2]) / QUARTER_WEEKS))}`;
}

// A quarter is thirteen weeks: long enough that one visit does not stand out.
function sumPeriods(tallies) {
  const periods = new Map();
  for (const { week, counts } of tallies) {
    const name = quarterOf(week);
    if (!periods.has(name)) periods.set(name, new Map());
    const sums = periods.get(name);
    for (const [key, n] of counts) sums.set(key, (sums.get(key) ?? 0) + n);
  }
  return [...periods].map(([name, sums]) => ({
    name,
    rows: [...sums].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])),
  }));
}

/** How a count may be shown: "few" under five, else the nearest five. */
export const shownCount = (n) => (n < COUNT_FEW ? 'few' : Math.round(n / 5) * 5);

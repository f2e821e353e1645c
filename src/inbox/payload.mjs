// payload.mjs - what a visitor asked, read from a decrypted payload that may be hostile.
// Owns: types, lengths and limits of payload version 1. Never: words of the page, the DOM.
import { cleanText, dialable, mailable } from './clean.mjs';

// Limits in code points; twice what the kiosk allows, so that an honest request is never cut.
const NAME_MAX = 80;
const MAIL_MAX = 200;
const WORD_MAX = 60;
const NOTE_MAX = 600;
const SAY_MAX = 300;
const LIST_MAX = 32;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const SLOT = /^(?:(\d{4}-\d{2}-\d{2}|any)\/(am|pm|eve|any)|any)$/;

/**
 * The fields of a request: strings are clean, lists are short, unknown members are dropped.
 * `odd` names the members that were not as they should be, so that a colleague is warned.
 */
export function readPayload(raw) {
  const odd = [];
  const take = makeTaker(raw, odd);
  return { ...readCommon(take), ...readContact(take), ...readChild(take), odd };
}

function readCommon(take) {
  return {
    who: take.oneOf('who', ['parent', 'child']) ?? 'parent',
    lang: take.text('lang', WORD_MAX),
    at: take.text('at', WORD_MAX),
    clock: take.text('q', WORD_MAX),
    place: take.text('place', WORD_MAX),
    due: take.date('due'),
    told: take.text('told', WORD_MAX),
    topics: take.list('topic', WORD_MAX),
    sector: take.text('sector', WORD_MAX),
    when: take.list('when', WORD_MAX).map(readSlot).filter(Boolean),
    name: take.text('name', NAME_MAX),
    nameLatin: take.text('name_latin', NAME_MAX),
    note: take.text('note', NOTE_MAX, { lines: true }),
  };
}

function readContact(take) {
  const phone = take.text('phone', WORD_MAX);
  const mail = take.text('mail', MAIL_MAX);
  return {
    how: take.text('how', WORD_MAX),
    phone,
    mail,
    tel: dialable(phone),
    mailto: mailable(mail),
    voicemail: take.choice('voicemail'),
    answer: take.choice('answer'),
    interp: take.choice('interp'),
  };
}

function readChild(take) {
  return {
    with: take.text('with', WORD_MAX),
    find: take.text('find', SAY_MAX, { lines: true }),
    say: take.text('say', SAY_MAX, { lines: true }),
    register: take.text('register', WORD_MAX),
  };
}

/** { day: "YYYY-MM-DD" | null, part: "am" | "pm" | "eve" | "any" }, or null when unreadable. */
export function readSlot(text) {
  const found = SLOT.exec(text);
  if (!found) return null;
  return { day: !found[1] || found[1] === 'any' ? null : found[1], part: found[2] ?? 'any' };
}

function makeTaker(raw, odd) {
  const own = (name) => (Object.hasOwn(raw, name) ? raw[name] : undefined);
  const text = (name, max, how) => {
    const { text: clean, changed } = cleanText(own(name), max, how);
    if (changed) odd.push(name);
    return clean;
  };
  const refuse = (name) => {
    odd.push(name);
    return null;
  };
  return {
    text,
    date: (name) => {
      const value = text(name, WORD_MAX);
      return !value || DATE.test(value) ? value || null : refuse(name);
    },
    oneOf: (name, allowed) => (allowed.includes(own(name)) ? own(name) : refuse(name)),
    choice: (name) => takeChoice(own(name), () => refuse(name)),
    list: (name, max) => takeList(own(name), max, () => odd.push(name)),
  };
}

// Yes, no, or a word of a short list: "me", "anyone", a language.
function takeChoice(value, refuse) {
  if (value === undefined || value === null || value === '') return null;
  if (value === true || value === 1 || value === 'yes') return 'yes';
  if (value === false || value === 0 || value === 'no') return 'no';
  const { text, changed } = cleanText(value, WORD_MAX);
  return changed ? refuse() : text;
}

function takeList(value, max, complain) {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > LIST_MAX) complain();
  const list = Array.isArray(value) ? value.slice(0, LIST_MAX) : [];
  const clean = list.map((entry) => cleanText(entry, max));
  if (clean.some((entry) => entry.changed)) complain();
  return clean.map((entry) => entry.text).filter(Boolean);
}

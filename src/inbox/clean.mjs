// clean.mjs - text written by strangers, made safe to show and to copy.
// Owns: which characters and lengths are allowed. Never: escapes (the page only sets textContent).

// Bidirectional controls can make "07 21" read as "12 70"; control bytes can hide or beep.
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const INVISIBLE =
  /[\0-\x08\v-\x1F\x7F-\x9F\xAD\u2028\u2029\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
// One letter may carry a few marks (Vietnamese, Arabic); a tower of them covers other lines.
const MARK_TOWER = /(\p{M}{4})\p{M}+/gu;
const PHONE = /^(0[1-9][0-9]{8}|\+[0-9]{9,15}|00[0-9]{7,13})$/;
const MAIL = /^[^\s@<>"',;:()[\]\\]{1,64}@[A-Za-z0-9.-]{1,189}$/;

/** { text, changed }: at most `max` code points, without what can deceive a reader. */
export function cleanText(value, max, { lines = false } = {}) {
  if (typeof value !== 'string') return { text: '', changed: value !== undefined };
  const spaced = lines ? value.replace(/\r\n?/g, '\n') : value.replace(/[\t\r\n]+/g, ' ');
  const safe = spaced
    .replace(BIDI, '')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\uFFFD')
    .replace(MARK_TOWER, '$1')
    .normalize('NFC')
    .trim();
  const points = [...safe];
  const text = points.length > max ? `${points.slice(0, max).join('')}…` : safe;
  return { text, changed: text !== value };
}

/** A number that may become a tel: link, or null. */
export const dialable = (text) => (PHONE.test(text) ? text : null);

/** An address that may become a mailto: link, or null. */
export const mailable = (text) => (MAIL.test(text) ? text : null);

/** A number as people read it aloud, in pairs from the end: 06 12 34 56 78, +31 6 12 34 56 78. */
export function spokenPhone(phone) {
  const lead = phone.startsWith('+') ? 3 : 2;
  const rest = phone.slice(lead).match(/.{1,2}(?=(?:..)*$)/g) ?? [];
  return [phone.slice(0, lead), ...rest].join(' ');
}

/** The number under a veil: only its kind can be seen. */
export function veiledPhone(phone) {
  const start = phone.startsWith('+') ? phone.slice(0, 3) : phone.slice(0, 2);
  return `${start} •• •• •• ••`;
}

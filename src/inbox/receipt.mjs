// receipt.mjs - what a visitor took home: eight digits and four pictures, made from the id.
// Owns: the frozen order of the pictures. Never: proof of identity; it helps to find and to greet.
import { fromHex } from './bytes.mjs';

const REF_MODULUS = 10_000_000n;
const REF_DIGITS = 7;

// Damm's quasigroup of order 10: finds every single wrong digit and every adjacent swap.
const DAMM = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];
// Nibble 0..15. The kiosk shows the same list; the order never changes.
export const PICTURES = Object.freeze([
  'appel',
  'auto',
  'bal',
  'beker',
  'bloem',
  'boom',
  'fiets',
  'huis',
  'paraplu',
  'sleutel',
  'ster',
  'stoel',
  'vis',
  'vlinder',
  'wolk',
  'zon',
]);

function damm(digits) {
  let state = 0;
  for (const digit of digits) state = Number(DAMM[state][Number(digit)]);
  return state;
}

/** "2083 7595" of an envelope id in hex. */
export function refOf(idHex) {
  const value = BigInt(`0x${idHex.slice(0, 16)}`) % REF_MODULUS;
  const digits = value.toString().padStart(REF_DIGITS, '0');
  const whole = digits + damm(digits);
  return `${whole.slice(0, 4)} ${whole.slice(4)}`;
}

/** True for eight digits whose check digit fits, however they are spaced. */
export function refHolds(text) {
  const digits = text.replace(/\s/g, '');
  return /^\d{8}$/.test(digits) && damm(digits) === 0;
}

/** The four picture names of an envelope id in hex. */
export function picturesOf(idHex) {
  return [...fromHex(idHex).slice(8, 10)]
    .flatMap((byte) => [byte >> 4, byte & 15])
    .map((nibble) => PICTURES[nibble]);
}

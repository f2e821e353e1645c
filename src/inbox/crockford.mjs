// crockford.mjs - bytes as Crockford base-32 symbols that people can copy from paper.
// Owns: the alphabet and how forgiving reading is. Never: what the symbols mean.

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ALIKE = { O: '0', I: '1', L: '1' };
export const GROUP_SYMBOLS = 4;

/** The first `symbols` x 5 bits of `bytes`, most significant bit first. */
export function encode(bytes, symbols) {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits >>= BigInt(bytes.length * 8 - symbols * 5);
  let text = '';
  for (let i = 0; i < symbols; i += 1, bits >>= 5n) text = SYMBOLS[Number(bits & 31n)] + text;
  return text;
}

/** Symbols to a big integer; forgives spaces, dashes, lower case and O/0, I/L/1. */
export function decodeToInt(text, symbols) {
  const clean = normalise(text);
  if (clean.length !== symbols) return null;
  let bits = 0n;
  for (const symbol of clean) {
    const value = SYMBOLS.indexOf(symbol);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  return bits;
}

export function normalise(text) {
  return String(text)
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[OIL]/g, (c) => ALIKE[c]);
}

export function group(text) {
  return text.match(new RegExp(`.{1,${GROUP_SYMBOLS}}`, 'g')).join('-');
}

/** A non-negative big integer as `length` bytes, most significant first. */
export function intToBytes(value, length) {
  const bytes = new Uint8Array(length);
  for (let i = length - 1; i >= 0; i -= 1, value >>= 8n) bytes[i] = Number(value & 255n);
  return bytes;
}

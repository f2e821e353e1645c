// bytes.mjs - bytes to text and back, strictly: what does not decode throws.
// Owns: nothing. Never: secrets (it keeps no copy of what passes through).
import sodium from './sodium.mjs';

const HEX = /^(?:[0-9a-f]{2})*$/;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const toHex = (bytes) => sodium.to_hex(bytes);

export function fromHex(text) {
  if (typeof text !== 'string' || !HEX.test(text)) throw new TypeError('not lower-case hex');
  return sodium.from_hex(text);
}

export const toB64 = (bytes) => sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
export const fromB64 = (text) => sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
export const toB64Url = (bytes) =>
  sodium.to_base64(bytes, sodium.base64_variants.URLSAFE_NO_PADDING);
export const fromB64Url = (text) =>
  sodium.from_base64(text, sodium.base64_variants.URLSAFE_NO_PADDING);

export const utf8 = (text) => sodium.from_string(text);
export const fromUtf8 = (bytes) => strictUtf8.decode(bytes);

export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function equal(a, b) {
  return a.length === b.length && sodium.memcmp(a, b);
}

/** Overwrites key bytes. JavaScript may have copied them before: this is care, not a promise. */
export function wipe(...arrays) {
  for (const array of arrays) if (array) array.fill(0);
}

// envelope.mjs - the sealed envelope, version 1: opening, sealing staff notes, its id.
// Owns: the byte layout. Never: reads what the payload means, keeps keys.
//
//   0..3 "OKE1" | 4 kind | 5..7 zero | 8..15 key id | 16.. crypto_box_seal(pad(header, JSON))
import sodium from './sodium.mjs';
import { concat, equal, fromUtf8, toHex, utf8 } from './bytes.mjs';
import { isObject, parseStrict } from './json-strict.mjs';
import { keyId } from './keys.mjs';

export const KIND = Object.freeze({ REQUEST: 1, SIGNAL: 2, NOTE: 3 });
const MAGIC = utf8('OKE1');
const HEADER_BYTES = 16;
const BLOCK_BYTES = 1024;
const FIXED_BYTES = 64;
const BLOCKS_MAX = 8;
export const ENVELOPE_BYTES_MAX = FIXED_BYTES + BLOCK_BYTES * BLOCKS_MAX;

/** Why an envelope was refused; `code` is for the page and the tests, never from the envelope. */
export class EnvelopeError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const envelopeId = (bytes) => toHex(sodium.crypto_generichash(16, bytes, null));

/** Everything that can be refused before any crypto. Returns { kind, keyId }. */
export function checkHeader(bytes) {
  const body = bytes.length - FIXED_BYTES;
  const wholeBlocks = body >= BLOCK_BYTES && body % BLOCK_BYTES === 0;
  if (!wholeBlocks || bytes.length > ENVELOPE_BYTES_MAX) throw new EnvelopeError('size');
  if (!equal(bytes.subarray(0, 4), MAGIC)) throw new EnvelopeError('magic');
  if (bytes[5] || bytes[6] || bytes[7]) throw new EnvelopeError('reserved');
  if (!Object.values(KIND).includes(bytes[4])) throw new EnvelopeError('kind');
  return { kind: bytes[4], keyId: toHex(bytes.subarray(8, HEADER_BYTES)) };
}

/** Opens one envelope of `kind` with the seal key its header names. Returns the JSON object. */
export function openEnvelope(bytes, kind, keys) {
  const header = checkHeader(bytes);
  if (header.kind !== kind) throw new EnvelopeError('kind');
  const key = keys.get(header.keyId);
  if (!key) throw new EnvelopeError('key');
  const plain = unseal(bytes, key);
  // The seal has no associated data: the header repeated inside is what makes it unchangeable.
  const inside = plain.subarray(0, HEADER_BYTES);
  if (!equal(inside, bytes.subarray(0, HEADER_BYTES))) throw new EnvelopeError('header');
  return readObject(plain.subarray(HEADER_BYTES));
}

function unseal(bytes, key) {
  try {
    const padded = sodium.crypto_box_seal_open(
      bytes.subarray(HEADER_BYTES),
      key.publicKey,
      key.privateKey,
    );
    return sodium.unpad(padded, BLOCK_BYTES);
  } catch {
    throw new EnvelopeError('seal');
  }
}

function readObject(bytes) {
  let value;
  try {
    value = parseStrict(fromUtf8(bytes));
  } catch {
    throw new EnvelopeError('json');
  }
  if (!isObject(value)) throw new EnvelopeError('json');
  return value;
}

function header(kind, publicKey) {
  const id = sodium.from_hex(keyId(publicKey));
  return concat(MAGIC, Uint8Array.of(kind, 0, 0, 0), id);
}

/** Seals an object under the organisation's key; EnvelopeError "size" when it is too long. */
export function sealEnvelope(kind, object, publicKey) {
  const head = header(kind, publicKey);
  const padded = sodium.pad(concat(head, utf8(JSON.stringify(object))), BLOCK_BYTES);
  const sealed = concat(head, sodium.crypto_box_seal(padded, publicKey));
  if (sealed.length > ENVELOPE_BYTES_MAX) throw new EnvelopeError('size');
  return sealed;
}

export const sealNote = (note, publicKey) => sealEnvelope(KIND.NOTE, note, publicKey);

// keys.mjs - all key work of an organisation: recovery secret, root, seal keys, members.
// Owns: every derivation and its constants. Never: touches a page, a network or storage; keeps
// no key between calls. Runs the same in the browser (the page) and in Node 18 (demo, tests).
//
//   recovery secret (paper) -> root signing key + recovery box key
//   passphrase -> MK -> AK (sent at login) and WK (never leaves this program)
//   org seal key -> sealed to every member and to the recovery key ("grants")
import sodium from './sodium.mjs';
import { concat, equal, toB64Url, toHex, utf8, wipe } from './bytes.mjs';
import { decodeToInt, encode, group, intToBytes } from './crockford.mjs';

export const RECOVERY_SECRET_BYTES = 16;
export const RECOVERY_SYMBOLS = 28;
const RECOVERY_CHECK_BITS = 12n;
export const MEMBER_ID_BYTES = 16;
export const SALT_BYTES = 16;
export const KEY_BYTES = 32;
export const ROLE = Object.freeze({ TECHNICIAN: 1, ADVISER: 2, ADMIN: 3 });
// The page, not the hub, decides how slow a passphrase guess must be: a lying hub could ask less.
export const KDF_FLOOR = Object.freeze({ t: 3, m_kib: 65536 });
const KDF_CEILING = Object.freeze({ t: 20, m_kib: 1048576 });
// The recovery key is a member without an account: sixteen zero bytes as its id.
export const RECOVERY_MEMBER_ID = new Uint8Array(MEMBER_ID_BYTES);

/** An error a person can be told about; `code` names a text of the page. */
export class KeyError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const random = (bytes) => sodium.randombytes_buf(bytes);
const hash = (bytes, input, key) => sodium.crypto_generichash(bytes, input, key ?? null);
const kdf = (key, id, context) => sodium.crypto_kdf_derive_from_key(KEY_BYTES, id, context, key);

// --- recovery secret and root -------------------------------------------------------------

export const newRecoverySecret = () => random(RECOVERY_SECRET_BYTES);

/** 128 bits of secret and 12 bits of check as 28 symbols in groups of four. */
export function recoveryCode(secret) {
  return group(encode(concat(secret, hash(16, secret)), RECOVERY_SYMBOLS));
}

/** The secret of a typed code; KeyError "recovery-code" when one symbol is wrong. */
export function parseRecoveryCode(text) {
  const bits = decodeToInt(text, RECOVERY_SYMBOLS);
  if (bits === null) throw new KeyError('recovery-code');
  const secret = intToBytes(bits >> RECOVERY_CHECK_BITS, RECOVERY_SECRET_BYTES);
  if (recoveryCode(secret) !== group(encode(intToBytes(bits << 4n, 18), RECOVERY_SYMBOLS))) {
    throw new KeyError('recovery-code');
  }
  return secret;
}

/** Root signing key (Ed25519) and recovery box key (X25519), both made from the paper secret. */
export function rootKeys(secret) {
  const master = hash(KEY_BYTES, secret, utf8('oksp-recovery-v1'));
  const root = sodium.crypto_sign_seed_keypair(kdf(master, 1, 'oksproot'));
  const recovery = sodium.crypto_box_seed_keypair(kdf(master, 2, 'oksprecv'));
  wipe(master);
  return { root, recovery };
}

export const rootFingerprint = (rootPk) => toHex(hash(16, rootPk));

// --- organisation seal key ----------------------------------------------------------------

export const newBoxKeys = () => sodium.crypto_box_keypair();
export const keyId = (publicKey) => toHex(hash(8, publicKey));

/** The seal key of one epoch, sealed for one member (or for the recovery key). */
export const sealGrant = (orgSk, memberPk) => sodium.crypto_box_seal(orgSk, memberPk);

/** Opens a grant; the public key is derived again, so a grant cannot carry another key. */
export function openGrant(sealed, member, expectedPk) {
  const privateKey = sodium.crypto_box_seal_open(sealed, member.publicKey, member.privateKey);
  if (privateKey.length !== KEY_BYTES) throw new KeyError('grant');
  const publicKey = sodium.crypto_scalarmult_base(privateKey);
  if (!equal(publicKey, expectedPk)) throw new KeyError('grant');
  return { publicKey, privateKey };
}

// --- members ------------------------------------------------------------------------------

/** Refuses weak (a lying hub) and absurd (a frozen browser) Argon2id parameters. */
export function checkKdf({ t, m_kib: memory }) {
  const whole = Number.isSafeInteger(t) && Number.isSafeInteger(memory);
  if (!whole || t < KDF_FLOOR.t || memory < KDF_FLOOR.m_kib) throw new KeyError('kdf-weak');
  if (t > KDF_CEILING.t || memory > KDF_CEILING.m_kib) throw new KeyError('kdf-weak');
}

/** Passphrase to { authKey, wrapKey }; takes about half a second on purpose. */
export function deriveMember(passphrase, { salt, t, m_kib: memory }) {
  checkKdf({ t, m_kib: memory });
  if (salt.length !== SALT_BYTES) throw new KeyError('kdf-weak');
  const master = sodium.crypto_pwhash(
    KEY_BYTES,
    utf8(passphrase.normalize('NFC')),
    salt,
    t,
    memory * 1024,
    sodium.crypto_pwhash_ALG_ARGON2ID13,
  );
  const derived = { authKey: kdf(master, 1, 'oksp-aut'), wrapKey: kdf(master, 2, 'oksp-wrp') };
  wipe(master);
  return derived;
}

const wrapContext = (memberId) => concat(utf8('OKU1'), memberId);

/** nonce and ciphertext of the member's private key and the true root key. */
export function wrapMember(wrapKey, memberId, memberSk, rootPk) {
  const nonce = random(sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
  const plain = concat(memberSk, rootPk);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(
    plain,
    wrapContext(memberId),
    null,
    nonce,
    wrapKey,
  );
  wipe(plain);
  return concat(nonce, sealed);
}

/** { publicKey, privateKey, rootPk }; KeyError "passphrase" when the wrap key does not fit. */
export function unwrapMember(wrapKey, memberId, wrapped) {
  const at = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
  let plain;
  try {
    plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      wrapped.slice(at),
      wrapContext(memberId),
      wrapped.slice(0, at),
      wrapKey,
    );
  } catch {
    throw new KeyError('passphrase');
  }
  if (plain.length !== 2 * KEY_BYTES) throw new KeyError('passphrase');
  const privateKey = plain.slice(0, KEY_BYTES);
  return {
    privateKey,
    publicKey: sodium.crypto_scalarmult_base(privateKey),
    rootPk: plain.slice(KEY_BYTES),
  };
}

/** Proof by someone who holds the seal key that this member's public key is genuine. */
export function attest(orgSk, memberId, memberPk, role) {
  const key = kdf(orgSk, 1, 'okspmemb');
  return hash(KEY_BYTES, concat(utf8('OKM1'), memberId, memberPk, Uint8Array.of(role)), key);
}

export function attestHolds(tag, orgSk, member) {
  return equal(tag, attest(orgSk, member.id, member.publicKey, member.role));
}

// --- enrolment of a kiosk -----------------------------------------------------------------

/** What a technician types or loads on a kiosk; it pins the root key that nobody else may be. */
export function enrolString(url, code, rootPk) {
  return `OKSP1.${toB64Url(utf8(url))}.${code}.${rootFingerprint(rootPk)}`;
}

// minisign.mjs - signatures that `minisign -V` accepts: Ed25519 over BLAKE2b-512 ("ED").
// Owns: the text format. Never: decides whose key counts.
import sodium from './sodium.mjs';
import { concat, equal, fromB64, toB64, utf8 } from './bytes.mjs';

const KEY_NUMBER_BYTES = 8;
const SIGNATURE_BYTES = 64;
const COMMENT = 'trusted comment: ';

const keyNumber = (publicKey) => sodium.crypto_generichash(KEY_NUMBER_BYTES, publicKey, null);
const digest = (document) => sodium.crypto_generichash(SIGNATURE_BYTES, document, null);

/** The public key as minisign writes it (for `minisign -V -P`). */
export const publicKeyText = (publicKey) =>
  toB64(concat(utf8('Ed'), keyNumber(publicKey), publicKey));

/** The four lines of a .minisig file over the document's bytes. */
export function sign(document, keys, trustedComment) {
  const signature = sodium.crypto_sign_detached(digest(document), keys.privateKey);
  const global = sodium.crypto_sign_detached(
    concat(signature, utf8(trustedComment)),
    keys.privateKey,
  );
  const first = concat(utf8('ED'), keyNumber(keys.publicKey), signature);
  const lines = ['untrusted comment: oksp', toB64(first), COMMENT + trustedComment, toB64(global)];
  return `${lines.join('\n')}\n`;
}

/** True when the document and its trusted comment were signed by this key. Never throws. */
export function verify(document, text, publicKey) {
  try {
    const [, first, comment, last] = text.split('\n');
    return verifyParts(
      document,
      { first: fromB64(first), comment, global: fromB64(last) },
      publicKey,
    );
  } catch {
    return false;
  }
}

function verifyParts(document, { first, comment, global }, publicKey) {
  const named = concat(utf8('ED'), keyNumber(publicKey));
  if (!comment.startsWith(COMMENT) || !equal(first.slice(0, named.length), named)) return false;
  const signature = first.slice(named.length);
  const trusted = concat(signature, utf8(comment.slice(COMMENT.length)));
  return (
    sodium.crypto_sign_verify_detached(signature, digest(document), publicKey) &&
    sodium.crypto_sign_verify_detached(global, trusted, publicKey)
  );
}

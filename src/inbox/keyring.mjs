// keyring.mjs - the signed list of seal keys: making it at setup, trusting it at login.
// Owns: the document's members and the acceptance rules. Never: trusts a hub's word for a key.
import { equal, fromB64Url, toB64Url, utf8 } from './bytes.mjs';
import { isObject, parseStrict } from './json-strict.mjs';
import { KEY_BYTES, KeyError } from './keys.mjs';
import { sign, verify } from './minisign.mjs';

const KEYRING_BYTES_MAX = 16384;

/** { doc, sig }: the document as text and its signature by the root key. */
export function makeKeyring({ org, name, seq, issued, seal, recoveryPk, hubs }, root) {
  const document = {
    type: 'oksp-keyring',
    v: 1,
    org,
    name,
    seq,
    issued,
    root: toB64Url(root.publicKey),
    next_root: null,
    recovery: toB64Url(recoveryPk),
    seal: seal.map(({ epoch, publicKey, use }) => ({ epoch, pk: toB64Url(publicKey), use })),
    content_signers: [],
    hubs,
  };
  const doc = `${JSON.stringify(document)}\n`;
  return { doc, sig: sign(utf8(doc), root, `oksp-keyring seq:${seq}`) };
}

/** The parsed keyring, or KeyError "keyring" when it is not the root's own word. */
export function readKeyring(doc, sig, rootPk) {
  const bytes = utf8(doc);
  if (bytes.length > KEYRING_BYTES_MAX || !verify(bytes, sig, rootPk))
    throw new KeyError('keyring');
  const keyring = parseKeyring(doc);
  if (!keyring || !equal(fromB64Url(keyring.root), rootPk)) throw new KeyError('keyring');
  return { ...keyring, seal: keyring.seal.map(readSeal) };
}

function parseKeyring(text) {
  let k = null;
  try {
    k = parseStrict(text);
  } catch {
    return null;
  }
  const shaped =
    isObject(k) &&
    k.type === 'oksp-keyring' &&
    k.v === 1 &&
    Number.isSafeInteger(k.seq) &&
    Array.isArray(k.seal);
  return shaped && k.seal.filter((s) => s.use === true).length === 1 ? k : null;
}

function readSeal({ epoch, pk, use }) {
  const publicKey = fromB64Url(pk);
  if (!Number.isSafeInteger(epoch) || publicKey.length !== KEY_BYTES) throw new KeyError('keyring');
  return { epoch, publicKey, use: use === true };
}

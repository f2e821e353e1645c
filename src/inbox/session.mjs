// session.mjs - logging in, and turning what the hub sent into keys that can be trusted.
// Owns: the checks between "the hub says" and "we believe". Never: touches the page or storage.
import { fromB64Url, fromHex, toB64Url, wipe } from './bytes.mjs';
import { readKeyring } from './keyring.mjs';
import { KeyError, attestHolds, deriveMember, keyId, openGrant, unwrapMember } from './keys.mjs';

/** Login with e-mail and passphrase. `onStep(name)` is awaited before each slow step. */
export async function login(api, email, passphrase, onStep = async () => {}) {
  await onStep('start');
  const start = await api.post('/v1/login/start', { email });
  await onStep('derive');
  const derived = derive(passphrase, start);
  await onStep('open');
  await api.post('/v1/login', { email, ak: toB64Url(derived.authKey) });
  const me = await api.get('/v1/me');
  return openSession(me, derived);
}

/** Unlock with the passphrase alone; logs in again when the hub's session has ended meanwhile. */
export async function unlock(api, me, passphrase, onStep = async () => {}) {
  await onStep('derive');
  const derived = derive(passphrase, me.member);
  const session = openSession(me, derived, { keepAuth: true });
  await onStep('open');
  try {
    await api.get('/v1/me');
  } catch (error) {
    if (error.kind !== 'unauthenticated') throw error;
    await api.post('/v1/login', { email: me.member.email, ak: toB64Url(derived.authKey) });
  }
  wipe(derived.authKey);
  return session;
}

function derive(passphrase, { salt, t, m_kib: memory }) {
  return deriveMember(passphrase, { salt: fromB64Url(salt), t, m_kib: memory });
}

/** Keys of a member from their own wrapped blob; every public key is proven, none is believed. */
function openSession(me, derived, { keepAuth = false } = {}) {
  const memberId = fromHex(me.member.id);
  const own = unwrapMember(derived.wrapKey, memberId, fromB64Url(me.wrapped));
  wipe(derived.wrapKey, keepAuth ? null : derived.authKey);
  const keyring = readKeyring(me.keyring, me.keyring_sig, own.rootPk);
  if (keyring.org !== me.org) throw new KeyError('keyring');
  const keys = openGrants(me.grants, own, keyring);
  wipe(own.privateKey);
  const sealPk = keyring.seal.find((seal) => seal.use).publicKey;
  return {
    me,
    rootPk: own.rootPk,
    keys,
    sealPk,
    keyringSeq: keyring.seq,
    members: readMembers(me, keys),
    asked: new Set(),
  };
}

/** Map of key id to key pair, for every epoch this member was given. */
function openGrants(grants, own, keyring) {
  const keys = new Map();
  for (const { epoch, sealed } of grants) {
    const seal = keyring.seal.find((entry) => entry.epoch === epoch);
    if (!seal) throw new KeyError('grant');
    const key = openGrant(fromB64Url(sealed), own, seal.publicKey);
    keys.set(keyId(key.publicKey), { ...key, epoch });
  }
  return keys;
}

/** Colleagues by id; `genuine` is false when nobody with the seal key vouched for them. */
function readMembers(me, keys) {
  return new Map(
    me.members.map((member) => [
      member.id,
      {
        id: member.id,
        name: String(member.name),
        role: member.role,
        genuine: vouched(member, keys),
      },
    ]),
  );
}

/** Reads the colleagues again: somebody may have joined since the login. */
export async function refreshMembers(api, session) {
  const me = await api.get('/v1/me');
  if (session.keys.size > 0) session.members = readMembers(me, session.keys);
}

function vouched(member, keys) {
  const key = [...keys.values()].find((entry) => entry.epoch === member.attest_epoch);
  if (!key) return false;
  const identity = {
    id: fromHex(member.id),
    publicKey: fromB64Url(member.box_pk),
    role: member.role,
  };
  return attestHolds(fromB64Url(member.attest), key.privateKey, identity);
}

/** Overwrites the session's private keys; the session is useless afterwards. */
export function endSession(session) {
  for (const key of session.keys.values()) wipe(key.privateKey);
  session.keys.clear();
}

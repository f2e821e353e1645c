// setup.mjs - a new organisation: recovery secret, root, seal key, keyring and first admin.
// Owns: the body of POST /v1/setup. Never: a page; the recovery code leaves only as its result.
import { fromHex, toB64Url, toHex, wipe } from './bytes.mjs';
import { makeKeyring } from './keyring.mjs';
import {
  KDF_FLOOR,
  KeyError,
  MEMBER_ID_BYTES,
  RECOVERY_MEMBER_ID,
  ROLE,
  SALT_BYTES,
  attest,
  deriveMember,
  enrolString,
  newBoxKeys,
  newRecoverySecret,
  random,
  recoveryCode,
  rootKeys,
  sealGrant,
  wrapMember,
} from './keys.mjs';

const ORG_ID_BYTES = 8;
const FIRST_EPOCH = 1;
export const PASSPHRASE_CHARS_MIN = 15;

/**
 * Everything a new organisation needs, made here and nowhere else.
 * `wishes`: { token, name, email, person, passphrase, url, issued: "YYYY-MM-DD", settings? }.
 * Returns { body, recoveryCode }: the body to post, and the code that only paper may keep.
 */
export function makeOrganisation(wishes) {
  checkPassphrase(wishes.passphrase);
  const secret = newRecoverySecret();
  const { root, recovery } = rootKeys(secret);
  const seal = { ...newBoxKeys(), epoch: FIRST_EPOCH };
  const org = toHex(random(ORG_ID_BYTES));
  const admin = makeAdmin(wishes, seal, root.publicKey);
  const keyring = firstKeyring({ ...wishes, org }, { root, recovery, seal });
  const body = setupBody({ wishes, org, admin, keyring, seal, recovery });
  const code = recoveryCode(secret);
  wipe(secret, root.privateKey, recovery.privateKey, seal.privateKey);
  return { body, recoveryCode: code };
}

/** Length is the only rule: no forced digits, no forced change. */
export function checkPassphrase(passphrase) {
  if ([...passphrase].length < PASSPHRASE_CHARS_MIN) throw new KeyError('passphrase-short');
}

function setupBody({ wishes, org, admin, keyring, seal, recovery }) {
  const grant = (member, publicKey) => ({
    member: toHex(member),
    epoch: FIRST_EPOCH,
    sealed: toB64Url(sealGrant(seal.privateKey, publicKey)),
  });
  return {
    v: 1,
    token: wishes.token,
    org,
    name: wishes.name,
    keyring: keyring.doc,
    keyring_sig: keyring.sig,
    member: admin.record,
    grants: [
      grant(fromHex(admin.record.id), admin.publicKey),
      grant(RECOVERY_MEMBER_ID, recovery.publicKey),
    ],
    ...(wishes.settings ? { settings: wishes.settings } : {}),
  };
}

function firstKeyring({ org, name, issued, url }, { root, recovery, seal }) {
  const entry = { epoch: FIRST_EPOCH, publicKey: seal.publicKey, use: true };
  return makeKeyring(
    { org, name, seq: 1, issued, seal: [entry], recoveryPk: recovery.publicKey, hubs: [url] },
    root,
  );
}

/** An admin's record for the hub, vouched for with the seal key of `seal.epoch`. */
export function makeAdmin({ email, person, passphrase }, seal, rootPk) {
  const id = random(MEMBER_ID_BYTES);
  const salt = random(SALT_BYTES);
  const keys = newBoxKeys();
  const derived = deriveMember(passphrase, { salt, ...KDF_FLOOR });
  const record = {
    id: toHex(id),
    email: email.trim().toLowerCase(),
    name: person,
    role: ROLE.ADMIN,
    salt: toB64Url(salt),
    ...KDF_FLOOR,
    ak: toB64Url(derived.authKey),
    box_pk: toB64Url(keys.publicKey),
    wrapped: toB64Url(wrapMember(derived.wrapKey, id, keys.privateKey, rootPk)),
    attest: toB64Url(attest(seal.privateKey, id, keys.publicKey, ROLE.ADMIN)),
    attest_epoch: seal.epoch,
  };
  wipe(keys.privateKey, derived.authKey, derived.wrapKey);
  return { record, publicKey: keys.publicKey };
}

export const setUp = (api, body) => api.post('/v1/setup', body);

/** Asks the hub for a kiosk's code; the string adds the root that this session knows itself. */
export async function enrolKiosk(api, session, { label, url, kiosk }) {
  const path = kiosk ? `/v1/kiosks/${kiosk}/code` : '/v1/kiosks';
  const made = await api.post(path, kiosk ? {} : { label });
  return { ...made, enrol: enrolString(url, made.code, session.rootPk) };
}

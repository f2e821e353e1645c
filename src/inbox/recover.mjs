// recover.mjs - lost access: the paper code opens the recovery grants and makes a new admin.
// Owns: the two calls of /v1/recover. Never: a page; never a new seal key, so nothing is lost.
import { fromB64Url, toB64Url, wipe } from './bytes.mjs';
import { readKeyring } from './keyring.mjs';
import { openGrant, parseRecoveryCode, rootKeys, sealGrant } from './keys.mjs';
import { checkPassphrase, makeAdmin } from './setup.mjs';

/** What the hub's one-time token opens: { keyring, keyring_sig, grants, org, name }. */
export const openRecovery = (api, token) => api.post('/v1/recover/open', { token });

/**
 * `wishes`: { token, code, email, person, passphrase }. The code proves itself twice: by its own
 * check symbols, and because the keyring must be signed by the root that it makes.
 */
export async function recover(api, opened, wishes) {
  checkPassphrase(wishes.passphrase);
  const secret = parseRecoveryCode(wishes.code);
  const { root, recovery } = rootKeys(secret);
  const keyring = readKeyring(opened.keyring, opened.keyring_sig, root.publicKey);
  const seals = opened.grants.map(({ epoch, sealed }) =>
    openEpoch(keyring, recovery, epoch, sealed),
  );
  const current = seals.find((seal) => seal.use) ?? seals[0];
  const admin = makeAdmin(wishes, current, root.publicKey);
  const grants = seals.map((seal) => grantFor(admin, seal));
  wipe(secret, root.privateKey, recovery.privateKey, ...seals.map((seal) => seal.privateKey));
  return api.post('/v1/recover', { token: wishes.token, member: admin.record, grants });
}

function openEpoch(keyring, recovery, epoch, sealed) {
  const seal = keyring.seal.find((entry) => entry.epoch === epoch);
  const key = openGrant(fromB64Url(sealed), recovery, seal.publicKey);
  return { ...key, epoch, use: seal.use };
}

const grantFor = (admin, { epoch, privateKey }) => ({
  member: admin.record.id,
  epoch,
  sealed: toB64Url(sealGrant(privateKey, admin.publicKey)),
});

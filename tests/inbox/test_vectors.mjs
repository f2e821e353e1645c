// test_vectors.mjs - the page's key work and the kiosk's give the same bytes (tests/vectors).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { equal, fromB64Url, fromHex, toB64Url, toHex, utf8 } from '../../src/inbox/bytes.mjs';
import { KIND, envelopeId, openEnvelope, sealEnvelope } from '../../src/inbox/envelope.mjs';
import * as keys from '../../src/inbox/keys.mjs';
import { makeKeyring, readKeyring } from '../../src/inbox/keyring.mjs';
import { publicKeyText, sign, verify } from '../../src/inbox/minisign.mjs';
import { readPayload } from '../../src/inbox/payload.mjs';
import { picturesOf, refHolds, refOf } from '../../src/inbox/receipt.mjs';
import sodium from '../../src/inbox/sodium.mjs';
import { isWorkday, promisedDay } from '../../src/inbox/workdays.mjs';

const HERE = path.dirname(new URL(import.meta.url).pathname);
const vectors = JSON.parse(fs.readFileSync(path.join(HERE, '../vectors/vectors.json'), 'utf8'));
const { org, login, recovery, member } = vectors.keys;
const orgKey = { publicKey: fromHex(org.seal_pk), privateKey: fromHex(org.seal_sk) };
const keyMap = new Map([[org.key_id, orgKey]]);
const root = keys.rootKeys(fromHex(recovery.secret));

test('the seal key and its number are those of the kiosk', () => {
  const made = sodium.crypto_box_seed_keypair(fromHex(org.seal_seed));
  assert.equal(toHex(made.publicKey), org.seal_pk);
  assert.equal(keys.keyId(made.publicKey), org.key_id);
});

test('a passphrase gives the login key and the wrap key', () => {
  const derived = keys.deriveMember(login.passphrase, {
    salt: fromHex(login.salt),
    t: login.t,
    m_kib: login.m_kib,
  });
  assert.equal(toHex(derived.authKey), login.ak);
  assert.equal(toHex(derived.wrapKey), login.wk);
});

test('the paper code carries the secret, the root and the recovery key', () => {
  assert.equal(keys.recoveryCode(fromHex(recovery.secret)), recovery.code);
  assert.equal(
    toHex(keys.parseRecoveryCode(recovery.code.toLowerCase().replace(/-/g, ' '))),
    recovery.secret,
  );
  assert.equal(toHex(root.root.publicKey), recovery.root_pk);
  assert.equal(toHex(root.recovery.publicKey), recovery.box_pk);
});

test('every single wrong symbol of a paper code is noticed, or its check is a fluke of 1 in 4096', () => {
  assert.throws(() => keys.parseRecoveryCode(recovery.bad_code), { code: 'recovery-code' });
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let accepted = 0;
  [...recovery.code].forEach((symbol, i) => {
    if (symbol === '-') return;
    const other = symbols[(symbols.indexOf(symbol) + 1) % 32];
    try {
      keys.parseRecoveryCode(recovery.code.slice(0, i) + other + recovery.code.slice(i + 1));
      accepted += 1;
    } catch (error) {
      assert.equal(error.code, 'recovery-code');
    }
  });
  assert.equal(accepted, 0);
});

test('the wrapped record of a member opens, and its public key is proven', () => {
  const opened = keys.unwrapMember(fromHex(login.wk), fromHex(member.id), fromHex(member.wrapped));
  assert.equal(toHex(opened.publicKey), member.box_pk);
  assert.equal(toHex(opened.rootPk), recovery.root_pk);
  const wrong = fromHex(member.wrapped);
  wrong[40] ^= 1;
  assert.throws(() => keys.unwrapMember(fromHex(login.wk), fromHex(member.id), wrong), {
    code: 'passphrase',
  });
  const other = keys.random(16);
  assert.throws(() => keys.unwrapMember(fromHex(login.wk), other, fromHex(member.wrapped)), {
    code: 'passphrase',
  });
});

test('a colleague is vouched for with the role, and no other', () => {
  const who = { id: fromHex(member.id), publicKey: fromHex(member.box_pk), role: member.role };
  assert.ok(keys.attestHolds(fromHex(member.attest), orgKey.privateKey, who));
  assert.ok(!keys.attestHolds(fromHex(member.attest), orgKey.privateKey, { ...who, role: 3 }));
});

test('a grant that carries another key is refused', () => {
  const own = keys.newBoxKeys();
  const grant = keys.sealGrant(orgKey.privateKey, own.publicKey);
  assert.ok(equal(keys.openGrant(grant, own, orgKey.publicKey).privateKey, orgKey.privateKey));
  const foreign = keys.sealGrant(keys.newBoxKeys().privateKey, own.publicKey);
  assert.throws(() => keys.openGrant(foreign, own, orgKey.publicKey), { code: 'grant' });
});

test('the hub cannot talk the page into a cheap key derivation', () => {
  for (const weak of [
    { t: 2, m_kib: 65536 },
    { t: 3, m_kib: 65535 },
    { t: 3.5, m_kib: 65536 },
    { t: '3', m_kib: 65536 },
    { t: 3, m_kib: 1e9 },
  ]) {
    assert.throws(() => keys.checkKdf(weak), { code: 'kdf-weak' });
  }
});

for (const vector of vectors.requests) {
  test(`the request "${vector.name}" of a kiosk opens, with its code and pictures`, () => {
    const bytes = fromHex(vector.envelope);
    assert.equal(envelopeId(bytes), vector.id);
    assert.equal(refOf(vector.id), vector.ref);
    assert.deepEqual(picturesOf(vector.id), vector.pictures);
    const payload = openEnvelope(bytes, KIND.REQUEST, keyMap);
    assert.deepEqual(payload, JSON.parse(vector.payload));
    assert.deepEqual(readPayload(payload).odd, [], 'an honest payload has nothing odd');
  });
}

for (const vector of vectors.bad_envelopes) {
  test(`an envelope with a fault is refused: ${vector.name}`, () => {
    const bytes = fromHex(vector.envelope);
    // A changed kind is asked for by its new name: only the header inside can give it away.
    const kind = vector.fault === 'header' ? bytes[4] : KIND.REQUEST;
    assert.throws(() => openEnvelope(bytes, kind, keyMap), { code: vector.fault });
  });
}

test('every flipped bit of an envelope is noticed', () => {
  const bytes = fromHex(vectors.requests[0].envelope);
  for (let i = 0; i < bytes.length * 8; i += 37) {
    const flipped = bytes.slice();
    flipped[i >> 3] ^= 1 << (i & 7);
    assert.throws(() => openEnvelope(flipped, KIND.REQUEST, keyMap), undefined, `bit ${i}`);
  }
});

test('a staff note is sealed, and is not a request', () => {
  const sealed = sealEnvelope(
    KIND.NOTE,
    { v: 1, t: 'note', text: 'Belde terug' },
    orgKey.publicKey,
  );
  assert.equal(openEnvelope(sealed, KIND.NOTE, keyMap).text, 'Belde terug');
  assert.throws(() => openEnvelope(sealed, KIND.REQUEST, keyMap), { code: 'kind' });
  assert.throws(() => sealEnvelope(KIND.NOTE, { text: 'x'.repeat(8200) }, orgKey.publicKey), {
    code: 'size',
  });
});

test('a code with one wrong digit or two swapped neighbours is noticed', () => {
  const code = vectors.requests[0].ref.replace(' ', '');
  assert.ok(refHolds(code));
  for (let i = 0; i < 8; i += 1) {
    for (let d = 0; d < 10; d += 1) {
      const typed = code.slice(0, i) + d + code.slice(i + 1);
      assert.equal(refHolds(typed), typed === code);
    }
    const swapped = code.slice(0, i) + (code[i + 1] ?? '') + code[i] + code.slice(i + 2);
    if (i < 7) assert.equal(refHolds(swapped), swapped === code);
  }
});

test('the keyring of the vectors is believed; a foreign signature and bad ones are not', () => {
  const { doc, sig, foreign_sig: foreign, bad } = vectors.keyring;
  const rootPk = fromHex(recovery.root_pk);
  const keyring = readKeyring(doc, sig, rootPk);
  assert.equal(toHex(keyring.seal.find((seal) => seal.use).publicKey), org.seal_pk);
  assert.throws(() => readKeyring(doc, foreign, rootPk), { code: 'keyring' });
  assert.throws(() => readKeyring(doc.replace('"seq":14', '"seq":15'), sig, rootPk), {
    code: 'keyring',
  });
  for (const each of bad.filter(({ fault }) => fault === 'keyring.bad')) {
    assert.throws(() => readKeyring(each.doc, each.sig, rootPk), { code: 'keyring' }, each.name);
  }
});

test('the enrolment string is the one that a kiosk reads', () => {
  const { enrol_url: url, enrol } = vectors.keyring;
  assert.equal(keys.enrolString(url, 'K7M4-4PXQ-9T2B-0RWZ-5HCD', fromHex(recovery.root_pk)), enrol);
});

test('minisign itself accepts our signature, and not one byte more', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'oksp-minisign-'));
  const file = path.join(folder, 'keyring.json');
  const minisign = () =>
    execFileSync('minisign', ['-V', '-P', publicKeyText(root.root.publicKey), '-m', file], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  try {
    const seal = [{ epoch: 1, publicKey: orgKey.publicKey, use: true }];
    const made = makeKeyring(
      {
        org: '9b1c6c1e5f1f4c0e',
        name: 'OKSP é',
        seq: 1,
        issued: '2026-11-21',
        seal,
        recoveryPk: root.recovery.publicKey,
        hubs: [],
      },
      root.root,
    );
    fs.writeFileSync(file, made.doc);
    fs.writeFileSync(`${file}.minisig`, made.sig);
    assert.match(minisign(), /Signature and comment signature verified/);
    fs.appendFileSync(file, ' ');
    assert.throws(minisign);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test('a changed trusted comment is noticed', () => {
  const document = utf8('x');
  const text = sign(document, root.root, 'oksp-keyring seq:1');
  assert.ok(verify(document, text, root.root.publicKey));
  assert.ok(!verify(document, text.replace('seq:1', 'seq:2'), root.root.publicKey));
  assert.ok(!verify(document, 'garbage', root.root.publicKey));
});

test('working days are counted as on the kiosk', () => {
  assert.ok(vectors.workdays.length > 0);
  for (const { from, count, weekdays, closures, due } of vectors.workdays) {
    assert.equal(promisedDay(from, count, { weekdays, closures }), due, `${count} from ${from}`);
  }
  assert.ok(!isWorkday('2026-12-25', { weekdays: [1, 2, 3, 4, 5], closures: [] }));
});

test('what is not clean hex or base64 throws', () => {
  for (const text of ['0', 'zz', 'AB', null, 1]) assert.throws(() => fromHex(text));
  assert.deepEqual([...fromB64Url(toB64Url(Uint8Array.of(251, 255)))], [251, 255]);
  assert.throws(() => fromB64Url('a+b/'));
});

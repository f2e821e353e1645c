// test_model.mjs - the list in memory, the answers of a hub that lies, the idle clock, the dossier.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postEvent } from '../../src/inbox/actions.mjs';
import { ApiError, makeApi } from '../../src/inbox/api.mjs';
import { dossierText } from '../../src/inbox/dossier.mjs';
import { LOCK_MS, TALK_MS_MAX, WARN_MS, makeIdle } from '../../src/inbox/idle.mjs';
import { newBoxKeys } from '../../src/inbox/keys.mjs';
import {
  Inbox,
  familyNearby,
  makeRequest,
  matches,
  samePictures,
  seenBefore,
} from '../../src/inbox/model.mjs';
import { errorText, fill, T } from '../../src/inbox/nl.mjs';
import { aboutNote, textNote } from '../../src/inbox/notes.mjs';
import { drawPassphrase, PASSPHRASE_BITS } from '../../src/inbox/passphrase.mjs';
import { login } from '../../src/inbox/session.mjs';
import { makeOrganisation } from '../../src/inbox/setup.mjs';
import {
  CHILD,
  COLLEAGUE,
  KEYS,
  KIOSK,
  ME,
  NOW,
  NOW_S,
  ORG_KEY,
  PARENT,
  eventOf,
  itemOf,
} from './fixtures.mjs';

const make = (payload, item) => makeRequest(itemOf(payload, item), KEYS);

test('a poll adds, changes and removes requests', () => {
  const inbox = new Inbox(KEYS);
  const item = itemOf(PARENT);
  assert.equal(inbox.take({ items: [item], next: '1' }), 1);
  assert.equal(
    inbox.take({ items: [{ ...item, state: 'claimed', assignee: ME, rev: 1 }], next: '2' }),
    0,
  );
  assert.equal(inbox.requests.get(item.id).item.state, 'claimed');
  inbox.take({ items: [{ id: item.id, gone: true }], next: '3' });
  assert.equal(inbox.requests.size, 0);
  assert.equal(inbox.cursor, '3');
});

test('a hub that was put back from a backup makes the page load everything again', () => {
  const inbox = new Inbox(KEYS);
  inbox.changedStore('a');
  inbox.take({ items: [itemOf(PARENT)], next: '5' });
  assert.ok(!inbox.changedStore('a'));
  assert.ok(inbox.changedStore('b'));
  assert.deepEqual([inbox.requests.size, inbox.cursor], [0, null]);
});

test('nonsense from the hub never throws and never becomes a request', () => {
  const inbox = new Inbox(KEYS);
  for (const answer of [
    {},
    { items: 'x' },
    { items: [null, 1, 'x', {}, { id: '../x' }, { id: 1 }] },
    { next: 5 },
  ])
    inbox.take(answer);
  assert.equal(inbox.requests.size, 0);
  const odd = makeRequest(
    { id: itemOf(PARENT).id, events: 'x', state: 'hacked', rev: 'x', envelope: 7 },
    KEYS,
  );
  assert.deepEqual([odd.fields, odd.item.state, odd.item.rev, odd.events], [null, 'new', 0, []]);
});

test('a hub cannot show one request under the id of another', () => {
  const [one, two] = [itemOf(PARENT), itemOf({ ...PARENT, name: 'Ander' })];
  assert.equal(makeRequest({ ...one, envelope: two.envelope }, KEYS).broken, 'id');
});

test('a request that is sealed to another key is shown as unreadable', () => {
  const foreign = newBoxKeys();
  assert.equal(makeRequest(itemOf(PARENT, {}, foreign.publicKey), KEYS).broken, 'key');
});

test('the same number is recognised in any spelling', () => {
  const first = make(PARENT, {
    received_at: NOW_S - 90 * 86400,
    state: 'closed',
    assignee: COLLEAGUE,
  });
  const again = make({ ...PARENT, phone: '+31612345678' });
  assert.equal(seenBefore(again, [first, again]), first);
  assert.equal(seenBefore(first, [first, again]), null);
  assert.equal(
    seenBefore(make({ ...PARENT, phone: undefined, how: 'mail', mail: 'a@b.nl' }), [first]),
    null,
  );
});

test('a parent and a child at one kiosk in one week are pointed out', () => {
  const parent = make(PARENT);
  assert.ok(familyNearby(parent, [parent, make(CHILD)]));
  assert.ok(!familyNearby(parent, [parent, make(CHILD, { received_at: NOW_S - 8 * 86400 })]));
  assert.ok(!familyNearby(parent, [parent, make(CHILD, { kiosk: 'bb'.repeat(16) })]));
});

test('two open requests with the same pictures are both named', () => {
  const [one, two] = [make(PARENT), make({ ...PARENT, name: 'Ander' })];
  two.pictures = one.pictures;
  assert.equal(samePictures(one, [one, two]), two);
  two.item.state = 'closed';
  assert.equal(samePictures(one, [one, two]), null);
});

test('search finds by code, pictures and first name, but not a child that nobody claimed', () => {
  const parent = make(PARENT);
  const child = make(CHILD);
  assert.ok(
    matches(parent, parent.ref) && matches(parent, parent.ref.slice(5)) && matches(parent, 'ami'),
  );
  assert.ok(matches(parent, parent.pictures.slice(0, 2).join(' ')));
  assert.ok(!matches(parent, 'noor') && !matches(child, 'noor'));
  assert.ok(matches(make(CHILD, { state: 'claimed', assignee: ME }), 'noor'));
});

test('notes are sealed for colleagues and add up', () => {
  const events = [
    eventOf(4, { note: textNote('Eerste') }),
    eventOf(5, { outcome: 'reached', note: aboutNote(['thuis', 'rechten'], 'Klaar') }),
  ];
  const request = make(PARENT, { events, state: 'closed', closed_at: NOW_S, outcome: 'reached' });
  assert.deepEqual(
    request.events.map((event) => event.note.text),
    ['Eerste', 'Klaar'],
  );
  assert.deepEqual(request.about, ['thuis', 'rechten']);
  const text = dossierText(request, NOW, () => 'Noor');
  for (const part of [
    request.ref,
    'Amina',
    '06 12 34 56 78',
    'Al drie maanden wachten.',
    'Eerste',
    'Klaar',
    'Gesproken',
  ])
    assert.ok(text.includes(part), part);
});

test('a repeated event after a lost reply is the same event', async () => {
  const seen = [];
  const api = makeApi(async ({ body }) => {
    seen.push(body.event);
    if (seen.length < 3) throw new Error('reply lost');
    return { status: 200, text: '{"rev":1,"state":"claimed","assignee":null}' };
  });
  const session = { sealPk: ORG_KEY.publicKey };
  const stands = await postEvent({ api, session, pause: async () => {} }, make(PARENT), {
    type: 1,
  });
  assert.equal(stands.state, 'claimed');
  assert.equal(new Set(seen).size, 1);
});

test("an answer that is not the hub's JSON is an error with a name", async () => {
  const answers = [
    [200, '<html>Log in op dit netwerk</html>', 'garbled'],
    [200, '[]', 'garbled'],
    [200, '', 'garbled'],
    [302, '', 'garbled'],
    [500, '<h1>500</h1>', 'garbled'],
    [401, '{"type":"urn:oksp:unauthenticated"}', 'unauthenticated'],
    [409, '{"type":"https://evil.example/x"}', 'garbled'],
    [409, '{"type":"urn:oksp:rev-conflict","rev":4}', 'rev-conflict'],
  ];
  for (const [status, text, kind] of answers) {
    const api = makeApi(async () => ({ status, text }));
    await assert.rejects(
      api.get('/v1/me'),
      (error) => error instanceof ApiError && error.kind === kind,
      text,
    );
  }
  const gone = makeApi(async () => {
    throw new Error('no network');
  });
  await assert.rejects(gone.get('/v1/me'), { kind: 'offline' });
});

/** A hub in memory that answers a login, with members that may be changed by `lie`. */
function hubOf(made, lie = {}) {
  const { member, grants, keyring, keyring_sig: sig, org } = made.body;
  const me = {
    org,
    member,
    wrapped: member.wrapped,
    grants: [grants[0]],
    members: [member],
    keyring,
    keyring_sig: sig,
    ...lie.me,
  };
  return {
    get: async () => me,
    post: async (path) =>
      path.endsWith('start') ? { salt: member.salt, t: 3, m_kib: 65536, ...lie.start } : null,
  };
}

const WISHES = {
  token: 't',
  name: 'Regio',
  person: 'Noor',
  email: 'noor@voorbeeld.example',
  passphrase: 'vijf vrolijke vissen',
  url: 'https://oksp.example.nl',
  issued: '2026-11-21',
};

test('a login proves every key, and a lying hub is caught', async () => {
  const made = makeOrganisation(WISHES);
  const other = makeOrganisation(WISHES);
  const session = await login(hubOf(made), WISHES.email, WISHES.passphrase);
  assert.equal(session.keys.size, 1);
  assert.ok([...session.members.values()][0].genuine);
  const lies = [
    [{ start: { m_kib: 1024 } }, 'kdf-weak'],
    [{ me: { keyring: other.body.keyring, keyring_sig: other.body.keyring_sig } }, 'keyring'],
    [{ me: { keyring_sig: other.body.keyring_sig } }, 'keyring'],
    [{ me: { org: other.body.org } }, 'keyring'],
    [{ me: { wrapped: other.body.member.wrapped } }, 'passphrase'],
  ];
  for (const [lie, code] of lies)
    await assert.rejects(login(hubOf(made, lie), WISHES.email, WISHES.passphrase), { code });
  await assert.rejects(login(hubOf(made), WISHES.email, 'verkeerde wachtzin!'), {
    code: 'passphrase',
  });
});

test('a colleague whom nobody vouched for is marked', async () => {
  const made = makeOrganisation(WISHES);
  const fake = { ...made.body.member, id: COLLEAGUE, name: 'Nep', attest: made.body.member.attest };
  const session = await login(
    hubOf(made, { me: { members: [made.body.member, fake] } }),
    WISHES.email,
    WISHES.passphrase,
  );
  assert.deepEqual(
    [...session.members.values()].map((member) => member.genuine),
    [true, false],
  );
});

test('a passphrase of fewer than fifteen characters is refused; a drawn one has 59 bits', () => {
  assert.throws(() => makeOrganisation({ ...WISHES, passphrase: 'veertien teken' }), {
    code: 'passphrase-short',
  });
  assert.ok(PASSPHRASE_BITS > 59);
  assert.match(drawPassphrase(), /^[a-z]+( [a-z]+){5}$/);
  assert.notEqual(drawPassphrase(), drawPassphrase());
});

function idleAt() {
  const seen = [];
  const clock = { ms: 0 };
  const idle = makeIdle(
    { warn: () => seen.push('warn'), calm: () => seen.push('calm'), lock: () => seen.push('lock') },
    () => clock.ms,
  );
  return { seen, clock, idle };
}

test('idle: a warning two minutes before the lock, and a touch takes it back', () => {
  const { seen, clock, idle } = idleAt();
  clock.ms = WARN_MS - 1;
  idle.check();
  assert.deepEqual(seen, []);
  clock.ms = WARN_MS;
  idle.check();
  idle.touch();
  assert.deepEqual(seen, ['warn', 'calm']);
  clock.ms += LOCK_MS;
  idle.check();
  assert.equal(seen.at(-1), 'lock');
  assert.equal(LOCK_MS - WARN_MS, 2 * 60_000);
});

test('idle: a computer that slept is locked by the first movement, not kept open by it', () => {
  const { seen, clock, idle } = idleAt();
  clock.ms = 8 * 3_600_000;
  idle.touch();
  assert.equal(seen[0], 'lock');
});

test('idle: a call does not lock, unless it was forgotten', () => {
  const { seen, clock, idle } = idleAt();
  idle.talk(true);
  for (clock.ms = 0; clock.ms < TALK_MS_MAX; clock.ms += 60_000) idle.check();
  assert.deepEqual(seen, []);
  clock.ms += LOCK_MS;
  idle.check();
  assert.deepEqual(seen, ['lock']);
});

test('every error has words, and values are put in as they are', () => {
  for (const kind of Object.keys(T.error)) assert.ok(errorText({ kind }).length > 10);
  assert.equal(errorText({ kind: 'toString' }), T.error.other);
  assert.equal(fill('{name} en {name}', { name: '$& {x}' }), '$& {x} en $& {x}');
  assert.equal(KIOSK.length, 32);
});

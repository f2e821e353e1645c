// test_payload.mjs - what strangers typed becomes clean text, real numbers, or a warning.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, dialable, mailable, spokenPhone, veiledPhone } from '../../src/inbox/clean.mjs';
import { parseStrict } from '../../src/inbox/json-strict.mjs';
import { readPayload, readSlot } from '../../src/inbox/payload.mjs';
import { CHILD, HOSTILE_TEXTS, PARENT } from './fixtures.mjs';

const FORBIDDEN =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}|[\u{E0000}-\u{E007F}]/u;

test('an honest request keeps every word', () => {
  const fields = readPayload(PARENT);
  assert.deepEqual(fields.odd, []);
  assert.deepEqual(
    [fields.name, fields.tel, fields.note, fields.topics],
    ['Amina', '0612345678', 'Al drie maanden wachten.', ['thuis']],
  );
  assert.deepEqual([fields.voicemail, fields.answer, fields.interp], ['yes', 'me', null]);
});

test('every hostile text, in every field, comes out short and without invisible characters', () => {
  for (const text of HOSTILE_TEXTS) {
    const raw = { who: 'parent' };
    for (const name of Object.keys({ ...PARENT, ...CHILD, mail: 1, name_latin: 1, say: 1 }))
      if (name !== 'who') raw[name] = text;
    raw.topic = [text];
    raw.when = [text];
    const fields = readPayload(raw);
    for (const value of Object.values(fields)
      .flat()
      .filter((each) => typeof each === 'string')) {
      assert.ok(!FORBIDDEN.test(value), `${JSON.stringify(text)} left ${JSON.stringify(value)}`);
      assert.ok([...value].length <= 601);
    }
    assert.ok(fields.tel === null || /^[+0-9]+$/.test(fields.tel));
    assert.ok(fields.mailto === null || !/[?<>"\s]/.test(fields.mailto));
  }
});

test('members of the wrong type are named and dropped, and nothing is inherited', () => {
  const fields = readPayload({
    who: 'admin',
    name: { toString: 'x' },
    phone: 612345678,
    topic: 'thuis',
    when: [1, {}, null],
    due: '2026-11-25T00:00',
  });
  assert.deepEqual(
    [fields.who, fields.name, fields.tel, fields.topics, fields.when, fields.due],
    ['parent', '', null, [], [], null],
  );
  assert.deepEqual([...new Set(fields.odd)].sort(), [
    'due',
    'name',
    'phone',
    'topic',
    'when',
    'who',
  ]);
  assert.equal(readPayload(Object.create({ name: 'geërfd', who: 'parent' })).name, '');
});

test('only a number that a phone can dial becomes a link', () => {
  for (const good of ['0612345678', '+31612345678', '0031612345678', '0101234567'])
    assert.equal(dialable(good), good);
  for (const bad of [
    '112',
    '0800',
    '06123',
    '+31 6',
    '0612345678;ext=1',
    '06-12345678',
    '00',
    '+',
    '٠٦١٢٣٤٥٦٧٨',
    '',
  ])
    assert.equal(dialable(bad), null);
  assert.equal(mailable('ouder@voorbeeld.example'), 'ouder@voorbeeld.example');
  for (const bad of ['x@y?bcc=z', 'x@@y', 'x y@z', '<x@y>', 'x@y\n'])
    assert.equal(mailable(bad), null);
});

test('a number is read aloud in pairs, and veiled by its kind only', () => {
  assert.equal(spokenPhone('0612345678'), '06 12 34 56 78');
  assert.equal(spokenPhone('+31612345678'), '+31 6 12 34 56 78');
  assert.equal(veiledPhone('0612345678'), '06 •• •• •• ••');
  assert.ok(!veiledPhone('+31612345678').includes('612'));
});

test('the times of the kiosk are read, others are dropped', () => {
  assert.deepEqual(readSlot('any'), { day: null, part: 'any' });
  assert.deepEqual(readSlot('any/eve'), { day: null, part: 'eve' });
  assert.deepEqual(readSlot('2026-11-25/am'), { day: '2026-11-25', part: 'am' });
  for (const bad of ['2026-11-25', 'mo-am', '2026-11-25/night', 'any/any/any', ''])
    assert.equal(readSlot(bad), null);
});

test('JSON that two readers could read differently is refused', () => {
  assert.deepEqual(parseStrict('{"a":{"b":1},"b":"a\\"c:","c":[{"a":1},{"a":2}]}').c, [
    { a: 1 },
    { a: 2 },
  ]);
  for (const bad of [
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":{"y":1,"y":2}}',
    '{}{}',
    `${'['.repeat(9)}${']'.repeat(9)}`,
  ]) {
    assert.throws(() => parseStrict(bad), SyntaxError, bad);
  }
});

test('a text is cut at a whole character', () => {
  assert.deepEqual(cleanText('😀😀😀', 2), { text: '😀😀…', changed: true });
  assert.equal(cleanText('regel 1\r\nregel 2', 50, { lines: true }).text, 'regel 1\nregel 2');
  assert.equal(cleanText('regel 1\nregel 2', 50).text, 'regel 1 regel 2');
});

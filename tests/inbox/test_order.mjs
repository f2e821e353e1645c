// test_order.mjs - who comes first, when something is late, and what a list may show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localTime, momentOf } from '../../src/inbox/clock.mjs';
import { dueText, fieldRows, shownName, stateTag, whenText } from '../../src/inbox/labels.mjs';
import { makeRequest } from '../../src/inbox/model.mjs';
import { appointmentNote, interpreterNote } from '../../src/inbox/notes.mjs';
import { callNow as callAt, dueOf, momentAt, orderOpen, urgency } from '../../src/inbox/order.mjs';
import { cutGroups } from '../../src/inbox/view-list.mjs';
import { CHILD, KEYS, NOW, NOW_S, PARENT, WORK_WEEK, eventOf, itemOf } from './fixtures.mjs';

const make = (payload, item) => makeRequest(itemOf(payload, item), KEYS);
const SETTINGS = { weekdays: WORK_WEEK, closures: [{ from: '2026-12-21', to: '2026-12-31' }] };
const callNow = (request, now) => callAt(request, momentAt(now, SETTINGS));
const names = (requests) => requests.map((request) => request.fields?.name ?? '?');
const order = (requests, now = NOW) => {
  const groups = orderOpen(requests, momentAt(now, SETTINGS));
  return { now: names(groups.now), later: names(groups.later) };
};

test('who can be called now stands first, then by the promised day', () => {
  const found = order([
    make({ ...PARENT, name: 'later', when: ['2026-11-26/pm'], due: '2026-11-26' }),
    make({ ...PARENT, name: 'nu, morgen beloofd', when: ['any'], due: '2026-11-25' }),
    make({ ...PARENT, name: 'nu, vandaag beloofd', when: ['2026-11-24/am'], due: '2026-11-24' }),
    make({
      ...PARENT,
      name: 'te laat, maar vanavond',
      when: ['2026-11-24/eve'],
      due: '2026-11-23',
    }),
  ]);
  assert.deepEqual(found, {
    now: ['nu, vandaag beloofd', 'nu, morgen beloofd'],
    later: ['te laat, maar vanavond', 'later'],
  });
});

test('a time of day is good only within its hours, and never in the weekend', () => {
  const morning = make({ ...PARENT, when: ['any/am'] });
  assert.ok(callNow(morning, NOW));
  assert.ok(!callNow(morning, momentOf('2026-11-24', 12)));
  assert.ok(!callNow(morning, momentOf('2026-11-24', 8)));
  assert.ok(!callNow(make({ ...PARENT, when: ['any'] }), momentOf('2026-11-28', 10)));
  assert.ok(!callNow(make({ ...PARENT, when: [] }), NOW));
});

test('nobody is called on a holiday or while the region is closed', () => {
  const any = make({ ...PARENT, when: ['any'] });
  assert.ok(callNow(any, momentOf('2026-12-18', 10)));
  assert.ok(!callNow(any, momentOf('2026-12-22', 10)), 'closed');
  assert.ok(!callNow(any, momentOf('2027-03-29', 10)), 'Easter Monday');
});

test('a long list is cut after the urgent ones, never before them', () => {
  const groups = [
    { name: 'now', rows: [1, 2, 3] },
    { name: 'later', rows: [4, 5, 6] },
  ];
  assert.deepEqual(
    cutGroups(groups, 4).map(({ rows }) => rows),
    [[1, 2, 3], [4]],
  );
});

test('who asked for an interpreter is called when the interpreter is ready', () => {
  const asked = { ...PARENT, interp: true, lang: 'ar' };
  assert.ok(!callNow(make(asked), NOW));
  assert.ok(
    !callNow(make(asked, { events: [eventOf(4, { note: interpreterNote('booked') })] }), NOW),
  );
  assert.ok(
    callNow(
      make(asked, { events: [eventOf(4, { note: interpreterNote('ready', '10:30') })] }),
      NOW,
    ),
  );
});

test('an appointment replaces the times and the promised day', () => {
  const at = (text) => make(PARENT, { events: [eventOf(4, { note: appointmentNote(text) })] });
  assert.ok(callNow(at('2026-11-24T10:35'), NOW));
  assert.ok(!callNow(at('2026-11-24T15:00'), NOW));
  assert.equal(dueOf(at('2026-11-24T15:00')), momentOf('2026-11-24', 15));
  assert.equal(dueText(at('2026-11-24T15:00'), NOW), 'vandaag 15:00');
  assert.equal(at('2026-02-30T15:00').appointment, null);
});

test('a child is never in the list of who to call now, and only an initial is shown', () => {
  const child = make({ ...CHILD, how: 'call', phone: '0612345678', when: ['any'] });
  assert.ok(!callNow(child, NOW));
  assert.equal(shownName(child), 'N.');
});

test('the promised day counts only when the clock of the kiosk was right and it is believable', () => {
  const bound = (NOW_S + 86400) * 1000;
  assert.equal(dueOf(make({ ...PARENT, due: '2026-11-26' })), momentOf('2026-11-26', 17));
  assert.equal(dueOf(make({ ...PARENT, due: '2026-11-26', q: 'est' })), bound);
  assert.equal(dueOf(make({ ...PARENT, due: '2099-01-01' })), bound);
  assert.equal(dueOf(make({ ...PARENT, due: '2026-02-30' })), bound);
});

test('late is said in hours and days', () => {
  const late = (hours) =>
    dueText(make({ ...PARENT, due: '2026-11-23' }), momentOf('2026-11-23', 17) + hours * 3_600_000);
  assert.deepEqual(
    [late(0.5), late(1.2), late(5), late(25), late(50)],
    ['net te laat', '1 uur te laat', '5 uur te laat', '1 dag te laat', '2 dagen te laat'],
  );
  assert.equal(urgency(make({ ...PARENT, due: '2026-11-24' }), NOW).kind, 'today');
  assert.equal(dueText(make({ ...PARENT, due: '2026-11-25' }), NOW), 'morgen');
  assert.equal(dueText(make({ ...PARENT, due: '2026-11-26' }), NOW), 'do 26 nov');
});

test("what cannot be opened is still in the list, by the hub's own date", () => {
  const broken = makeRequest({ ...itemOf(PARENT), envelope: 'AAAA' }, KEYS);
  const found = order([make({ ...PARENT, name: 'leesbaar', due: '2026-11-30', when: [] }), broken]);
  assert.deepEqual(found.later, ['?', 'leesbaar']);
});

test("both changes of the clock keep five o'clock at five o'clock", () => {
  for (const day of [
    '2026-03-28',
    '2026-03-29',
    '2026-03-30',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  ]) {
    const { day: seen, hour } = localTime(momentOf(day, 17));
    assert.deepEqual([seen, hour], [day, 17]);
  }
});

test('fields are in plain Dutch and only what was answered is shown', () => {
  const rows = Object.fromEntries(
    fieldRows(make({ ...PARENT, when: ['2026-11-25/am', '2026-11-25/pm'] }), NOW).map(
      ({ key, text }) => [key, text],
    ),
  );
  assert.equal(rows.when, 'morgen, ochtend of middag');
  assert.equal(rows.answer, 'alleen deze persoon · inspreken mag');
  assert.equal(rows.sector, 'Basisschool (po-loket)');
  assert.ok(!('register' in rows));
  assert.equal(whenText(make({ ...PARENT, when: ['any/eve'] }).fields, NOW), 'elke dag, avond');
});

test('missed calls count from the last time somebody was reached', () => {
  const missed = eventOf(3, { outcome: 'not_reached' });
  const reached = eventOf(3, { outcome: 'reached' });
  assert.equal(
    make(PARENT, { state: 'claimed', events: [missed, reached, missed, missed] }).missed,
    2,
  );
  assert.equal(
    stateTag(make(PARENT, { state: 'claimed', events: [missed] })).text,
    'Geen gehoor 1×',
  );
});

// test_signals.mjs - what people told without a name: opened, kept apart, and counted so that
// nobody can be recognised.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toB64Url } from '../../src/inbox/bytes.mjs';
import { KIND, envelopeId, sealEnvelope } from '../../src/inbox/envelope.mjs';
import { newBoxKeys } from '../../src/inbox/keys.mjs';
import { T } from '../../src/inbox/nl.mjs';
import { openSignal, quarterOf, shownCount, sumSignals } from '../../src/inbox/signals.mjs';
import { HOSTILE_TEXTS, KEYS, ORG_KEY } from './fixtures.mjs';

const STORY = {
  v: 1,
  t: 'story',
  week: '2026-W47',
  who: 'parent',
  lang: 'nl',
  mood: 4,
  topic: ['thuis'],
  text: 'Ik werd gehoord.',
};
const sealed = (payload, key = ORG_KEY.publicKey, kind = KIND.SIGNAL) => {
  const bytes = sealEnvelope(kind, payload, key);
  return { id: envelopeId(bytes), envelope: toB64Url(bytes) };
};

/** The values of the keys that match `key` in a file of content: "share-say.thuis: words". */
function contentOf(file, key) {
  const lines = readFileSync(new URL(`../../content/nl/${file}`, import.meta.url), 'utf8');
  return Object.fromEntries(
    [...lines.matchAll(key)].map(([, id, words]) => [id, words.replace(/^['"]|['"]$/g, '')]),
  );
}

test('a colleague reads the words that the visitor tapped', () => {
  const { line, childLine, mood } = T.value;
  assert.deepEqual({ ...line }, contentOf('tree.yaml', /^share-say\.([\w-]+): (.+)$/gm));
  assert.deepEqual({ ...childLine }, contentOf('tree.yaml', /^share-say-child\.([\w-]+): (.+)$/gm));
  assert.deepEqual(
    [...mood],
    Object.values(contentOf('ui.yaml', /^share\.mood-(\d): (.+)$/gm)),
  );
});

test('a story keeps its words, its face and its week', () => {
  const story = openSignal(sealed(STORY), KEYS);
  assert.deepEqual(
    [story.kind, story.week, story.mood, story.topics, story.text],
    ['story', '2026-W47', 4, ['thuis'], 'Ik werd gehoord.'],
  );
});

test('stories, remarks about a text and counts are kept apart, the newest week first', () => {
  const items = [
    sealed({ ...STORY, week: '2026-W40' }),
    sealed(STORY),
    sealed({ v: 1, t: 'fix', week: '2026-W47', who: 'parent', lang: 'nl', page: 'opp' }),
    sealed({ v: 1, t: 'tally', week: '2026-W47', n: { 'topic.opp': 4 } }),
  ];
  const sum = sumSignals(items, KEYS);
  assert.deepEqual(
    sum.stories.map((story) => story.week),
    ['2026-W47', '2026-W40'],
  );
  assert.deepEqual([sum.fixes.length, sum.fixes[0].page, sum.unreadable], [1, 'opp', 0]);
});

test('what cannot be opened, is another kind or lies about its id is counted and stops nothing', () => {
  const lie = { ...sealed(STORY), id: '00'.repeat(16) };
  const foreign = sealed(STORY, newBoxKeys().publicKey);
  const request = sealed({ v: 1, name: 'Amina' }, ORG_KEY.publicKey, KIND.REQUEST);
  const strange = sealed({ v: 1, t: '__proto__' });
  const sum = sumSignals([lie, foreign, request, strange, null, {}, sealed(STORY)], KEYS);
  assert.deepEqual([sum.stories.length, sum.unreadable], [1, 6]);
});

test('every hostile text comes out clean in every field', () => {
  const fields = { lang: 'lang', topic: 'topics', line: 'lines', page: 'page', text: 'text' };
  for (const text of HOSTILE_TEXTS) {
    for (const [name, shown] of Object.entries(fields)) {
      const told = name === 'topic' || name === 'line' ? [text] : text;
      const value = [openSignal(sealed({ ...STORY, [name]: told }), KEYS)[shown]].flat()[0];
      assert.ok([...value].length <= 601 && !/[\u202E\0]/.test(value), name);
    }
    assert.equal(openSignal(sealed({ ...STORY, week: text }), KEYS).week, '');
  }
});

test('counts are summed by quarter over all kiosks; false ones are left out', () => {
  const tally = (week, n) => sealed({ v: 1, t: 'tally', week, n });
  const { periods } = sumSignals(
    [
      tally('2026-W40', { 'topic.opp': 4, 'topic.thuis': 9 }),
      tally('2026-W53', { 'topic.opp': 7 }),
      tally('2026-W39', { 'topic.opp': 1 }),
      tally('?', { 'topic.opp': 2, 'topic.x': -5, 'topic.y': 1e9, 'no<b>': 3, 'topic.z': '9' }),
    ],
    KEYS,
  );
  const of = (name) => periods.find((period) => period.name === name)?.rows;
  assert.deepEqual(of('2026-4'), [
    ['topic.opp', 11],
    ['topic.thuis', 9],
  ]);
  assert.deepEqual(of('2026-3'), [['topic.opp', 1]]);
  assert.deepEqual(of(''), [['topic.opp', 2]]);
});

test('a quarter is thirteen weeks, and the 53rd belongs to the fourth', () => {
  assert.deepEqual(
    ['2026-W01', '2026-W13', '2026-W14', '2026-W39', '2026-W40', '2026-W53', '?'].map(quarterOf),
    ['2026-1', '2026-1', '2026-2', '2026-3', '2026-4', '2026-4', ''],
  );
});

test('no count between one and four is ever shown, nor one that is not a multiple of five', () => {
  for (let n = 1; n < 500; n += 1) {
    const shown = shownCount(n);
    assert.ok(n < 5 ? shown === 'few' : shown >= 5 && shown % 5 === 0);
  }
});

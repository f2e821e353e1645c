// view-signals.mjs - what parents and children told without a name, and what is wrong in a text.
// Owns: the page of signals. Never: says when, at which kiosk, or an exact count.
import { bdi, h, icon, tag } from './dom.mjs';
import { languageText, topicText } from './labels.mjs';
import { T, fill } from './nl.mjs';
import { KIOSKS_MIN, shownCount } from './signals.mjs';

const MOOD_HUE = ['neutral', 'red', 'sun', 'neutral', 'sky', 'leaf'];
const ROWS_SHOWN = 20;

/** `data`: { stories, fixes, periods, unreadable, kiosks } or null while loading. */
export function signalsView(data) {
  return [
    h(
      'header',
      { class: 'top' },
      h('h1', {}, T.signals.title),
      h('span', { class: 'mut' }, data ? '' : T.signals.loading),
    ),
    h(
      'div',
      { class: 'fleet signals', 'data-scroll': '', tabindex: '-1' },
      data && section('pencil', T.signals.fixes, data.fixes.map(fixCard), T.signals.noFixes),
      data &&
        section(
          'message-circle-heart',
          T.signals.stories,
          data.stories.map(storyCard),
          T.signals.noStories,
        ),
      data && section('chart-bar', T.signals.counts, countsOf(data), T.signals.noCounts),
      data?.unreadable > 0 &&
        h('p', { class: 'banner red' }, fill(T.signals.unreadable, { n: data.unreadable })),
    ),
  ];
}

const section = (symbol, title, cards, none) =>
  h(
    'section',
    { class: 'card pad signal-column' },
    h('h2', {}, icon(symbol), h('span', {}, title)),
    ...(cards.length ? cards : [h('p', { class: 'mut' }, none)]),
  );

const choiceText = (choice) =>
  Object.hasOwn(T.value.fix, choice) ? T.value.fix[choice] : T.signals.other;

const fixCard = (fix) =>
  h(
    'article',
    { class: 'signal' },
    h('h3', {}, choiceText(fix.choice)),
    h('p', {}, fill(T.signals.page, { page: fix.page })),
    fix.text && h('p', { class: 'said' }, bdi(fix.text)),
    foot(fix),
  );

const storyCard = (story) =>
  h(
    'article',
    { class: 'signal' },
    story.mood > 0 && tag(T.value.mood[story.mood - 1], MOOD_HUE[story.mood]),
    story.topics.length > 0 && h('h3', {}, topicText(story)),
    ...story.lines.map((line) => h('p', {}, lineText(line, story.who))),
    story.text && h('p', { class: 'said' }, bdi(story.text)),
    foot(story),
  );

function lineText(id, who) {
  const table = who === 'child' ? T.value.childLine : T.value.line;
  return Object.hasOwn(table, id) ? table[id] : id;
}

const foot = (signal) =>
  h(
    'p',
    { class: 'mut' },
    [
      signal.who === 'child' ? T.signals.child : T.signals.parent,
      languageText(signal.lang),
      weekText(signal.week),
    ]
      .filter(Boolean)
      .join(' · '),
  );

const weekText = (week) =>
  week ? fill(T.signals.week, { n: Number(week.slice(6)), year: week.slice(0, 4) }) : '';

function countsOf({ periods, kiosks }) {
  if (!periods.length) return [];
  if (kiosks < KIOSKS_MIN)
    return [h('p', { class: 'mut' }, fill(T.signals.tooFew, { n: KIOSKS_MIN }))];
  return periods.map(({ name, rows }) =>
    h(
      'article',
      { class: 'signal' },
      h('h3', {}, periodText(name)),
      h(
        'dl',
        { class: 'fields right' },
        ...rows
          .slice(0, ROWS_SHOWN)
          .flatMap(([key, n]) => [h('dt', {}, keyText(key)), h('dd', {}, countText(n))]),
      ),
    ),
  );
}

const periodText = (name) =>
  name
    ? fill(T.signals.period, { n: name.slice(5), year: name.slice(0, 4) })
    : T.signals.periodUnknown;
const keyText = (key) => key.replace(/^topic\./, '').replace(/-/g, ' ');

function countText(n) {
  const shown = shownCount(n);
  return shown === 'few' ? T.signals.few : fill(T.signals.about, { n: shown });
}

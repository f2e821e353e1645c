// view-list.mjs - the list: who must be called first.
// Owns: filters, groups and rows. Never: shows a child's name, or a number.
import { bdi, button, h, icon, tag } from './dom.mjs';
import {
  deskText,
  dueText,
  languageText,
  nearDay,
  hourText,
  shortDay,
  shownName,
  stateTag,
  topicText,
  whenText,
} from './labels.mjs';
import { matches } from './model.mjs';
import { T, fill } from './nl.mjs';
import { needsInterpreter, orderClosed, orderOpen, urgency, wantsInterpreter } from './order.mjs';
import { avatar } from './view-frame.mjs';

const FILTERS = [
  ['open', null],
  ['mine', null],
  ['parents', null],
  ['children', 'mood-kid'],
  ['interpreter', 'headset'],
  ['closed', null],
];
const DUE_TAG = { late: ['red', 'alarm-filled'], today: ['sun', 'clock'], soon: ['leaf', 'clock'] };

const KEEPS = {
  open: () => true,
  mine: (request, me) => request.item.assignee === me,
  parents: (request) => request.fields?.who === 'parent',
  children: (request) => request.fields?.who === 'child',
  interpreter: (request) => wantsInterpreter(request),
  closed: () => true,
};

/** The requests that are on the list now, as groups [{ name, rows }]. */
export function listGroups(requests, { filter, desk, query, me, moment }) {
  const closed = filter === 'closed';
  const kept = requests.filter(
    (request) =>
      (request.item.state === 'closed') === closed &&
      KEEPS[filter](request, me) &&
      onDesk(request, desk) &&
      matches(request, query),
  );
  if (closed) return [{ name: 'closed', rows: orderClosed(kept) }];
  const order = orderOpen(kept, moment);
  return [
    { name: 'now', rows: order.now },
    { name: 'later', rows: order.later },
  ];
}

// A request that cannot be read belongs to no desk, and must not disappear behind a filter.
const deskOf = (request) => request.desk || request.fields?.sector || '';
const onDesk = (request, desk) => desk === 'all' || !request.fields || deskOf(request) === desk;

export const desksOf = (requests) => [...new Set(requests.map(deskOf).filter(Boolean))].sort();

export function toolbarView({ filter, desk, desks, query, org }, on) {
  return [
    h(
      'header',
      { class: 'top' },
      h('h1', {}, T.list.title),
      h('span', { class: 'mut' }, bdi(org)),
      h('span', { class: 'gap' }),
      h(
        'label',
        { class: 'search' },
        icon('search'),
        h('span', { class: 'sr' }, T.list.search),
        h('input', {
          type: 'search',
          placeholder: T.list.search,
          value: query,
          'data-focus': 'search',
          autocomplete: 'off',
          spellcheck: 'false',
          onInput: (event) => on.query(event.target.value),
        }),
      ),
    ),
    h(
      'div',
      { class: 'filters', role: 'group', 'aria-label': T.list.filters },
      ...FILTERS.map(([name, symbol]) => chip(name, symbol, filter === name, on.filter)),
      h('span', { class: 'gap' }),
      desks.length > 1 && deskChoice(desk, desks, on.desk),
    ),
  ];
}

const chip = (name, symbol, active, onClick) =>
  h(
    'button',
    {
      type: 'button',
      class: `chip${active ? ' on' : ''}`,
      'aria-pressed': String(active),
      'data-focus': `filter-${name}`,
      onClick: () => onClick(name),
    },
    symbol && icon(symbol),
    T.list[name],
  );

function deskChoice(desk, desks, onChange) {
  const option = (value, label) => h('option', { value, selected: value === desk }, label);
  return h(
    'label',
    { class: 'chip select' },
    icon('building-community'),
    h('span', { class: 'sr' }, T.list.desk),
    h(
      'select',
      { 'data-focus': 'desk', onChange: (event) => onChange(event.target.value) },
      option('all', T.list.desks),
      ...desks.map((id) => option(id, deskText(id))),
    ),
  );
}

export function listView(groups, context) {
  const filled = cutGroups(groups, context.shown).filter((group) => group.rows.length > 0);
  const hidden = countRows(groups) - countRows(filled);
  return [
    h(
      'div',
      { class: 'card-head' },
      h('h2', {}, T.list.who),
      h('span', { class: 'mut with-icon' }, icon('sort-ascending'), T.list.order),
    ),
    h(
      'div',
      { class: 'scroll', 'data-scroll': '', tabindex: '-1' },
      ...filled.map((group) => groupView(group, context)),
      !filled.length && emptyView(context),
      hidden > 0 && moreButton(hidden, context.onMore),
    ),
    h('p', { class: 'card-foot mut with-icon' }, icon('lock'), T.list.private),
  ];
}

const countRows = (groups) => groups.reduce((sum, group) => sum + group.rows.length, 0);

/** The first `limit` rows over all groups: the urgent ones come first, so they are never cut. */
export function cutGroups(groups, limit) {
  let left = limit;
  return groups.map((group) => {
    const rows = group.rows.slice(0, left);
    left -= rows.length;
    return { ...group, rows };
  });
}

const moreButton = (hidden, onMore) =>
  h(
    'div',
    { class: 'more' },
    button(fill(T.list.more, { n: hidden }), onMore, {
      icon: 'chevron-down',
      'data-focus': 'more',
    }),
  );

const emptyView = ({ filter, query, loaded }) =>
  h(
    'div',
    { class: 'empty' },
    loaded && h('img', { src: 'img/stip-setup.svg', alt: '', width: 140, height: 121 }),
    h(
      'p',
      {},
      !loaded ? T.list.loading : filter === 'open' && !query ? T.list.empty : T.list.emptyFilter,
    ),
  );

const GROUP = {
  now: ['phone-call', 'nowHint'],
  later: ['calendar-event', 'laterHint'],
  closed: ['check', 'closedHint'],
};

function groupView({ name, rows }, context) {
  const [symbol, hint] = GROUP[name];
  return h(
    'section',
    { 'aria-label': T.list[name] },
    h(
      'h3',
      { class: `group ${name}` },
      icon(symbol),
      T.list[name],
      h('span', { class: 'mut' }, T.list[hint]),
    ),
    h('ul', { class: 'rows' }, ...rows.map((request) => h('li', {}, rowView(request, context)))),
  );
}

function rowView(request, context) {
  const on = context.selected === request.id;
  return h(
    'button',
    {
      type: 'button',
      class: `row${on ? ' on' : ''}`,
      'aria-current': on ? 'true' : null,
      'data-focus': `row-${request.id}`,
      onClick: () => context.onSelect(request.id),
    },
    dueTag(request, context.now),
    whoCell(request),
    whenCell(request, context.now),
    stateCell(request),
    ownerCell(request, context.members),
  );
}

export function dueTag(request, now, prefix = '{when}') {
  if (request.item.state === 'closed')
    return tag(nearDay((request.item.closed_at ?? 0) * 1000, now), 'neutral', 'check');
  const { kind } = urgency(request, now);
  const [hue, symbol] = DUE_TAG[kind];
  const text = dueText(request, now);
  return tag(kind === 'late' ? text : fill(prefix, { when: text }), hue, symbol);
}

function whoCell(request) {
  if (!request.fields) {
    return h(
      'span',
      { class: 'who' },
      h('span', { class: 'who-name' }, T.list.unreadable),
      h('span', { class: 'who-about' }, fill(T.detail.code, { ref: request.ref })),
    );
  }
  const { fields } = request;
  const desk = fields.sector && fields.sector !== 'none' ? ` · ${deskText(fields.sector)}` : '';
  return h(
    'span',
    { class: 'who' },
    h(
      'span',
      { class: 'who-name' },
      bdi(shownName(request)),
      latinPart(fields),
      fields.who === 'child' && childTag(),
      interpreterTag(request),
    ),
    h('span', { class: 'who-about' }, bdi(topicText(fields)), fields.who === 'child' ? '' : desk),
  );
}

const latinPart = ({ who, name, nameLatin }) =>
  who === 'parent' && nameLatin && nameLatin !== name
    ? h('span', { class: 'latin mut' }, bdi(nameLatin))
    : null;

export const childTag = () => tag(T.list.child, 'coral small', 'mood-kid');

function interpreterTag(request) {
  if (!wantsInterpreter(request) || request.fields.who === 'child') return null;
  const waits = needsInterpreter(request);
  const language = languageText(request.fields.lang);
  return tag(
    `${language}: ${waits ? T.list.interpreterWaits : T.list.interpreterReady}`,
    `${waits ? 'sun' : 'leaf'} small`,
    'headset',
  );
}

function whenCell(request, now) {
  if (!request.fields || request.fields.who === 'child') return h('span', { class: 'when mut' });
  const planned =
    request.appointment &&
    `${T.list.appointment} ${nearDay(request.appointment, now, shortDay)} ${hourText(request.appointment)}`;
  return h('span', { class: 'when mut' }, planned || whenText(request.fields, now));
}

function stateCell(request) {
  const { text, kind } = stateTag(request);
  return tag(text, `${kind} state`);
}

function ownerCell(request, members) {
  const owner =
    request.item.assignee &&
    (members.get(request.item.assignee) ?? { id: request.item.assignee, name: '?' });
  if (owner) return avatar(owner);
  return h('span', { class: 'avatar free' }, icon('plus'), h('span', { class: 'sr' }, T.nobody));
}

// view-detail.mjs - one request, opened: who, how to reach them, what was asked, what to do next.
// Owns: what is shown before and after claiming. Never: a number to somebody who did not claim.
import { spokenPhone, veiledPhone } from './clean.mjs';
import { bdi, button, h, icon } from './dom.mjs';
import { deskText, fieldRows, languageText, momentText, nearDay, shownName } from './labels.mjs';
import { familyNearby, samePictures, seenBefore } from './model.mjs';
import { T, fill } from './nl.mjs';
import { callNow, wantsInterpreter } from './order.mjs';
import { childCards } from './view-child.mjs';
import { childTag, dueTag } from './view-list.mjs';
import { logView } from './view-log.mjs';

/**
 * `context`: { me, members, now, moment, all, draft, cardRead, days }; `on`: what a colleague
 * can do, every entry takes the request.
 */
export function detailView(request, context, on) {
  const own = request.item.assignee === context.me;
  const view = { ...context, own, open: request.item.state !== 'closed' };
  return [
    h(
      'div',
      { class: 'scroll detail-body', 'data-scroll': '', tabindex: '-1' },
      headView(request, view, on),
      picturesView(request),
      request.fields ? bodyView(request, view, on) : unreadableView(),
    ),
    h('div', { class: 'detail-foot' }, footView(request, view, on)),
  ];
}

function headView(request, { now, own }, on) {
  const { item } = request;
  const place = item.kioskLabel || T.detail.unknownKiosk;
  return h(
    'div',
    { class: 'detail-head' },
    h(
      'button',
      {
        type: 'button',
        class: 'back-small',
        onClick: on.back,
        'data-focus': 'back',
        'aria-label': T.list.back,
      },
      icon('arrow-left'),
    ),
    h(
      'div',
      { class: 'detail-title' },
      h(
        'div',
        { class: 'mut small' },
        `${fill(T.detail.code, { ref: request.ref })} · `,
        bdi(place),
      ),
      h(
        'h2',
        { id: 'detail-name' },
        bdi(titleOf(request, own)),
        latinName(request),
        request.fields?.who === 'child' && childTag(),
      ),
    ),
    dueTag(request, now, T.due.before),
  );
}

/** The name in Latin letters, beside one that the colleague may not be able to read. */
function latinName({ fields }) {
  const shown = fields?.who === 'parent' && fields.nameLatin && fields.nameLatin !== fields.name;
  return shown ? h('span', { class: 'latin mut' }, bdi(fields.nameLatin)) : null;
}

/** A child's first name only for the colleague who claimed the request. */
export function titleOf(request, own) {
  if (!request.fields) return T.list.unreadable;
  return own && request.fields.name ? request.fields.name : shownName(request);
}

const picturesView = (request) =>
  h(
    'ul',
    { class: 'pictures', 'aria-label': T.detail.pictures },
    ...request.pictures.map((name) =>
      h(
        'li',
        { class: 'tag neutral' },
        h('img', { src: `img/bon-${name}.svg`, alt: '', width: 22, height: 22 }),
        name,
      ),
    ),
  );

const unreadableView = () =>
  h('p', { class: 'banner red' }, icon('alert-triangle-filled'), T.list.unreadableHint);

function bodyView(request, view, on) {
  const child = request.fields.who === 'child';
  return [
    ...(child ? childCards(request, view, on) : [contactCard(request, view, on)]),
    view.open && view.own && (!child || view.cardRead) && actionsView(request, view, on),
    ...hints(request, view),
    fieldsView(request, view),
    wantsInterpreter(request) && !child && view.open && interpreterCard(request, view, on),
    logView(request, view),
  ];
}

function contactCard(request, view, on) {
  return h(
    'section',
    { class: 'contact', 'aria-label': T.field.phone },
    h(
      'div',
      { class: 'contact-line' },
      contactText(request, view),
      contactAction(request, view, on),
    ),
    h('p', { class: 'small' }, contactHint(request, view)),
  );
}

function contactText({ fields }, { own }) {
  if (fields.phone) return numberText(fields, own);
  if (!fields.mail) return h('div', { class: 'number' }, T.detail.noPhone);
  if (!own) return h('div', { class: 'number' }, '•••••@•••••');
  const link = fields.mailto ? { href: `mailto:${fields.mailto}` } : {};
  return h('a', { class: 'number long', id: 'contact-mail', ...link }, bdi(fields.mail));
}

export function numberText(fields, shown) {
  if (!shown)
    return h(
      'div',
      { class: 'number' },
      h('span', { 'aria-hidden': 'true' }, veiledPhone(fields.phone)),
      h('span', { class: 'sr' }, T.detail.veiled),
    );
  if (!fields.tel)
    return h('div', { class: 'number long odd' }, bdi(fields.phone, { id: 'contact-phone' }));
  return h(
    'a',
    { class: 'number', id: 'contact-phone', dir: 'ltr', href: `tel:${fields.tel}` },
    spokenPhone(fields.tel),
  );
}

function contactAction(request, { own, open }, on) {
  if (request.item.state === 'new')
    return button(T.detail.claim, () => on.claim(request), {
      kind: 'coral',
      icon: 'user-check',
      'data-focus': 'claim',
      id: 'claim',
    });
  if (own && open)
    return button(T.detail.talk, () => on.talk(request), {
      kind: 'primary',
      icon: 'phone-call',
      'data-focus': 'talk',
      id: 'talk',
    });
  return null;
}

function contactHint({ fields, item }, { own, members, open }) {
  if (!open)
    return fill(T.detail.closedOn, {
      when: momentText(item.closed_at * 1000),
      outcome: (T.outcome[item.outcome] ?? '').toLowerCase(),
    });
  if (own) return fields.phone && !fields.tel ? T.detail.badPhone : T.detail.claimed;
  if (item.assignee)
    return fill(T.detail.claimedBy, { name: members.get(item.assignee)?.name ?? '?' });
  return T.detail.veiled;
}

function hints(request, { all, members, now, open }) {
  const before = seenBefore(request, all);
  const twin = open && samePictures(request, all);
  return [
    before && banner('sun', 'history', beforeText(before, members, now)),
    twin && banner('sun', 'alert-triangle-filled', fill(T.detail.samePictures, { ref: twin.ref })),
    open &&
      request.fields.who === 'parent' &&
      familyNearby(request, all) &&
      banner('sun', 'users', T.detail.family),
    request.fields.odd.length > 0 && banner('red', 'alert-triangle-filled', T.detail.odd),
  ];
}

function beforeText(before, members, now) {
  const when = nearDay(before.item.received_at * 1000, now);
  const helper = members.get(before.item.assignee)?.name;
  return helper ? fill(T.detail.beforeBy, { when, name: helper }) : fill(T.detail.before, { when });
}

export const banner = (hue, symbol, ...content) =>
  h('p', { class: `banner ${hue}` }, icon(symbol), h('span', {}, ...content));

// A child's register and safe contact are in their own cards; before claiming also no note.
const CHILD_HIDDEN = ['note'];
// Beside the name already.
const SHOWN_ABOVE = ['latin'];

function fieldsView(request, { now, moment, own, open }) {
  const child = request.fields.who === 'child';
  const rows = fieldRows(request, now).filter(
    ({ key }) => !SHOWN_ABOVE.includes(key) && (own || !child || !CHILD_HIDDEN.includes(key)),
  );
  const good = open && callNow(request, moment);
  return h(
    'dl',
    { class: 'fields' },
    ...rows.flatMap(({ key, label, text, own: words }) => [
      h('dt', {}, label),
      h(
        'dd',
        { 'data-field': key },
        words ? bdi(text, { class: 'pre' }) : text,
        key === 'when' && good ? h('b', { class: 'good' }, ` · ${T.value.goodNow}`) : null,
      ),
    ]),
  );
}

const STEPS = ['asked', 'booked', 'ready'];

function interpreterCard(request, { own }, on) {
  const reached = STEPS.indexOf(request.interpreter);
  return h(
    'section',
    { class: 'box' },
    h('h3', {}, fill(T.detail.interpreter, { language: languageText(request.fields.lang) })),
    h(
      'div',
      { class: 'steps' },
      ...STEPS.map((step, i) =>
        h(
          'button',
          {
            type: 'button',
            class: `step${i <= reached ? ' done' : ''}`,
            disabled: !own,
            'aria-pressed': String(i <= reached),
            'data-focus': `step-${step}`,
            onClick: () => on.interpreter(request, step),
          },
          h('span', { class: 'step-mark' }, i <= reached && icon('check')),
          stepLabel(step, request),
        ),
      ),
    ),
  );
}

const stepLabel = (step, { interpreterAt }) =>
  step === 'ready' && interpreterAt ? `${interpreterAt} uur` : T.detail[step];

function actionsView(request, view, on) {
  const { fields } = request;
  const child = fields.who === 'child';
  const desk = otherDesk(request);
  const action = (label, symbol, work, focus) =>
    button(label, () => work(request), { icon: symbol, 'data-focus': focus });
  return h(
    'div',
    { class: 'actions' },
    action(T.detail.appointment, 'calendar-event', on.appointment, 'appointment'),
    action(T.detail.missed, 'phone-off', on.missed, 'missed'),
    !child &&
      fields.phone &&
      fields.voicemail !== 'no' &&
      action(T.detail.voicemail, 'phone-call', on.voicemail, 'voicemail'),
    action(T.detail.dossier, 'copy', on.dossier, 'dossier'),
    desk &&
      action(
        fill(T.detail.toDesk, { desk: deskText(desk) }),
        'arrow-right',
        (r) => on.desk(r, desk),
        'desk-to',
      ),
    action(T.detail.release, 'arrow-left', on.release, 'release'),
  );
}

const OTHER = { po: 'vo', vo: 'po' };
const otherDesk = (request) => OTHER[request.desk || request.fields.sector] ?? null;

function footView(request, view, on) {
  const { open, own, days, draft } = view;
  const kept = h(
    'p',
    { class: 'mut small with-icon' },
    icon('trash'),
    fill(T.detail.kept, { n: days }),
    own && button(T.detail.erase, () => on.erase(request), { kind: 'link', 'data-focus': 'erase' }),
  );
  if (!request.fields) return [kept];
  if (!open)
    return [
      button(T.detail.reopen, () => on.reopen(request), {
        icon: 'refresh',
        'data-focus': 'reopen',
      }),
      kept,
    ];
  if (!own)
    return [
      request.item.state === 'claimed' &&
        button(T.detail.takeBack, () => on.release(request), {
          icon: 'arrow-left',
          'data-focus': 'release',
        }),
      kept,
    ];
  return [
    noteForm(request, draft, on),
    button(T.detail.finish, () => on.finish(request), {
      icon: 'check',
      'data-focus': 'finish',
      id: 'finish',
    }),
    kept,
  ];
}

function noteForm(request, draft, on) {
  const area = h('textarea', {
    rows: '1',
    placeholder: T.detail.notePlaceholder,
    'aria-label': T.detail.note,
    'data-focus': 'note',
    id: 'note',
    value: draft,
    onInput: (event) => on.draft(request, event.target.value),
  });
  return h(
    'div',
    { class: 'note-form' },
    area,
    button(T.detail.saveNote, () => on.note(request), {
      icon: 'send',
      kind: 'icon-only',
      'data-focus': 'note-save',
      id: 'note-save',
    }),
  );
}

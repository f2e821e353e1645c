// view-child.mjs - a child's request: first how to reach the child safely, only then the number.
// Owns: the order of reading. Never: the number or the full name before the card was read.
import { dialable, spokenPhone } from './clean.mjs';
import { bdi, button, h, icon } from './dom.mjs';
import { topicText, withText } from './labels.mjs';
import { familyNearby } from './model.mjs';
import { T, fill } from './nl.mjs';

export function childCards(request, view, on) {
  return [
    safeCard(request, view, on),
    view.open && meldcodeCard(request, view, on),
    view.open &&
      familyNearby(request, view.all) &&
      h('p', { class: 'banner sun' }, icon('users'), h('span', {}, T.detail.family)),
    request.item.state === 'new' && claimRow(request, on),
  ];
}

const claimRow = (request, on) =>
  h(
    'div',
    { class: 'claim-row' },
    button(T.detail.claim, () => on.claim(request), {
      kind: 'primary',
      icon: 'user-check',
      'data-focus': 'claim',
      id: 'claim',
    }),
    h('p', { class: 'small mut' }, T.child.keptName),
  );

function safeCard(request, view, on) {
  return h(
    'section',
    { class: 'safe', 'aria-label': T.child.title },
    h('h3', {}, icon('shield-check'), T.child.title),
    h(
      'ul',
      {},
      ...advice(request, view).map((line) => h('li', {}, icon('check'), h('span', {}, line))),
    ),
    reachView(request, view, on),
  );
}

/** The sentences of the card; a child's own words are isolated by bdi. */
function advice({ fields }, { meName }) {
  const who = withText(fields.with);
  return [
    fields.how === 'via'
      ? fill(T.child.via, { who: who || '…' })
      : fill(T.child.call, { who: who || '…' }),
    fields.answer === 'all' ? T.child.anyone : fields.how === 'call' && T.child.only,
    fields.say
      ? bdi(fill(T.child.sayGiven, { say: fields.say }))
      : fill(T.child.sayDefault, { name: meName }),
    T.child.quiet,
    fill(T.child.about, { topic: topicText(fields).toLowerCase() || '…' }),
  ].filter(Boolean);
}

function reachView(request, view, on) {
  if (!view.own) return h('p', { class: 'small' }, view.open ? T.child.claimFirst : '');
  if (!view.cardRead) {
    return button(T.child.read, () => on.cardRead(request), {
      kind: 'primary',
      icon: 'eye',
      'data-focus': 'card-read',
      id: 'card-read',
    });
  }
  return h(
    'div',
    { class: 'reach' },
    h('h4', {}, T.child.reach),
    ...reachLines(request.fields),
    view.open &&
      button(T.detail.talk, () => on.talk(request), {
        kind: 'primary',
        icon: 'phone-call',
        'data-focus': 'talk',
        id: 'talk',
      }),
  );
}

function reachLines({ phone, tel, find }) {
  const lines = [phone, find]
    .filter(Boolean)
    .map((text) => lineOf(text, text === phone ? tel : dialable(text.replace(/[\s-]/g, ''))));
  return lines.length ? lines : [h('p', {}, T.detail.noPhone)];
}

function lineOf(text, tel) {
  if (!tel) return h('p', { class: 'number long' }, bdi(text));
  return h(
    'a',
    { class: 'number', id: 'contact-phone', dir: 'ltr', href: `tel:${tel}` },
    spokenPhone(tel),
  );
}

function meldcodeCard(request, { own }, on) {
  const known =
    request.meldcode && (request.meldcode === 'started' ? T.child.started : T.child.none);
  return h(
    'section',
    { class: 'meldcode', 'aria-label': T.child.meldcode },
    h('h3', {}, icon('lifebuoy'), T.child.meldcode),
    h('p', {}, known ?? T.child.meldcodeText),
    own &&
      h(
        'div',
        { class: 'pair' },
        button(T.child.noConcern, () => on.meldcode(request, 'none'), {
          'data-focus': 'meldcode-none',
          'aria-pressed': String(request.meldcode === 'none'),
        }),
        button(T.child.start, () => on.meldcode(request, 'started'), {
          'data-focus': 'meldcode-start',
          'aria-pressed': String(request.meldcode === 'started'),
        }),
      ),
  );
}

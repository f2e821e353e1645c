// view-talk.mjs - during a call: a big note, what was asked, and the number under a veil.
// Owns: the talk page. Never: locks by itself; never shows the number for longer than ten seconds.
import { bdi, button, h, icon } from './dom.mjs';
import { aboutText, fieldRows } from './labels.mjs';
import { T, fill } from './nl.mjs';
import { numberText } from './view-detail.mjs';

const ABOUT = [
  'zorgen',
  'thuis',
  'extra-hulp',
  'school-zoeken',
  'niet-eens',
  'zorg-vervoer-geld',
  'middelbaar-mbo',
  'rechten',
  'anders',
];

/** `context`: { now, draft, about: Set, draftKept, numberShown }. */
export function talkView(request, context, on) {
  const name = spokenName(request) || T.talk.someone;
  return [
    talkHead(request, name, context, on),
    h(
      'div',
      { class: 'talk-body' },
      notePane(request, context, on),
      h(
        'div',
        { class: 'talk-side' },
        askedPane(request, name, context),
        aboutPane(context.about, (id) => on.about(request, id)),
      ),
    ),
  ];
}

// During a call the name must be sayable: in Latin letters when it was written in others.
const spokenName = ({ fields }) => (fields.who === 'parent' && fields.nameLatin) || fields.name;

function talkHead(request, name, { numberShown }, on) {
  return h(
    'header',
    { class: 'talk-head' },
    icon('phone-call'),
    h('div', {}, h('h1', {}, bdi(fill(T.talk.title, { name }))), h('p', {}, T.talk.sub)),
    h('span', { class: 'gap' }),
    request.fields.phone &&
      (numberShown
        ? numberText(request.fields, true)
        : button(T.talk.show, () => on.showNumber(request), {
            icon: 'eye',
            'data-focus': 'talk-number',
          })),
    button(T.talk.done, () => on.talkDone(request), {
      kind: 'coral',
      icon: 'check',
      'data-focus': 'talk-done',
      id: 'talk-done',
    }),
  );
}

function notePane(request, { draft, draftKept }, on) {
  return h(
    'section',
    { class: 'card talk-note' },
    h(
      'div',
      { class: 'talk-note-head' },
      h('h2', {}, h('label', { for: 'talk-text' }, T.talk.note)),
      draftKept && h('span', { class: 'tag leaf' }, icon('lock'), T.talk.draft),
    ),
    h('textarea', {
      id: 'talk-text',
      'data-focus': 'talk-text',
      value: draft,
      autocomplete: 'off',
      onInput: (event) => on.draft(request, event.target.value),
    }),
    h('p', { class: 'mut' }, T.talk.hint),
    h(
      'div',
      { class: 'pair' },
      button(T.talk.newAppointment, () => on.appointment(request), { icon: 'calendar-event' }),
      button(T.detail.dossier, () => on.dossier(request), { icon: 'copy' }),
      button(T.talk.leave, () => on.talkLeave(request), {
        icon: 'arrow-left',
        'data-focus': 'talk-leave',
      }),
    ),
  );
}

function askedPane(request, name, { now }) {
  const rows = fieldRows(request, now);
  return h(
    'section',
    { class: 'card pad' },
    h('h2', {}, bdi(fill(T.talk.asked, { name }))),
    h(
      'dl',
      { class: 'fields' },
      ...rows.flatMap(({ label, text, own }) => [
        h('dt', {}, label),
        h('dd', {}, own ? bdi(text, { class: 'pre' }) : text),
      ]),
    ),
  );
}

const aboutPane = (chosen, onToggle) =>
  h(
    'section',
    { class: 'card pad grow' },
    h('h2', {}, T.talk.about),
    h('p', { class: 'mut' }, T.talk.aboutHint),
    aboutChips(chosen, onToggle),
  );

/** Chips of the topic list; more than one may be chosen. */
export function aboutChips(chosen, onToggle) {
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': T.talk.about },
    ...ABOUT.map((id) => {
      const on = chosen.has(id);
      return h(
        'button',
        {
          type: 'button',
          class: `chip big${on ? ' petrol' : ''}`,
          'aria-pressed': String(on),
          'data-focus': `about-${id}`,
          onClick: (event) => onToggle(id, event.currentTarget),
        },
        on && icon('check'),
        aboutText(id),
      );
    }),
  );
}

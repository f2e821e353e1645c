// view-setup.mjs - the first time: keys, the recovery sheet on paper, and only then the doors open.
// Owns: the four steps, and the form for lost access. Never: sends the recovery code anywhere; it
// is only ever printed.
import { bdi, button, h, icon } from './dom.mjs';
import { dayText } from './labels.mjs';
import { T, fill } from './nl.mjs';
import { drawPassphrase } from './passphrase.mjs';
import { random } from './keys.mjs';
import { normalise } from './crockford.mjs';
import {
  formStatus,
  inputField,
  logoBlock,
  secretField,
  send,
  submitButton,
} from './view-login.mjs';

const STEPS = ['step1', 'step2', 'step3', 'step4'];

/** One form for lost access; `onRecover(wishes, step)` ends in the inbox. */
export function recoverView(token, onRecover) {
  const field = (id, rest) => inputField({ id, required: true, autocomplete: 'off', ...rest });
  const fields = {
    token: field('token', { label: T.recover.token, value: token, hint: T.recover.tokenHint }),
    code: field('code', {
      label: T.recover.code,
      hint: T.recover.codeHint,
      autocapitalize: 'characters',
    }),
    ...accountFields(),
  };
  const status = formStatus();
  const work = async (step) => {
    const wishes = readFields(fields);
    await step(T.recover.working);
    await onRecover(wishes, step);
  };
  return h(
    'div',
    { class: 'door setup' },
    h(
      'header',
      { class: 'door-side narrow' },
      logoBlock(T.org),
      h('p', { class: 'side-title' }, T.recover.title),
    ),
    h(
      'main',
      { id: 'main', class: 'door-main' },
      h(
        'form',
        {
          class: 'door-form',
          novalidate: true,
          onSubmit: send(status, Object.values(fields), work),
        },
        heading(T.recover.title),
        h('p', { class: 'lead' }, T.recover.lead),
        fields.token.element,
        fields.code.element,
        ...accountElements(fields),
        status.element,
        submitButton('key', T.recover.go),
      ),
    ),
  );
}

// Who the new admin is, and the passphrase twice: once readable (drawn), once typed.
function accountFields() {
  return {
    person: inputField({
      id: 'person',
      label: T.setup.person,
      required: true,
      autocomplete: 'name',
      maxlength: 60,
    }),
    email: inputField({
      id: 'email',
      label: T.setup.email,
      required: true,
      type: 'email',
      autocomplete: 'username',
    }),
    passphrase: inputField({
      id: 'passphrase',
      label: T.setup.passphrase,
      icon: 'key',
      hint: T.setup.passphraseHint,
      autocomplete: 'new-password',
      value: drawPassphrase(),
    }),
    again: secretField('again', T.setup.again, null, 'new-password'),
  };
}

const accountElements = (fields) => [
  h('div', { class: 'pair' }, fields.person.element, fields.email.element),
  fields.passphrase.element,
  button(
    T.setup.suggest,
    () => {
      fields.passphrase.input.value = drawPassphrase();
    },
    { icon: 'refresh', kind: 'start' },
  ),
  fields.again.element,
];

/** The trimmed values by name; throws when the two passphrases differ. */
function readFields(fields) {
  const wishes = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, field.value().trim()]),
  );
  if (wishes.passphrase !== wishes.again)
    throw Object.assign(new Error('differs'), { kind: 'differs' });
  return wishes;
}

/** Steps 1-4 in `place`; `on`: { make(wishes), post(body), finish(email, passphrase) }. */
export function startSetup(place, token, on) {
  const flow = { place, on, token, made: null, wishes: null };
  show(flow, 0, wishesForm(flow));
}

function show(flow, step, content) {
  flow.place.replaceChildren(
    h(
      'div',
      { class: 'door setup' },
      h(
        'header',
        { class: 'door-side narrow' },
        logoBlock(T.org),
        h('p', { class: 'side-title' }, T.setup.title),
        h('ol', { class: 'setup-steps' }, ...STEPS.map((name, i) => stepView(name, i, step))),
        h('img', {
          class: 'door-stip',
          src: 'img/stip-setup.svg',
          alt: '',
          width: 200,
          height: 173,
        }),
      ),
      h('main', { id: 'main', class: 'door-main' }, content),
    ),
  );
  flow.place.querySelector('main h1')?.focus();
}

const stepView = (name, i, step) =>
  h(
    'li',
    {
      class: i < step ? 'done' : i === step ? 'now' : null,
      'aria-current': i === step ? 'step' : null,
    },
    h('span', { class: 'num' }, i < step ? icon('check') : String(i + 1)),
    T.setup[name],
  );

const heading = (text) => h('h1', { class: 'big', tabindex: '-1' }, text);

function wishesForm(flow) {
  const fields = {
    token: inputField({
      id: 'token',
      label: T.setup.token,
      required: true,
      value: flow.token,
      hint: T.setup.tokenHint,
      autocomplete: 'off',
    }),
    org: inputField({
      id: 'org',
      label: T.setup.org,
      required: true,
      autocomplete: 'organization',
      maxlength: 100,
    }),
    ...accountFields(),
  };
  const status = formStatus();
  const work = (step) => toSheet(flow, readFields(fields), step);
  return h(
    'form',
    { class: 'door-form', novalidate: true, onSubmit: send(status, Object.values(fields), work) },
    heading(T.setup.step1),
    fields.token.element,
    fields.org.element,
    ...accountElements(fields),
    status.element,
    submitButton('arrow-right', T.setup.next),
  );
}

async function toSheet(flow, { org, ...wishes }, step) {
  await step(T.setup.working);
  flow.wishes = { ...wishes, name: org };
  flow.made = flow.on.make(flow.wishes);
  show(flow, 1, sheetPage(flow));
}

function sheetPage(flow) {
  const line = (symbol, text) => h('li', {}, icon(symbol), h('span', {}, text));
  return h(
    'div',
    { class: 'sheet-page' },
    h(
      'div',
      { class: 'sheet-text' },
      heading(T.setup.sheet),
      h('p', { class: 'lead' }, T.setup.sheetLead),
      h(
        'ul',
        { class: 'sheet-rules' },
        line('printer', T.setup.sheet1),
        line('building-bank', T.setup.sheet2),
        line('camera-off', T.setup.sheet3),
        line('users', T.setup.sheet4),
      ),
      h(
        'div',
        { class: 'pair' },
        button(T.setup.print, () => window.print(), { kind: 'primary tall', icon: 'printer' }),
        button(T.setup.next, () => show(flow, 2, retypePage(flow)), {
          kind: 'tall',
          icon: 'arrow-right',
          id: 'sheet-next',
        }),
      ),
    ),
    sheet(flow),
  );
}

function sheet({ made, wishes }) {
  const blocks = made.recoveryCode.split('-');
  return h(
    'section',
    { class: 'sheet', 'aria-label': T.setup.sheetName },
    h(
      'div',
      { class: 'sheet-head' },
      h('img', { src: 'img/logo.svg', alt: '', width: 34, height: 34 }),
      h('b', {}, T.setup.sheetName),
      h('span', { class: 'gap' }),
      h('span', { class: 'mut small' }, dayText(Date.now())),
    ),
    h('p', {}, `${T.setup.sheetFor} `, h('b', {}, bdi(wishes.person)), h('br'), bdi(wishes.name)),
    h(
      'ol',
      { class: 'blocks', id: 'recovery-blocks' },
      ...blocks.map((block, i) =>
        h(
          'li',
          {},
          h('span', { class: 'mut', 'aria-hidden': 'true' }, String(i + 1)),
          h('span', { class: 'block' }, block),
        ),
      ),
    ),
    h('p', { class: 'small' }, T.setup.sheetLegend),
    h('span', { class: 'gap' }),
    h('hr'),
    h(
      'p',
      { class: 'small' },
      `${T.setup.sheetKept} ____________________`,
      h('br'),
      `${T.setup.sheetSeen} ____________________`,
    ),
  );
}

// The sheet is off the screen here: only who has the paper can go on.
function retypePage(flow) {
  const blocks = flow.made.recoveryCode.split('-');
  const chosen = random(1)[0] % blocks.length;
  const field = inputField({
    id: 'retype',
    label: fill(T.setup.retype, { n: chosen + 1 }),
    autocomplete: 'off',
    autocapitalize: 'characters',
    maxlength: 6,
  });
  const status = formStatus();
  const work = async (step) => {
    if (normalise(field.value()) !== blocks[chosen])
      throw Object.assign(new Error('retype'), { kind: 'retype' });
    await step(T.setup.working);
    await flow.on.post(flow.made.body);
    show(flow, 3, donePage(flow));
  };
  return h(
    'form',
    { class: 'door-form', novalidate: true, onSubmit: send(status, [field], work, field) },
    heading(T.setup.step3),
    h('p', { class: 'lead' }, T.setup.retypeLead),
    field.element,
    status.element,
    submitButton('check', T.setup.finish),
    button(T.setup.back, () => show(flow, 1, sheetPage(flow)), { icon: 'arrow-left' }),
  );
}

function donePage(flow) {
  const { email, passphrase } = flow.wishes;
  const status = formStatus();
  flow.made = null;
  flow.wishes = null;
  const work = (step) => flow.on.finish(email, passphrase, step);
  return h(
    'form',
    { class: 'door-form', onSubmit: send(status, [], work) },
    heading(T.setup.safe),
    h('p', { class: 'lead' }, T.setup.safeLead),
    status.element,
    submitButton('arrow-right', T.setup.toInbox),
  );
}

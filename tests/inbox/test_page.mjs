// test_page.mjs - a colleague's day in Chromium: real hub, real nginx, TLS, strict CSP.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openRecovery, recover } from '../../src/inbox/recover.mjs';
import { login } from '../../src/inbox/session.mjs';
import { postEvent } from '../../src/inbox/actions.mjs';
import { POLL_MS } from '../../src/inbox/poll.mjs';
import { Inbox } from '../../src/inbox/model.mjs';
import { refOf } from '../../src/inbox/receipt.mjs';
import { axe, logIn, openBrowser, openByCode, openPage, shot } from './browser.mjs';
import { CHILD, HOSTILE_TEXTS, PARENT } from './fixtures.mjs';
import {
  EMAIL,
  PASSPHRASE,
  apiOf,
  leaveEnvelopes,
  leaveRequests,
  recoverToken,
  startOrganisation,
  until,
} from './harness.mjs';
import { KIND, sealEnvelope } from '../../src/inbox/envelope.mjs';
import { newBoxKeys } from '../../src/inbox/keys.mjs';

const SHOTS = process.env.OKSP_SHOTS;
const ME = { email: EMAIL, passphrase: PASSPHRASE };
const world = {};

before(async () => {
  Object.assign(world, await startOrganisation());
  world.browser = await openBrowser(world.certificates);
});
after(async () => {
  await world.browser?.close();
  await world.stage?.stop();
});

const open = async (options) => {
  const opened = await openPage(world.browser, world.site.url, options);
  await opened.page.goto(`${world.site.url}/`);
  return opened;
};
const openInbox = async (options) => {
  const opened = await open(options);
  await logIn(opened.page, ME);
  return opened;
};
const leave = async (payload) => {
  const { ids, answer } = await leaveRequests(world, [payload]);
  assert.deepEqual(answer.ack, ids);
  return refOf(ids[0]);
};
/** A second admin, made the way access is restored: the hub's token and the paper code. */
async function colleague() {
  const wishes = {
    token: recoverToken(world.stage),
    code: world.made.recovery_code,
    email: 'sanne@voorbeeld.example',
    person: 'Sanne Bakker',
    passphrase: 'zes rustige zwanen zwemmen',
  };
  const api = apiOf(world.site, world.certificates);
  await recover(api, await openRecovery(api, wishes.token), wishes);
  return { api, session: await login(api, wishes.email, wishes.passphrase) };
}
const clean = (watch) => assert.deepEqual(watch, { csp: [], errors: [], foreign: [], dialogs: [] });
const body = (page) => page.evaluate(() => document.documentElement.outerHTML);

test('a request of a kiosk is read, claimed, called, noted and closed', async () => {
  const ref = await leave({ ...PARENT, name: 'Amina', note: 'Al drie maanden wachten.' });
  const { page, context, watch } = await openInbox();
  await openByCode(page, ref);
  assert.equal(await page.textContent('#detail-name bdi'), 'Amina');
  assert.match(await page.textContent('[data-field=note]'), /Al drie maanden wachten/);
  assert.ok(
    !(await body(page)).includes('12345678'),
    'the number is not on the page before claiming',
  );
  await shot(page, SHOTS, '18a-new');
  assert.deepEqual(await axe(page), []);

  await page.click('#claim');
  await page.waitForSelector('#contact-phone[href="tel:0612345678"]');
  assert.equal(await page.textContent('#contact-phone'), '06 12 34 56 78');
  await page.click('[data-focus=missed]');
  await page.waitForSelector('.log li:has-text("geen gehoor")');
  await page.fill('#note', 'Morgen nog eens bellen');
  await page.click('#note-save');
  await page.waitForSelector('.log blockquote:has-text("Morgen nog eens bellen")');
  assert.equal(await page.inputValue('#note'), '');
  await shot(page, SHOTS, '18a-claimed');
  assert.deepEqual(await axe(page), []);

  await page.click('#finish');
  await page.click('#dialog-go');
  await page.waitForSelector('dialog .form-status.wrong');
  await page.check('dialog input[value=reached]');
  await page.click('dialog [data-focus=about-thuis]');
  await page.fill('#finish-note', 'Gesprek met school afgesproken');
  await shot(page, SHOTS, 'finish');
  assert.deepEqual(await axe(page), []);
  await page.click('#dialog-go');
  await page.waitForSelector('[data-focus=reopen]');
  await page.click('[data-focus=filter-closed]');
  await page.waitForSelector('.row:has-text("Gesproken")');
  clean(watch);
  await context.close();
});

test('what was done is in the hub, sealed, and reads the same from Node', async () => {
  const api = apiOf(world.site, world.certificates);
  const session = await login(api, EMAIL, PASSPHRASE);
  const answer = await api.get('/v1/requests?limit=200');
  assert.ok(
    !JSON.stringify(answer).includes('Morgen nog eens'),
    'notes are not readable on the wire',
  );
  const inbox = new Inbox(session.keys);
  inbox.take(answer);
  const closed = inbox.all().find((request) => request.item.state === 'closed');
  assert.equal(closed.item.outcome, 'reached');
  assert.deepEqual(closed.about, ['thuis']);
  assert.deepEqual(
    closed.events.map((event) => event.type),
    [1, 3, 4, 5],
  );
  assert.deepEqual(closed.events.map((event) => event.note?.text).filter(Boolean), [
    'Morgen nog eens bellen',
    'Gesprek met school afgesproken',
  ]);
});

test('a child: safe contact first, the name after claiming, how to reach after reading', async () => {
  const ref = await leave({ ...CHILD, name: 'Noor', find: 'Meester Ali, groep 7' });
  const { page, context, watch } = await openInbox();
  await openByCode(page, ref);
  const hidden = async () => {
    const html = await body(page);
    return !html.includes('Meester Ali');
  };
  assert.equal(await page.textContent('#detail-name bdi'), 'N.');
  assert.ok(await hidden());
  await shot(page, SHOTS, '18a-child');
  assert.deepEqual(await axe(page), []);
  await page.click('#claim');
  await page.waitForSelector('#card-read');
  assert.equal(await page.textContent('#detail-name bdi'), 'Noor');
  assert.ok(await hidden(), 'claiming alone does not show how to reach a child');
  assert.equal(await page.textContent('.row .who-name bdi'), 'N.', 'the list keeps to the initial');
  await page.click('#card-read');
  await page.waitForSelector('.reach:has-text("Meester Ali, groep 7")');
  await page.click('[data-focus=meldcode-none]');
  await page.waitForSelector('.meldcode:has-text("vastgelegd")');
  await shot(page, SHOTS, '18a-child-read');
  clean(watch);
  await context.close();
});

test('in gesprek: the number is veiled and shown on request, the note is kept', async () => {
  const ref = await leave({ ...PARENT, name: 'Gesprek', phone: '0687654321' });
  const { page, context, watch } = await openInbox();
  await openByCode(page, ref);
  await page.click('#claim');
  await page.click('#talk');
  await page.waitForSelector('#talk-text');
  assert.ok(!(await body(page)).includes('87 65 43 21'));
  await page.fill('#talk-text', 'Samen met school om tafel.');
  await page.click('[data-focus=about-rechten]');
  await page.waitForSelector('.talk .tag:has-text("op slot")');
  await page.click('[data-focus=talk-number]');
  await page.waitForSelector('.talk-head .number:has-text("06 87 65 43 21")');
  assert.equal(await page.inputValue('#talk-text'), 'Samen met school om tafel.');
  await shot(page, SHOTS, '18f-talk');
  assert.deepEqual(await axe(page), []);
  await page.click('#talk-done');
  await page.waitForSelector('.log blockquote:has-text("Samen met school om tafel.")');
  await page.click('#finish');
  assert.equal(
    await page.getAttribute('dialog [data-focus=about-rechten]', 'aria-pressed'),
    'true',
  );
  clean(watch);
  await context.close();
});

test('the lock wipes the page; the passphrase alone opens it, with the draft', async () => {
  const ref = await leave({ ...PARENT, name: 'Vergrendeld', phone: '0611112222' });
  const { page, context, watch } = await openInbox();
  await openByCode(page, ref);
  await page.click('#claim');
  await page.waitForSelector('#contact-phone');
  await page.fill('#note', 'Nog niet af');
  // The very objects that held keys and requests, kept hold of from before the lock.
  await page.evaluate(async () => {
    const { state } = await import('/state.mjs');
    window.__before = {
      state,
      keys: [...state.session.keys.values()].map((key) => key.privateKey),
    };
  });
  const calls = [];
  page.on('request', (request) => calls.push(request.url()));
  await page.click('[data-focus=rail-lock]');
  await page.waitForSelector('.lock');
  const html = await body(page);
  for (const word of ['Vergrendeld', '11112222', '11 11 22', 'Nog niet af', ref])
    assert.ok(!html.includes(word), `${word} is still on the page`);
  assert.deepEqual(
    await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]),
    [0, 0, ''],
  );
  assert.deepEqual(
    calls.filter((url) => url.includes('/v1/')),
    [],
    'a locked page does not call the hub',
  );
  const left = await page.evaluate(() => ({
    bytes: window.__before.keys.flatMap((key) => [...key]).filter((byte) => byte !== 0).length,
    keys: window.__before.state.session.keys.size,
    requests: window.__before.state.inbox.requests.size,
  }));
  assert.deepEqual(left, { bytes: 0, keys: 0, requests: 0 }, 'keys and requests are wiped');
  await shot(page, SHOTS, '18g-lock');
  assert.deepEqual(await axe(page), []);
  await page.fill('#passphrase', 'verkeerde wachtzin hier');
  await page.click('button[type=submit]');
  await page.waitForSelector('.form-status.wrong');
  await page.fill('#passphrase', PASSPHRASE);
  await page.click('button[type=submit]');
  await page.waitForSelector('#note');
  assert.equal(await page.inputValue('#note'), 'Nog niet af');
  clean(watch);
  await context.close();
});

test('ten idle minutes lock, with a warning two minutes before', async () => {
  const { page, context } = await open();
  await page.clock.install();
  await page.goto(`${world.site.url}/`);
  await logIn(page, ME);
  await page.clock.runFor(8 * 60_000 + 2000);
  await page.waitForSelector('#lock-warning');
  await shot(page, SHOTS, '18h-lock-warning');
  await page.mouse.move(300, 300);
  await page.waitForSelector('#lock-warning', { state: 'detached' });
  await page.clock.runFor(10 * 60_000 + 2000);
  await page.waitForSelector('.lock');
  assert.equal(await page.locator('.row').count(), 0);
  await context.close();
});

test('a new request is announced; a hub that is gone is said; an ended session asks the passphrase alone', async () => {
  const { page, context } = await open();
  await page.clock.install();
  await page.goto(`${world.site.url}/`);
  await logIn(page, ME);
  await page.locator('.row').first().waitFor();
  const before = await page.title();
  await leave({ ...PARENT, name: 'Net binnen' });
  await page.clock.runFor(POLL_MS + 1000);
  await page.waitForSelector('#status:has-text("1 nieuw verzoek")');
  await page.waitForSelector('.row:has-text("Net binnen")');
  assert.notEqual(await page.title(), before, 'the title counts');

  await page.route('**/v1/requests?*', (route) => route.abort());
  await page.clock.runFor(POLL_MS + 1000);
  await page.waitForSelector('.stale:has-text("Geen verbinding sinds")');
  await page.unroute('**/v1/requests?*');
  await page.clock.runFor(POLL_MS + 1000);
  await page.waitForSelector('.stale', { state: 'detached' });

  await context.clearCookies();
  await page.clock.runFor(POLL_MS + 1000);
  await page.waitForSelector('.lock:has-text("sessie op de server is voorbij")');
  await page.fill('#passphrase', PASSPHRASE);
  await page.click('button[type=submit]');
  await page.waitForSelector('.frame');
  await page.locator('.row').first().waitFor();
  await context.close();
});

test('two colleagues claim at once: one wins, the other is told who', async () => {
  const ref = await leave({ ...PARENT, name: 'Race' });
  const { page, context } = await openInbox();
  await openByCode(page, ref);
  // The page is kept from seeing the claim, so that its own carries the old revision.
  await page.route('**/v1/requests?*', (route) => route.abort());
  const { api, session } = await colleague();
  const inbox = new Inbox(session.keys);
  inbox.take(await api.get('/v1/requests?limit=200'));
  await postEvent(
    { api, session },
    inbox.all().find((each) => each.ref === ref),
    { type: 1 },
  );
  await page.click('#claim');
  await page.waitForSelector('.toast.alert:has-text("Sanne Bakker was net eerder")');
  assert.equal(await page.locator('#contact-phone').count(), 0, 'who lost does not see the number');
  await page.waitForSelector('.contact:has-text("Opgepakt door Sanne Bakker")');
  await context.close();
});

test('hostile texts run nothing, hide nothing and reorder nothing', async () => {
  // One envelope holds 8 kB: the note carries the whole text, the other fields its beginning.
  const payloads = HOSTILE_TEXTS.map((whole, i) => [
    whole,
    [...whole].slice(0, 90).join(''),
    i,
  ]).map(([whole, text, i]) => ({
    ...PARENT,
    name: text,
    note: whole,
    phone: text,
    topic: [text],
    lang: text,
    sector: text,
    name_latin: text,
    answer: text,
    told: text,
    when: [text],
    due: i % 2 ? text : '2026-11-25',
  }));
  for (let i = 0; i < payloads.length; i += 20)
    await leaveRequests(world, payloads.slice(i, i + 20));
  const { page, context, watch } = await openInbox();
  await until(
    async () => (await page.locator('.row').count()) >= HOSTILE_TEXTS.length,
    'the hostile rows',
  );
  const rows = await page.locator('.row').count();
  for (let i = 0; i < rows; i += 1)
    await page
      .locator('.row')
      .nth(i)
      .evaluate((each) => each.click());
  const bad = await page.evaluate(() => ({
    hit: window.__hit,
    scripts: document.querySelectorAll(
      '.frame script, .frame iframe, .frame object, .frame embed, .frame base, .frame form[action], .frame style',
    ).length,
    links: [...document.querySelectorAll('.frame [href]')]
      .map((a) => a.getAttribute('href'))
      .filter((href) => !/^(tel:[+0-9]+|mailto:[^?]+|img\/icons\.svg#[a-z-]+)$/.test(href)),
    controls: /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(document.body.textContent),
    wide: document.documentElement.scrollWidth > innerWidth,
  }));
  assert.deepEqual(bad, { hit: undefined, scripts: 0, links: [], controls: false, wide: false });
  assert.equal(new URL(page.url()).pathname, '/');
  clean(watch);
  await context.close();
});

test('what cannot be opened is shown as such and stops nothing', async () => {
  const foreign = sealEnvelope(KIND.REQUEST, PARENT, newBoxKeys().publicKey);
  const { ids } = await leaveEnvelopes(world, [foreign]);
  const { page, context, watch } = await openInbox();
  await openByCode(page, refOf(ids[0]));
  assert.match(await page.textContent('.detail-body .banner.red'), /sleutel die u niet heeft/);
  clean(watch);
  await context.close();
});

test('signals: a story and a remark about a text are read; few kiosks show no counts', async () => {
  const signal = (payload) => sealEnvelope(KIND.SIGNAL, payload, world.kiosk.sealPk);
  const base = { v: 1, week: '2026-W47', who: 'parent', lang: 'ar' };
  await leaveEnvelopes(world, [
    signal({ ...base, t: 'story', mood: 2, topic: ['thuis'], text: '<b>Wij wachten</b> lang' }),
    signal({ ...base, t: 'fix', page: 'hoorrecht', choice: 'unclear', text: 'Wat is een OPP?' }),
    signal({ v: 1, week: '2026-W47', t: 'tally', n: { 'topic.opp': 7 } }),
  ]);
  const { page, context, watch } = await openInbox();
  await page.click('[data-focus=rail-signals]');
  await page.waitForSelector('.signal:has-text("Wat is een OPP?")');
  const text = await page.textContent('.signals');
  assert.match(text, /Ik begrijp het niet/);
  assert.match(text, /Over de pagina: hoorrecht/);
  assert.match(text, /<b>Wij wachten<\/b> lang/);
  assert.match(text, /Arabisch · week 47, 2026/);
  assert.match(text, /Met minder dan 3 zuilen laten wij geen aantallen zien/);
  await shot(page, SHOTS, 'signals');
  assert.deepEqual(await axe(page), []);
  clean(watch);
  await context.close();
});

test('kiosks: a new one gets an enrolment string that really enrols', async () => {
  const { page, context, watch } = await openInbox();
  await page.click('[data-focus=rail-kiosks]');
  await page.waitForSelector('.kiosk:has-text("Bibliotheek")');
  assert.deepEqual(await axe(page), []);
  await page.click('#kiosk-new');
  await page.fill('#kiosk-label', '<b>Stadhuis</b>');
  await page.click('#dialog-go');
  const text = await page.inputValue('#enrol-string');
  const parts = text.split('.');
  assert.equal(parts[0], 'OKSP1');
  assert.equal(Buffer.from(parts[1], 'base64url').toString(), world.site.url);
  assert.equal(parts[3], world.made.enrol.split('.')[3], 'the same root is pinned');
  await shot(page, SHOTS, '18c-code');
  assert.deepEqual(await axe(page), []);
  await page.keyboard.press('Escape');
  await page.waitForSelector('.kiosk:has-text("<b>Stadhuis</b>")');
  await shot(page, SHOTS, '18c-kiosks');
  clean(watch);
  await context.close();
});

test('a wrong passphrase is told kindly; logging out leaves nothing behind', async () => {
  const { page, context, watch } = await open();
  await shot(page, SHOTS, '18d-login');
  assert.deepEqual(await axe(page), []);
  await page.fill('#email', EMAIL);
  await page.fill('#passphrase', 'verkeerde wachtzin hier');
  await page.click('button[type=submit]');
  await page.waitForSelector('.form-status.wrong:has-text("klopt niet")');
  watch.errors.length = 0; // Chromium notes every 401 in the console.
  await page.waitForTimeout(1100); // the hub asks to wait after a failure
  await logIn(page, ME);
  await page.click('[data-focus=rail-out]');
  await page.waitForSelector('#email');
  assert.deepEqual(await context.cookies(), []);
  await page.reload();
  assert.equal(await page.locator('.frame').count(), 0);
  clean(watch);
  await context.close();
});

test('reflow: 320 pixels wide, nothing is cut off sideways, list and request take turns', async () => {
  const ref = await leave({ ...PARENT, name: 'Klein scherm' });
  const { page, context } = await openInbox({ size: { width: 320, height: 640 } });
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= 320);
  assert.ok(await fits());
  await openByCode(page, ref);
  assert.ok(await fits());
  assert.ok(!(await page.locator('.list').isVisible()));
  await shot(page, SHOTS, 'small');
  await page.click('[data-focus=back]');
  assert.ok(await page.locator('.list').isVisible());
  await context.close();
});

test('the keyboard alone reaches a request, and what has focus can be seen', async () => {
  const { page, context } = await openInbox();
  await page.locator('.row').first().waitFor();
  await page.keyboard.press('Tab');
  for (
    let i = 0;
    i < 40 && !(await page.evaluate(() => document.activeElement.classList.contains('row')));
    i += 1
  )
    await page.keyboard.press('Tab');
  const seen = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement);
    return {
      row: document.activeElement.classList.contains('row'),
      width: parseFloat(style.outlineWidth),
      kind: style.outlineStyle,
    };
  });
  assert.deepEqual([seen.row, seen.width >= 2, seen.kind], [true, true, 'solid']);
  await page.keyboard.press('Enter');
  await page.waitForSelector('.detail-title');
  await context.close();
});

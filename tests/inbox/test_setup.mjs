// test_setup.mjs - the first day and the worst day: setting up on the page, and lost access.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { login } from '../../src/inbox/session.mjs';
import { enrolKiosk } from '../../src/inbox/setup.mjs';
import { refOf } from '../../src/inbox/receipt.mjs';
import { axe, logIn, openBrowser, openByCode, openPage, shot } from './browser.mjs';
import { PARENT } from './fixtures.mjs';
import {
  HOST,
  ROOT,
  apiOf,
  demoSetup,
  enrol,
  enrolWithSync,
  leaveRequests,
  makeCertificates,
  makeStage,
  recoverToken,
  startHub,
  startNginx,
} from './harness.mjs';

const SHOTS = process.env.OKSP_SHOTS;
const world = {};

before(async () => {
  world.stage = makeStage();
  world.certificates = makeCertificates(world.stage);
  world.token = await startHub(world.stage);
  world.site = await startNginx(world.stage);
  world.browser = await openBrowser(world.certificates);
});
after(async () => {
  await world.browser?.close();
  await world.stage?.stop();
});

const fillAccount = async (page, { person, email }) => {
  await page.fill('#person', person);
  await page.fill('#email', email);
  const passphrase = await page.inputValue('#passphrase');
  await page.fill('#again', passphrase);
  return passphrase;
};

test('the first admin sets up, prints the sheet, types a block over, and reads the first request', async () => {
  const { page, context, watch } = await openPage(world.browser, world.site.url);
  await page.goto(`${world.site.url}/#setup=${world.token}`);
  assert.equal(await page.inputValue('#token'), world.token);
  assert.equal(new URL(page.url()).hash, '', 'the token does not stay in the address');
  await page.fill('#org', 'Steunpunt regio Voorbeeld');
  world.passphrase = await fillAccount(page, {
    person: 'F. Karimi',
    email: 'karimi@voorbeeld.example',
  });
  assert.equal(world.passphrase.split(' ').length, 6);
  await page.fill('#again', 'iets anders dan dat');
  await page.click('button[type=submit]');
  await page.waitForSelector('.form-status.wrong:has-text("niet gelijk")');
  await page.fill('#again', world.passphrase);
  await shot(page, SHOTS, '18e-1');
  assert.deepEqual(await axe(page), []);
  await page.click('button[type=submit]');
  await page.waitForSelector('#sheet-next');
  const blocks = await page.locator('.block').allTextContents();
  assert.equal(blocks.length, 7);
  world.code = blocks.join('-');
  await shot(page, SHOTS, '18e-2');
  assert.deepEqual(await axe(page), []);
  await page.click('#sheet-next');
  const number = Number(/\d/.exec(await page.textContent('label[for=retype]'))[0]);
  assert.ok(!blocks.some((block, i) => i >= 0 && page.url().includes(block)));
  assert.equal(await page.locator('.block').count(), 0, 'the code is only on paper now');
  await page.fill('#retype', 'AAAA');
  await page.click('button[type=submit]');
  await page.waitForSelector('.form-status.wrong');
  await page.fill('#retype', blocks[number - 1].toLowerCase());
  await page.click('button[type=submit]');
  await page.waitForSelector('h1:has-text("kluis")');
  assert.ok(!(await page.content()).includes(blocks[0]));
  await page.click('button[type=submit]');
  await page.waitForSelector('.frame');

  await page.click('[data-focus=rail-kiosks]');
  await page.click('#kiosk-new');
  await page.fill('#kiosk-label', 'Bibliotheek');
  await page.click('#dialog-go');
  world.kiosk = await enrol(world.site, world.certificates, await page.inputValue('#enrol-string'));
  await page.keyboard.press('Escape');
  const { ids } = await leaveRequests(world, [PARENT]);
  world.ref = refOf(ids[0]);
  await page.click('[data-focus=rail-requests]');
  await openByCode(page, world.ref);
  assert.equal(await page.textContent('#detail-name bdi'), PARENT.name);
  assert.deepEqual(watch, { csp: [], errors: [], foreign: [], dialogs: [] });
  await context.close();
});

test('the real oksp-sync enrols with our string and pins our root', async () => {
  const api = apiOf(world.site, world.certificates);
  const session = await login(api, 'karimi@voorbeeld.example', world.passphrase);
  const url = `https://127.0.0.1:${world.site.tls}`;
  const made = await enrolKiosk(api, session, { label: 'Echte zuil', url });
  assert.match(enrolWithSync(world.stage, made.enrol), /enrolled +yes/);
  const [, address, code] = made.enrol.split('.');
  const foreign = `OKSP1.${address}.${code}.${'0'.repeat(32)}`;
  assert.throws(() => enrolWithSync(world.stage, foreign, 'foreign'), /keyring\.root/);
});

test('setting up a second time is refused', async () => {
  assert.throws(() => demoSetup(world.stage, world.site, world.token), /already-set-up/);
  // One token in sixty-four begins with a dash.
  const dashed = `-${world.token.slice(1)}`;
  assert.throws(() => demoSetup(world.stage, world.site, dashed), /already-set-up|unauthenticated/);
});

test('all passphrases lost: the sheet and the server together give access back, to old requests too', async () => {
  const token = recoverToken(world.stage);
  const { page, context, watch } = await openPage(world.browser, world.site.url);
  await page.goto(`${world.site.url}/#recover=${token}`);
  await page.fill(
    '#code',
    world.code.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
  );
  const passphrase = await fillAccount(page, {
    person: 'B. Stuur',
    email: 'bestuur@voorbeeld.example',
  });
  await page.click('button[type=submit]');
  await page.waitForSelector('.form-status.wrong:has-text("herstelblad klopt niet")');
  await shot(page, SHOTS, 'recover');
  assert.deepEqual(await axe(page), []);
  await page.fill('#code', world.code);
  await page.click('button[type=submit]');
  await page.waitForSelector('.frame');
  await openByCode(page, world.ref);
  assert.equal(await page.textContent('#detail-name bdi'), PARENT.name);
  assert.deepEqual(watch, { csp: [], errors: [], foreign: [], dialogs: [] });
  await page.click('[data-focus=rail-out]');
  await page.waitForSelector('#email');
  await logIn(page, { email: 'bestuur@voorbeeld.example', passphrase });
  await context.close();
});

test('read-request.mjs reads a request as the tour does, and says so when it cannot', async () => {
  const run = promisify(execFile);
  const common = [
    path.join(ROOT, 'tests/inbox/read-request.mjs'),
    '--url',
    world.site.url,
    '--spki',
    world.certificates.spki,
    '--host',
    HOST,
    '--email',
    'karimi@voorbeeld.example',
    '--passphrase',
    world.passphrase,
    '--shots',
    world.stage.path('shots'),
  ];
  const { stdout } = await run(process.execPath, [
    ...common,
    '--ref',
    world.ref.replace(' ', ''),
    '--claim',
  ]);
  const found = JSON.parse(stdout.trim().split('\n').at(-1));
  assert.deepEqual(
    [found.ref, found.name, found.phone, found.fields.note],
    [world.ref, 'Amina', '06 12 34 56 78', '“Al drie maanden wachten.”'],
  );
  await assert.rejects(
    run(process.execPath, [...common, '--ref', '0000 0000', '--seconds', '2']),
    /no request with code 0000 0000/,
  );
});

// read-request.mjs - looks into the inbox as a colleague would: log in, find a code, read it.
// Owns: the browser it starts. Prints one line of JSON: { ref, state, due, fields, pictures }.
// Never: claims or changes anything, unless --claim asks for the number too.
//
//   node read-request.mjs --url URL --email A --passphrase P --ref "1234 5678"
//                         [--shots DIR] [--seconds N] [--claim] [--spki HASH --host NAME]
import { parseArgs } from 'node:util';
import { axe, logIn, openBrowser, openByCode, openPage, shot } from './browser.mjs';

const text = (fallback) => ({ type: 'string', default: fallback });
const { values } = parseArgs({
  options: {
    url: text(),
    email: text(),
    passphrase: text(),
    ref: text(),
    shots: text(''),
    seconds: text('60'),
    claim: { type: 'boolean', default: false },
    spki: text(),
    host: text(),
    axe: { type: 'boolean', default: false },
  },
});

const POLL_MS = 1000;
const shownRef = (ref) => ref.replace(/\D/g, '').replace(/^(\d{4})(\d{4})$/, '$1 $2');

/** Waits until a row with this code is there; the page itself polls, a reload is not needed. */
async function waitForRequest(page, ref, ms) {
  const end = Date.now() + ms;
  await page.fill('input[type=search]', ref);
  while ((await page.locator('.row').count()) === 0) {
    if (Date.now() > end) throw new Error(`no request with code ${ref} within ${ms / 1000} s`);
    await page.waitForTimeout(POLL_MS);
  }
}

async function readDetail(page) {
  return page.evaluate(() => {
    const textOf = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';
    const fields = Object.fromEntries(
      [...document.querySelectorAll('.detail dd')].map((dd) => [dd.dataset.field, dd.textContent]),
    );
    return {
      ref: /\d{4} \d{4}/.exec(textOf('.detail-title .mut'))?.[0] ?? '',
      name: textOf('#detail-name bdi'),
      due: textOf('.detail-head > .tag'),
      phone: textOf('#contact-phone') || textOf('.number span'),
      mail: textOf('#contact-mail'),
      pictures: [...document.querySelectorAll('.pictures li')].map((li) => li.textContent),
      fields,
      unreadable:
        Boolean(document.querySelector('.detail-body > .banner.red')) &&
        !document.querySelector('.detail dl'),
    };
  });
}

async function run() {
  const browser = await openBrowser(values.spki ? { spki: values.spki, host: values.host } : {});
  const { page, watch } = await openPage(browser, values.url);
  try {
    await page.goto(values.url);
    await shot(page, values.shots, 'inbox-1-login');
    await logIn(page, values);
    const ref = shownRef(values.ref);
    await waitForRequest(page, ref, Number(values.seconds) * 1000);
    await shot(page, values.shots, 'inbox-2-list');
    await openByCode(page, ref);
    if (values.claim) {
      await page.click('#claim');
      await page.waitForSelector('#contact-phone, #contact-mail, #card-read');
      // a child's number stands behind the card about safe contact
      if (await page.$('#card-read')) {
        await page.click('#card-read');
        await page.waitForSelector('#contact-phone');
      }
    }
    await shot(page, values.shots, 'inbox-3-request');
    const found = await readDetail(page);
    if (found.ref !== ref || found.unreadable)
      throw new Error(`the request with code ${ref} cannot be read: ${JSON.stringify(found)}`);
    if (watch.csp.length || watch.errors.length)
      throw new Error(`the page complained: ${[...watch.csp, ...watch.errors].join('; ')}`);
    if (values.axe) found.axe = await axe(page);
    console.log(JSON.stringify(found));
  } catch (error) {
    await shot(page, values.shots, 'inbox-failed');
    throw error;
  } finally {
    await browser.close();
  }
}

const missing = ['url', 'email', 'passphrase', 'ref'].filter((name) => !values[name]);
if (missing.length) {
  console.error(`read-request: missing --${missing.join(', --')}`);
  process.exitCode = 2;
} else {
  await run().catch((error) => {
    console.error(`read-request: ${error.message}`);
    process.exitCode = 1;
  });
}

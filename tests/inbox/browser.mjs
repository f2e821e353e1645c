// browser.mjs - Debian's Chromium on a test site, watched: console, CSP, requests elsewhere.
// Owns: the browser it starts.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { HOST } from './harness.mjs';

const AXE = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
];
const SIZE = { width: 1440, height: 900 };
const WAIT_MS = 15_000;

/** `spki`: the only certificate key that is believed beside the system's. */
export function openBrowser({ spki, host = HOST } = {}) {
  const trust = spki
    ? [
        `--ignore-certificate-errors-spki-list=${spki}`,
        `--host-resolver-rules=MAP ${host} 127.0.0.1`,
      ]
    : [];
  return chromium.launch({
    executablePath: process.env.OKSP_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [...FLAGS, ...trust],
  });
}

/** A page and what it complained about: { page, watch: { csp, errors, foreign, dialogs } }. */
export async function openPage(browser, url, { size = SIZE, ...options } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const watch = { csp: [], errors: [], foreign: [], dialogs: [] };
  await page.exposeFunction('__csp', (text) => watch.csp.push(text));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      window.__csp(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    ),
  );
  page.on('pageerror', (error) => watch.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') watch.errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    watch.dialogs.push(dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('blob:'))
      watch.foreign.push(request.url());
  });
  return { page, context, watch };
}

export async function logIn(page, { email, passphrase }) {
  await page.fill('#email', email);
  await page.fill('#passphrase', passphrase);
  await page.click('button[type=submit]');
  await page.waitForSelector('.frame');
}

export const row = (page, ref) => page.locator('.row', { hasText: ref });

/** Opens the request with this code by searching for it, as a colleague does. */
export async function openByCode(page, ref) {
  await page.fill('input[type=search]', ref);
  await page.locator('.row').first().click();
  await page.waitForFunction(
    (code) => document.querySelector('.detail-title')?.textContent.includes(code),
    ref,
  );
}

// Contrast of 7:1 and targets are asked too; both are off in axe by default.
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
};

/** Violations of axe-core as readable lines; empty is good. */
export async function axe(page) {
  // Not through a script element: the page's own policy would, rightly, refuse it.
  await page.evaluate(`${AXE}; undefined`);
  const found = await page.evaluate((rules) => window.axe.run(document, rules), RULES);
  return found.violations.map(
    (each) =>
      `${each.id}: ${each.nodes.map((node) => `${node.target} ${node.any[0]?.message ?? ''}`).join(' | ')}`,
  );
}

export async function shot(page, folder, name) {
  if (!folder) return;
  fs.mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

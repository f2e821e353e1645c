// test_vendor.mjs - what the page loads is what was reviewed: hashes, one known change.
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ROOT } from './harness.mjs';

const INBOX = path.join(ROOT, 'src/inbox');
const read = (...parts) => fs.readFileSync(path.join(...parts), 'utf8');
const modules = (folder) => fs.readdirSync(folder).filter((name) => name.endsWith('.mjs'));

test('the vendored files have the hashes that are written beside them', () => {
  const lines = read(INBOX, 'vendor/SHA256SUMS').trim().split('\n');
  assert.equal(lines.length, 3);
  for (const line of lines) {
    const [hash, name] = line.split(/\s+/);
    const found = crypto
      .createHash('sha256')
      .update(fs.readFileSync(path.join(INBOX, 'vendor', name)))
      .digest('hex');
    assert.equal(found, hash, name);
  }
});

test('they are the packages of the lock file, but for one import', () => {
  const tools = path.join(ROOT, 'tests/inbox/node_modules');
  const wrappers = read(
    tools,
    'libsodium-wrappers-sumo/dist/modules-sumo-esm/libsodium-wrappers.mjs',
  );
  assert.equal(
    read(INBOX, 'vendor/libsodium-sumo.mjs'),
    read(tools, 'libsodium-sumo/dist/modules-sumo-esm/libsodium-sumo.mjs'),
  );
  assert.equal(
    read(INBOX, 'vendor/libsodium-wrappers.mjs'),
    wrappers.replace('from"libsodium-sumo"', 'from"./libsodium-sumo.mjs"'),
  );
  assert.equal(JSON.parse(read(tools, 'libsodium-wrappers-sumo/package.json')).version, '0.8.4');
});

test('the page loads nothing from anywhere else', () => {
  for (const name of modules(INBOX)) {
    const text = read(INBOX, name);
    for (const [, from] of text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)) {
      assert.match(from, /^(\.\/[a-z0-9/-]+\.mjs|node:[a-z]+)$/, `${name} imports ${from}`);
    }
    assert.doesNotMatch(text, /https?:\/\/(?!www\.w3\.org\/2000\/svg)/, name);
  }
  assert.doesNotMatch(
    read(INBOX, 'inbox.css') + read(INBOX, 'index.html'),
    /https?:|@import|url\((?!"fonts\/)/,
  );
});

test('no module makes markup out of text or keeps anything in the browser', () => {
  const banned =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|localStorage|sessionStorage|indexedDB|document\.cookie|\.setHTML/;
  for (const name of modules(INBOX)) {
    const code = read(INBOX, name).replace(/^\s*\/\/.*$/gm, '');
    assert.doesNotMatch(code, banned, name);
  }
});

test('only the modules for Node use Node, and the page never loads those', () => {
  const forNode = ['demo-setup.mjs', 'node-transport.mjs'];
  for (const name of modules(INBOX).filter((each) => !forNode.includes(each))) {
    const text = read(INBOX, name);
    assert.ok(!forNode.some((each) => text.includes(each)), name);
    const nodeImports = [...text.matchAll(/import\('node:crypto'\)|from 'node:/g)].length;
    assert.equal(nodeImports, name === 'sodium.mjs' ? 1 : 0, name);
  }
});

test('Dutch words stand in nl.mjs only', () => {
  const dutch = /'[^']*\b(verzoek|wachtzin|zuil|collega|bezoeker|gesprek|nummer)\b[^']*'/i;
  for (const name of modules(INBOX).filter(
    (each) =>
      !['nl.mjs', 'nl-values.mjs', 'passphrase.mjs', 'receipt.mjs', 'demo-setup.mjs'].includes(
        each,
      ),
  )) {
    const code = read(INBOX, name).replace(/^\s*\/\/.*$/gm, '');
    assert.doesNotMatch(code, dutch, name);
  }
});

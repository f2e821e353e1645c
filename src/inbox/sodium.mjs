// sodium.mjs - the one place that loads libsodium, in the browser and in Node 18.
// Owns: the ready libsodium instance. Never: keys, or any other crypto library.

// Node 18 has Web Crypto but not as a global, and libsodium refuses to load without it.
if (!globalThis.crypto) globalThis.crypto = (await import('node:crypto')).webcrypto;

const { default: sodium } = await import('./vendor/libsodium-wrappers.mjs');
await sodium.ready;

export default sodium;

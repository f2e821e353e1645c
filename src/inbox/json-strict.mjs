// json-strict.mjs - JSON for hostile input: duplicate members and deep nesting are errors.
// Owns: the limits. Never: what the members mean.

export const JSON_DEPTH_MAX = 8;
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/g;

/** JSON.parse that refuses what two readers could read differently. Throws SyntaxError. */
export function parseStrict(text) {
  const value = JSON.parse(text);
  refuseDuplicates(text.match(TOKEN) ?? []);
  return value;
}

// The text is known to be valid JSON here, so a string before a colon is a member's name.
function refuseDuplicates(tokens) {
  const open = [];
  tokens.forEach((token, i) => {
    if (token === '{' || token === '[') open.push(new Set());
    if (token === '}' || token === ']') open.pop();
    if (open.length > JSON_DEPTH_MAX) throw new SyntaxError('nested too deep');
    if (token[0] === '"' && tokens[i + 1] === ':') addMember(open[open.length - 1], token);
  });
}

function addMember(names, token) {
  const name = JSON.parse(token);
  if (names.has(name)) throw new SyntaxError('duplicate member');
  names.add(name);
}

export const isObject = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

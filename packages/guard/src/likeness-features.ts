/** So many weights stand for all features of a language; the last is the constant. */
export const tableSize = 1 << 17;

const shortestGram = 3;
const longestGram = 5;
/** How much each says beside a group of letters. */
const shares = { word: 3, pair: 2, triple: 2, beginning: 2 };

/**
 * Words, two and three of them in a row, groups of letters, and what the text begins with, hashed, as
 * a vector of length 1. Other than what messages are compared by, it does not depend on an agent.
 */
export function hashedFeatures(tokens: readonly string[]): ReadonlyMap<number, number> {
  const features = new Map<number, number>();
  const [first = '', second = ''] = tokens;
  features.set(hashOf(`^${first}`), shares.beginning);
  if (second !== '') features.set(hashOf(`^${first} ${second}`), shares.beginning);
  for (const [at, token] of tokens.entries()) {
    features.set(hashOf(`w${token}`), shares.word);
    const [next, last] = [tokens[at + 1], tokens[at + 2]];
    if (next !== undefined) features.set(hashOf(`p${token} ${next}`), shares.pair);
    if (last !== undefined) features.set(hashOf(`t${token} ${next} ${last}`), shares.triple);
    if (isHan(token)) continue;
    const letters = [' ', ...token, ' '];
    for (let size = shortestGram; size <= longestGram; size += 1)
      for (let start = 0; start + size <= letters.length; start += 1)
        features.set(hashOf(`g${letters.slice(start, start + size).join('')}`), 1);
  }
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  const length = Math.sqrt(squares);
  for (const [feature, value] of features) features.set(feature, value / length);
  return features;
}

/** A Chinese character stands alone: it has no groups of letters. */
function isHan(token: string): boolean {
  return /^\p{Script=Han}$/u.test(token);
}

/** FNV-1a of 32 bits, folded and stirred. Source: Fowler, Noll & Vo. */
function hashOf(name: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c_1b_3c_6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % (tableSize - 1);
}

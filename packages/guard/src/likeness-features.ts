/** So many weights stand for all features of a language; the last is the constant. */
export const tableSize = 1 << 15;

const shortestGram = 3;
const longestGram = 5;
/** A whole word says more than each of its letter groups. */
const wordShare = 2;

/** Words, pairs of words and groups of letters, hashed, as a vector of length 1. Other than what messages are compared by, it does not depend on an agent. */
export function hashedFeatures(tokens: readonly string[]): ReadonlyMap<number, number> {
  const features = new Map<number, number>();
  for (const [at, token] of tokens.entries()) {
    features.set(hashOf(`w${token}`), wordShare);
    const next = tokens[at + 1];
    if (next !== undefined) features.set(hashOf(`p${token} ${next}`), 1);
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

/** FNV-1a of 32 bits, folded. Source: Fowler, Noll & Vo. */
function hashOf(name: string): number {
  let hash = 2_166_136_261;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 16_777_619);
  return ((hash ^ (hash >>> 15)) >>> 0) % (tableSize - 1);
}

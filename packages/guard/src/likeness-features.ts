import { SparseVectorBuilder, type SparseVector } from './sparse-vector.ts';

/** So many weights stand for all features of a language; the last is the constant. */
export const tableSize = 1 << 17;

const shortestGram = 3;
const longestGram = 5;
/** How much each says beside a group of letters. */
const shares = { word: 3, pair: 2, triple: 2, beginning: 2 };
const features = new SparseVectorBuilder();

/**
 * Words, two and three of them in a row, groups of letters, and what the text begins with, hashed, as
 * a vector of length 1. Other than what messages are compared by, it does not depend on an agent.
 */
export function hashedFeatures(tokens: readonly string[]): SparseVector {
  const [first = '', second = ''] = tokens;
  const beginning = hashed(hashed(start, '^'), first);
  features.set(placeOf(beginning), shares.beginning);
  if (second !== '') features.set(placeOf(hashed(hashed(beginning, ' '), second)), shares.beginning);
  for (const [at, token] of tokens.entries()) {
    features.set(placeOf(hashed(hashed(start, 'w'), token)), shares.word);
    const [next, last] = [tokens[at + 1], tokens[at + 2]];
    if (next !== undefined) features.set(placeOf(hashedRow('p', token, next)), shares.pair);
    if (next !== undefined && last !== undefined)
      features.set(placeOf(hashed(hashed(hashedRow('t', token, next), ' '), last)), shares.triple);
    if (!isHan(token)) addGrams(` ${token} `);
  }
  return features.take();
}

/** The sort of a feature and two words with a space between, without putting them together. */
function hashedRow(sort: string, one: string, other: string): number {
  return hashed(hashed(hashed(hashed(start, sort), one), ' '), other);
}

/** Groups of letters, each hashed as the one before and a letter more. */
function addGrams(padded: string): void {
  const before = hashed(start, 'g');
  for (let from = 0; from + shortestGram <= padded.length; from += 1) {
    let hash = before;
    const end = Math.min(padded.length, from + longestGram);
    for (let at = from; at < end; at += 1) {
      hash = Math.imul(hash ^ padded.charCodeAt(at), prime);
      if (at - from + 1 >= shortestGram) features.set(placeOf(hash), 1);
    }
  }
}

/** A Chinese character stands alone: it has no groups of letters. */
function isHan(token: string): boolean {
  return token.charCodeAt(0) > 0x7f && /^\p{Script=Han}$/u.test(token);
}

/** FNV-1a of 32 bits. Source: Fowler, Noll & Vo. */
const start = 2_166_136_261;
const prime = 16_777_619;

function hashed(before: number, text: string): number {
  let hash = before;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
}

/** Where in a table a hash is kept: folded and stirred first. */
function placeOf(hashOfName: number): number {
  const hash = Math.imul(hashOfName ^ (hashOfName >>> 15), 0x2c_1b_3c_6d);
  return ((hash ^ (hash >>> 13)) >>> 0) % (tableSize - 1);
}

import { conceptFeatures } from './concept-features.ts';
import { conceptTable, likenessTables, type PackedTable } from './data/likeness-tables.ts';
import { likenessWords } from './data/likeness/by-language.ts';
import { hashedFeatures, tableSize } from './likeness-features.ts';
import {
  createLikenessReader,
  likenessTokens,
  type LikenessHits,
  type LikenessReader,
} from './likeness-words.ts';
import { conceptReader, type ConceptReader } from './read-concepts.ts';
import type { SparseVector } from './sparse-vector.ts';

/**
 * How much a message is like what people write to businesses rather than to a general assistant, as
 * log odds; undefined in a language that nothing is known of. It knows nothing of the agent but the
 * words that are `own` to its examples, so it never accepts: it only tells whether asking back is worth it.
 */
export function businessLikeness(
  language: string,
  text: string,
  own: ReadonlySet<string>,
): number | undefined {
  const known = knowledgeOf(language);
  if (known === undefined) return undefined;
  const tokens = likenessTokens(text);
  const values = [
    ...hitFeatures(known.reader(tokens, own)),
    tableScore(known.table, hashedFeatures(tokens)),
    known.concepts === undefined ? 0 : tableScore(pooled(), conceptFeatures(known.concepts(tokens))),
  ];
  return values.reduce((sum, value, at) => sum + value * (likenessWeights[at] ?? 0), 0);
}

/** In order: the constant, hits of each kind, the language's table, the table of concepts. Fitted by `training/fit-likeness.ts`. */
const likenessWeights = [
  0.44, 0.112, 0.593, -0.152, -1.027, -0.802, -0.309, -0.067, 0.008, -0.743, 0.596, -0.434, -0.007, 1.478,
  1.499,
];

/** The words that at least so many of an agent's examples use are its own. */
const ownShare = 0.015;
const fewestOwn = 2;

/** The words that are usual in an agent's examples. */
export function ownWords(examples: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const text of examples)
    for (const token of new Set(likenessTokens(text))) counts.set(token, (counts.get(token) ?? 0) + 1);
  const least = Math.max(fewestOwn, ownShare * examples.length);
  return new Set([...counts].filter(([, count]) => count >= least).map(([token]) => token));
}

/** What the hits say, as numbers that a linear model weighs. */
export function hitFeatures({ hits, phrases, code, words, unknown }: LikenessHits): readonly number[] {
  return [
    1,
    Math.log1p(hits.business),
    Math.log1p(phrases.business),
    Math.log1p(hits.businessWeak),
    Math.log1p(hits.general),
    Math.log1p(phrases.general),
    Math.log1p(hits.generalWeak),
    code ? 1 : 0,
    Math.log1p(words),
    unknown / Math.max(1, words),
    hits.business > 0 ? 1 : 0,
    hits.general > 0 ? 1 : 0,
    Math.log1p(phrases.businessWeak),
  ];
}

type Knowledge = {
  readonly reader: LikenessReader;
  readonly table: Table | undefined;
  readonly concepts: ConceptReader | undefined;
};

/** `steps`: the weights, as multiples of `scale`. */
type Table = { readonly scale: number; readonly constant: number; readonly steps: Int8Array };

const ready = new Map<string, Knowledge>();

function knowledgeOf(language: string): Knowledge | undefined {
  const known = ready.get(language);
  if (known !== undefined) return known;
  const lists = likenessWords[language];
  if (lists === undefined) return undefined;
  const shipped = likenessTables[language === 'ar-Latn' ? 'ar' : language];
  const made = {
    reader: createLikenessReader(lists),
    table: shipped === undefined ? undefined : unpacked(shipped),
    concepts: conceptReader(language),
  };
  ready.set(language, made);
  return made;
}

let pooledTable: Table | undefined;

/** What concepts say in every language alike. */
function pooled(): Table {
  pooledTable ??= unpacked(conceptTable);
  return pooledTable;
}

function unpacked({ scale, constant, weights }: PackedTable): Table {
  const bytes = atob(weights);
  const steps = new Int8Array(tableSize);
  let feature = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    // How many weights of 0 come first, and the weight.
    const byte = bytes.charCodeAt(at);
    feature += byte >> 4;
    steps[feature] = (byte & 15) - 8;
    feature += 1;
  }
  return { scale, constant, steps };
}

function tableScore(table: Table | undefined, { places, values }: SparseVector): number {
  if (table === undefined) return 0;
  let sum = 0;
  for (let at = 0; at < places.length; at += 1)
    sum += (values[at] ?? 0) * (table.steps[places[at] ?? 0] ?? 0);
  return table.constant + table.scale * sum;
}

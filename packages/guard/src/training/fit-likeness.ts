import { writeFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { hitFeatures } from '../business-likeness.ts';
import { likenessWords } from '../data/likeness/by-language.ts';
import { noBusiness } from '../data/no-business/by-language.ts';
import { hashedFeatures, tableSize } from '../likeness-features.ts';
import { createLikenessReader, likenessTokens } from '../likeness-words.ts';
import { readPacks } from '../testing/read-packs.ts';
import { composePhrases } from './compose-phrases.ts';
import { trainingGeneralRequests } from './general-requests.ts';

/**
 * Fits what business likeness weighs by, from the task packs' examples and the messages of no
 * business: the tables of hashed features, which it writes, and the weights of the hits, which it
 * prints with the share right at several thresholds. What the table says of a message comes from
 * tables fitted without its pack, so that both are weighed as they will do on new messages.
 * Run: `node --conditions=ambit-source packages/guard/src/training/fit-likeness.ts`.
 */
type Item = {
  readonly language: string;
  readonly text: string;
  readonly business: boolean;
  /** How much it counts: as if there were as many of both, and a composed one less than a written one. */
  readonly weight: number;
  readonly fold: number;
};
const folds = 6;
/** A message that somebody wrote counts as much as so many composed ones. */
const writtenShare = 3;
/** As many messages of each kind as a language would have. */
const countedAs = 1_500;
const tableLanguages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'] as const;
const tablesFile = new URL('../data/likeness-tables.ts', import.meta.url);
const Pack = z.object({ examples: z.array(z.string()) });

const fitted = tableLanguages.map((language) => {
  const items = itemsOf(language);
  const reader = createLikenessReader(likenessWords[language] ?? []);
  const rows = items.map(({ text }) => hitFeatures(reader(likenessTokens(text), new Set())));
  const vectors = items.map(({ text }) => hashedFeatures(likenessTokens(text)));
  const left = items.map(() => 0);
  for (let fold = 0; fold < folds; fold += 1) {
    const table = fitTable(items, vectors, fold);
    for (const [at, item] of items.entries())
      if (item.fold === fold) left[at] = scored(table, vectors[at] ?? new Map());
  }
  return {
    items,
    rows: rows.map((row, at) => [...row, left[at] ?? 0]),
    table: fitTable(items, vectors, folds),
  };
});
await writeFile(
  tablesFile,
  [
    '/** Of each language the weights of hashed features as Base64 of 8-bit integers, and what one of them is worth. Written by `training/fit-likeness.ts`. */',
    'export const likenessTables: Readonly<Record<string, { readonly scale: number; readonly weights: string }>> = {',
    ...fitted.flatMap(({ table }, at) => [
      `  ${JSON.stringify(tableLanguages[at]).replaceAll('"', "'")}: {`,
      ...packed(table),
      '  },',
    ]),
    '};',
    '',
  ].join('\n'),
);
const items = fitted.flatMap((each) => each.items);
const rows = fitted.flatMap((each) => each.rows);
const weights = fitWeights(items, rows);
process.stdout.write(`${JSON.stringify(weights.map((weight) => Number(weight.toFixed(3))))}\n`);
const scores = rows.map((row) => dot(weights, row));
for (const threshold of [-2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2]) {
  const right = (business: boolean): string => {
    const own = scores.filter((_, at) => items[at]?.business === business);
    return (own.filter((score) => score >= threshold === business).length / own.length).toFixed(3);
  };
  process.stdout.write(`${threshold}: business ${right(true)}, none ${right(false)}\n`);
}

function itemsOf(language: string): readonly Item[] {
  const none = [
    ...(noBusiness[language] ?? []),
    ...(language === 'ar' ? (noBusiness['ar-Latn'] ?? []) : []),
    ...(trainingGeneralRequests[language]?.split('|') ?? []),
  ];
  const packs = [...readPacks()].filter(([name]) => name.endsWith(`/${language}.yaml`));
  const composed = composePhrases(language);
  const own = [
    ...packs.flatMap(([, yaml], fold) =>
      Pack.parse(parse(yaml)).examples.map((text) => ({ text, fold: fold % folds, share: writtenShare })),
    ),
    ...composed.business.map(({ text, grid }) => ({ text, fold: grid % folds, share: 1 })),
  ];
  const foreign = [
    ...none.map((text, at) => ({ text, fold: Math.floor(at / 5) % folds, share: writtenShare })),
    ...composed.general.map(({ text, grid }) => ({ text, fold: grid % folds, share: 1 })),
  ];
  const each = [
    { items: own, business: true },
    { items: foreign, business: false },
  ];
  return each.flatMap(({ items, business }) => {
    const total = items.reduce((sum, { share }) => sum + share, 0);
    return items.map(({ text, fold, share }) => ({
      text,
      fold,
      language,
      business,
      weight: (share / total) * countedAs,
    }));
  });
}

/** Logistic regression by stochastic gradient descent with a fixed order; without one fold. */
function fitTable(
  items: readonly Item[],
  vectors: readonly ReadonlyMap<number, number>[],
  without: number,
): Float64Array {
  const table = new Float64Array(tableSize);
  const order = items.flatMap(({ fold }, at) => (fold === without ? [] : [at]));
  let state = 1;
  for (let epoch = 0; epoch < 20; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      const other = state % (at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    const rate = 2 / (1 + epoch * 0.3);
    for (const at of order) {
      const [item, vector] = [items[at], vectors[at]];
      if (item === undefined || vector === undefined) continue;
      const wrong = (item.business ? 1 : 0) - 1 / (1 + Math.exp(-scored(table, vector)));
      const step = rate * wrong * item.weight;
      for (const [feature, value] of vector)
        table[feature] = (table[feature] ?? 0) * (1 - rate * 1e-5) + step * value;
      table[tableSize - 1] = (table[tableSize - 1] ?? 0) + step * 0.1;
    }
  }
  return table;
}

function scored(table: Float64Array, vector: ReadonlyMap<number, number>): number {
  let sum = table[tableSize - 1] ?? 0;
  for (const [feature, value] of vector) sum += value * (table[feature] ?? 0);
  return sum;
}

function packed(table: Float64Array): readonly string[] {
  const scale = table.reduce((found, weight) => Math.max(found, Math.abs(weight)), 0) / 127;
  const bytes = Buffer.from(Int8Array.from(table, (weight) => Math.round(weight / scale)).buffer);
  return [`    scale: ${scale.toPrecision(7)},`, `    weights: '${bytes.toString('base64')}',`];
}

/** Logistic regression with few weights, by steps of bounded curvature. */
function fitWeights(items: readonly Item[], rows: readonly (readonly number[])[]): readonly number[] {
  const size = rows[0]?.length ?? 0;
  const weights = Array.from({ length: size }, () => 0);
  for (let round = 0; round < 600; round += 1) {
    const slopes = weights.map((weight, at) => (at === 0 ? 0 : 0.5 * weight));
    const curves = weights.map(() => 1);
    for (const [at, row] of rows.entries()) {
      const { business = false, weight = 0 } = items[at] ?? {};
      const wrong = weight * (1 / (1 + Math.exp(-dot(weights, row))) - (business ? 1 : 0));
      for (const [of, value] of row.entries()) {
        slopes[of] = (slopes[of] ?? 0) + wrong * value;
        curves[of] = (curves[of] ?? 0) + weight * 0.25 * value * value;
      }
    }
    for (const [at, slope] of slopes.entries())
      weights[at] = (weights[at] ?? 0) - (0.3 * slope) / (curves[at] ?? 1);
  }
  return weights;
}

function dot(weights: readonly number[], row: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), 0);
}

if (process.argv.includes('--wrong'))
  for (const [at, item] of items.entries()) {
    const score = scores[at] ?? 0;
    if (item.business ? score < -0.8 : score > 0.2)
      process.stdout.write(
        `${item.language} ${item.business ? 'business' : 'none'} ${score.toFixed(1)} ${item.text}\n`,
      );
  }

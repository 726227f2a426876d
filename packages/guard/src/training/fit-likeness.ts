import { writeFile } from 'node:fs/promises';
import { conceptSample, validateConcepts } from './cross-validate-concepts.ts';
import { crossValidate, type LeftOut, type Validated } from './cross-validate.ts';
import { fitWeights, logOdds } from './fit-weights.ts';
import { sidedIntentMessages } from './intent-messages.ts';
import { fitTable, packTable, type Sample } from './likeness-table.ts';

/**
 * Fits what business likeness weighs by: the tables of hashed features of each language and the one of
 * concepts, which it writes, and the weights, which it prints. They are weighed by what tables say of messages
 * that they have never seen, half of the time with all of their kind left out; and so are the shares right that it prints.
 * Run: `node --conditions=ambit-source packages/guard/src/training/fit-likeness.ts [--wrong]`.
 */
const languages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];
const tablesFile = new URL('../data/likeness-tables.ts', import.meta.url);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const fitted = languages.map((language) => ({ language, ...crossValidate(language) }));
const all = fitted.flatMap(({ language, validated }) => validated.map((each) => ({ ...each, language })));
const messages = all.map(({ message }) => message);
const samples = all.map(({ language, message, weight }) => conceptSample(language, message, weight));
const broadCount = 1_500;
const broad = broadSamples();
const concepts = {
  kind: validateConcepts(messages, samples, broad, 'kind'),
  message: validateConcepts(messages, samples, broad, 'message'),
};

/** Of each side they count as much as a language's do; nothing is measured on them. */
function broadSamples(): readonly Sample[] {
  const sided = sidedIntentMessages();
  const counts = Map.groupBy(sided, ({ business }) => business);
  return sided.map((message) =>
    conceptSample('en', message, broadCount / (counts.get(message.business)?.length ?? 1)),
  );
}

await writeFile(
  tablesFile,
  [
    '/** The weights of hashed features, those that are not 0, as Base64 (see `training/likeness-table.ts`), what one step is worth, and the constant. */',
    'export type PackedTable = { readonly scale: number; readonly constant: number; readonly weights: string };',
    '',
    '/** By language. Written by `training/fit-likeness.ts`, as the next. */',
    'export const likenessTables: Readonly<Record<string, PackedTable>> = {',
    ...fitted.flatMap(({ language, table }) => [
      `  ${language.includes('-') ? `'${language}'` : language}: {`,
      ...linesOf(table),
      '  },',
    ]),
    '};',
    '',
    '/** Of concepts, the same for all languages. */',
    'export const conceptTable: PackedTable = {',
    ...linesOf(fitTable([...samples, ...broad])),
    '};',
    '',
  ].join('\n'),
);

function linesOf(table: Float64Array): readonly string[] {
  const { scale, constant, weights } = packTable(table);
  return [`    scale: ${scale},`, `    constant: ${constant},`, `    weights: '${weights}',`];
}

const ways: readonly LeftOut[] = ['kind', 'message'];
const weights = fitWeights(
  ways.flatMap((leftOut) =>
    all.map((each, at) => ({
      values: valuesOf(each, at, leftOut),
      yes: each.message.business,
      weight: each.weight / ways.length,
    })),
  ),
);
print(JSON.stringify(weights.map((weight) => Number(weight.toFixed(3)))));
for (const leftOut of ways) {
  for (const language of languages) {
    const written = all.flatMap((each, at) =>
      each.language === language && each.message.source === 'written'
        ? [{ ...each, score: logOdds(weights, valuesOf(each, at, leftOut)) }]
        : [],
    );
    const right = (business: boolean): string => {
      const of = written.filter(({ message }) => message.business === business);
      const hit = of.filter(({ score }) => score >= 0 === business);
      return `${((100 * hit.length) / of.length).toFixed(1)} % of ${of.length}`;
    };
    print(`${language}, its ${leftOut} left out: business ${right(true)}, general ${right(false)}`);
    if (process.argv.includes('--wrong'))
      for (const { message, score } of written)
        if (message.business ? score < -0.5 : score > 0.5)
          print(`  ${score.toFixed(1)} ${message.kind}: ${message.text}`);
  }
}

function valuesOf({ hits, left }: Validated, at: number, leftOut: LeftOut): readonly number[] {
  return [...hits, left[leftOut], concepts[leftOut][at] ?? 0];
}

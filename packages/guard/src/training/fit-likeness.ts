import { writeFile } from 'node:fs/promises';
import { crossValidate, type Validated } from './cross-validate.ts';
import { fitWeights, logOdds } from './fit-weights.ts';
import { packTable } from './likeness-table.ts';

/**
 * Fits what business likeness weighs by: the tables of hashed features, which it writes, and the
 * weights of the hits, which it prints. Both are weighed by what tables say of messages that they
 * have never seen, with `--kinds` of kinds that they have never seen, and so are the shares right that it prints.
 * Run: `node --conditions=ambit-source packages/guard/src/training/fit-likeness.ts [--kinds] [--wrong]`.
 */
const languages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'];
const tablesFile = new URL('../data/likeness-tables.ts', import.meta.url);

const leftOut = process.argv.includes('--kinds') ? 'kind' : 'message';

const fitted = languages.map((language) => ({ language, ...crossValidate(language, leftOut) }));
await writeFile(
  tablesFile,
  [
    '/** Of each language the weights of hashed features, those that are not 0, as Base64 (see `training/likeness-table.ts`); what one step is worth; and the constant. Written by `training/fit-likeness.ts`. */',
    'export const likenessTables: Readonly<Record<string, { readonly scale: number; readonly constant: number; readonly weights: string }>> = {',
    ...fitted.flatMap(({ language, table }) => {
      const { scale, constant, weights } = packTable(table);
      return [
        `  ${language.includes('-') ? `'${language}'` : language}: {`,
        `    scale: ${scale},`,
        `    constant: ${constant},`,
        `    weights: '${weights}',`,
        '  },',
      ];
    }),
    '};',
    '',
  ].join('\n'),
);

const all = fitted.flatMap(({ validated }) => validated);
const weights = fitWeights(
  all.map((each) => ({ values: valuesOf(each), yes: each.message.business, weight: each.weight })),
);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
print(JSON.stringify(weights.map((weight) => Number(weight.toFixed(3)))));
for (const { language, validated } of fitted) {
  const written = validated.filter(({ message }) => message.source === 'written');
  for (const threshold of [-1, 0, 1]) {
    const right = (business: boolean): string => {
      const of = written.filter(({ message }) => message.business === business);
      const hit = of.filter((each) => scoreOf(each) >= threshold === business);
      return `${((100 * hit.length) / of.length).toFixed(1)} % of ${of.length}`;
    };
    print(`${language} from ${threshold} on: business ${right(true)}, general ${right(false)}`);
  }
  if (process.argv.includes('--wrong'))
    for (const each of written)
      if (each.message.business ? scoreOf(each) < -0.5 : scoreOf(each) > -0.5)
        print(`  ${scoreOf(each).toFixed(1)} ${each.message.kind}: ${each.message.text}`);
}

function valuesOf({ hits, left }: Validated): readonly number[] {
  return [...hits, left];
}

function scoreOf(each: Validated): number {
  return logOdds(weights, valuesOf(each));
}

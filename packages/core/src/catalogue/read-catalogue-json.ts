import { z } from 'zod';
import { fieldName, type FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import { readYaml } from '../business/read-yaml.ts';
import { toMinorUnits } from './minor-units.ts';
import { Product } from './product.ts';
import { notePage, noteRepeats, type CatalogueDefaults, type SeenProducts } from './note-repeats.ts';

export const catalogueJson = 'data/catalogue.json';

/** What has no language of its own is in the business's first. */
const own = '';
const texts = z.preprocess(
  (raw) => (typeof raw === 'string' ? { [own]: raw } : raw),
  z.record(z.string(), z.string().min(1)),
);
const lists = z.preprocess(
  (raw) => (Array.isArray(raw) ? { [own]: raw } : raw),
  z.record(z.string(), z.array(z.string().min(1))),
);

/** A product as a JSON file has it: the price as people write it, 42.50. */
const WrittenProduct = Product.omit({ priceMinor: true, names: true, descriptions: true }).extend({
  name: texts,
  description: texts.optional(),
  keywords: lists.optional(),
  currency: z.enum(Intl.supportedValuesOf('currency')).optional(),
  price: z.number().nonnegative().max(1e12),
});

/** Reads `data/catalogue.json`: a list of products. JSON is YAML, and YAML knows the lines. */
export function readCatalogueJson(
  files: TableFiles,
  defaults: CatalogueDefaults,
  seen: SeenProducts,
  problems: FileProblem[],
): readonly Product[] {
  const text = files.text(catalogueJson);
  if (text === undefined) return [];
  const read = readYaml(catalogueJson, text, z.array(WrittenProduct));
  problems.push(
    ...read.problems.map((problem) => ({ ...problem, message: problem.message.replace('YAML', 'JSON') })),
  );
  return (read.value ?? []).map((written, index) => {
    const note = (field: string, message: string, fix: string): void => {
      const path = [index, field];
      problems.push({
        file: catalogueJson,
        line: read.lineOf(path),
        field: fieldName(path),
        message,
        fix,
      });
    };
    const place = {
      file: catalogueJson,
      line: read.lineOf([index]),
      retailerIdField: fieldName([index, 'retailerId']),
    };
    noteRepeats(written, seen, place, { sku: 'sku', retailerId: 'retailerId' }, note);
    notePage(written.pageUrl, defaults, 'pageUrl', note);
    const { name, description, keywords, price, ...rest } = written;
    const currency = written.currency ?? defaults.currency;
    const priceMinor = toMinorUnits(price, currency);
    if (priceMinor === undefined)
      note('price', `${price} is finer than ${currency} is paid in`, 'round the price');
    return {
      ...rest,
      names: inOwnLanguage(name, defaults.language),
      descriptions: inOwnLanguage(description ?? {}, defaults.language),
      keywords: inOwnLanguage(keywords ?? {}, defaults.language),
      currency,
      priceMinor: priceMinor ?? 0,
    };
  });
}

function inOwnLanguage<T>(values: Readonly<Record<string, T>>, language: string): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values).map(([tag, value]) => [tag === own ? language : tag, value]),
  );
}

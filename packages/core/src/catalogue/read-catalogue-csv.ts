import { z } from 'zod';
import type { FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import { optionalAmount, optionalValue, requiredText, type RowReader } from '../business/read-columns.ts';
import { readRows, wholeNumber } from '../business/read-rows.ts';
import { toMinorUnits } from './minor-units.ts';
import type { Product } from './product.ts';
import { notePage, noteRepeats, type CatalogueDefaults, type SeenProducts } from './note-repeats.ts';

export const catalogueCsv = 'data/catalogue.csv';

const required = ['sku', 'name', 'price'] as const;
const optional = [
  'description',
  'category',
  'brand',
  'colours',
  'sizes',
  'weight_grams',
  'currency',
  'stock',
  'image_url',
  'page_url',
  'retailer_id',
  'keywords',
] as const;

/** `name_es`, `keywords_hi-Latn`: the same in another language. `attribute_material`: what else it is chosen by. */
const inLanguage = /^(?<what>name|description|keywords)_(?<language>[a-z]{2,3}(?:-[A-Za-z]{2,8})?)$/;
const otherAttribute = /^attribute_(?<attribute>[a-z][a-z0-9_]*)$/;

/** Reads `data/catalogue.csv`. Lists are separated by ";" or "|", sizes by spaces too. */
export function readCatalogueCsv(
  files: TableFiles,
  defaults: CatalogueDefaults,
  seen: SeenProducts,
  problems: FileProblem[],
): readonly Product[] {
  const table = files.csv(catalogueCsv);
  if (table === undefined) return [];
  const more = table.columns.filter((column) => inLanguage.test(column) || otherAttribute.test(column));
  const columns = { required: [...required], optional: [...optional, ...new Set(more)] };
  return readRows(files, catalogueCsv, columns, problems, (reader) => {
    const sku = requiredText(reader, 'sku');
    const name = requiredText(reader, 'name');
    const currency = readCurrency(reader) ?? defaults.currency;
    const texts = (what: string, own: string | undefined): Record<string, string> => ({
      ...(own === undefined || own === '' ? {} : { [defaults.language]: own }),
      ...translated(reader, what),
    });
    const value = (column: string): string | undefined => reader.row.values.get(column);
    const retailerId = value('retailer_id');
    const pageUrl = readAddress(reader, 'page_url');
    notePage(pageUrl, defaults, 'page_url', reader.note);
    noteRepeats(
      { sku, retailerId },
      seen,
      { file: catalogueCsv, line: reader.row.line, retailerIdField: 'retailer_id' },
      { sku: 'sku', retailerId: 'retailer_id' },
      reader.note,
    );
    return {
      sku,
      names: texts('name', name),
      descriptions: texts('description', value('description')),
      keywords: Object.fromEntries(
        Object.entries(texts('keywords', value('keywords'))).map(([language, written]) => [
          language,
          listed(written),
        ]),
      ),
      category: value('category'),
      brand: value('brand'),
      attributes: readAttributes(reader),
      weightGrams: wholeNumber(reader, 'weight_grams', 1),
      priceMinor: readPrice(reader, currency),
      currency,
      stock: wholeNumber(reader, 'stock', 0),
      imageUrl: readAddress(reader, 'image_url'),
      pageUrl,
      retailerId,
    };
  });
}

function translated({ row }: RowReader, wanted: string): Record<string, string> {
  return Object.fromEntries(
    [...row.values].flatMap(([column, value]) => {
      const { what, language } = inLanguage.exec(column)?.groups ?? {};
      return what === wanted && language !== undefined ? [[language, value]] : [];
    }),
  );
}

function readAttributes({ row }: RowReader): Record<string, string[]> {
  const sizes = row.values.get('sizes') ?? '';
  const own: readonly (readonly [string, string[]])[] = [
    ['colour', listed(row.values.get('colours') ?? '')],
    ['size', /[;|]/.test(sizes) ? listed(sizes) : sizes.split(/\s+/).filter((size) => size !== '')],
    ...[...row.values].flatMap(([column, value]): (readonly [string, string[]])[] => {
      const attribute = otherAttribute.exec(column)?.groups?.['attribute'];
      return attribute === undefined ? [] : [[attribute, listed(value)]];
    }),
  ];
  return Object.fromEntries(own.filter(([, values]) => values.length > 0));
}

function listed(written: string): string[] {
  return written
    .split(/[;|]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function readCurrency({ row, note }: RowReader): string | undefined {
  const written = row.values.get('currency');
  if (written === undefined || Intl.supportedValuesOf('currency').includes(written)) return written;
  note('currency', `"${written}" is not a currency code`, 'use three capital letters such as USD or EUR');
  return undefined;
}

function readPrice(reader: RowReader, currency: string): number {
  requiredText(reader, 'price');
  const amount = optionalAmount(reader, 'price') ?? 0;
  const minor = toMinorUnits(amount, currency);
  if (minor === undefined) {
    reader.note('price', `${amount} is finer than ${currency} is paid in`, 'round the price');
  }
  return minor ?? 0;
}

function readAddress(reader: RowReader, column: string): string | undefined {
  const address = z.url({ protocol: /^https?$/ });
  return optionalValue(reader, column, address, 'write a web address such as https://example.com/p/1');
}

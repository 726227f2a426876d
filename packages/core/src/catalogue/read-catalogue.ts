import type { FileProblem } from '../business/file-problem.ts';
import type { TableFiles } from '../business/table-files.ts';
import type { CatalogueDefaults, SeenProducts } from './note-repeats.ts';
import type { Product } from './product.ts';
import { catalogueCsv, readCatalogueCsv } from './read-catalogue-csv.ts';
import { catalogueJson, readCatalogueJson } from './read-catalogue-json.ts';

/** The files a catalogue may come in; both together are one catalogue. */
export const catalogueFiles = [catalogueCsv, catalogueJson] as const;

/** Reads the catalogue of a business. No file: nothing is sold. `seen`: takes note of where each product is. */
export function readCatalogue(
  files: TableFiles,
  defaults: CatalogueDefaults,
  problems: FileProblem[],
  seen: SeenProducts = { skus: new Map(), retailerIds: new Map() },
): readonly Product[] {
  return [
    ...readCatalogueCsv(files, defaults, seen, problems),
    ...readCatalogueJson(files, defaults, seen, problems),
  ];
}

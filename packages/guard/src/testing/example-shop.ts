import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import type { BusinessTables } from '@ambit/core/business/tables';
import { readPacks } from './read-packs.ts';

/** The example shop, read from `businesses/shop`. Throws, naming every problem, if it does not parse. */
export function readExampleShop(): { readonly business: Business; readonly tables: BusinessTables } {
  const folder = fileURLToPath(new URL('../../../../businesses/shop', import.meta.url));
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const texts = names
    .filter((name) => /\.(yaml|md|csv)$/.test(name))
    .map((name): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]);
  const parsed = parseBusinessFiles(new Map([...readPacks(), ...texts]));
  if (parsed.kind === 'parsed') return parsed;
  throw new Error(parsed.problems.map((problem) => describeProblem(problem, 'businesses/shop')).join('\n'));
}

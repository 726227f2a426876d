import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { createGuard, type Guard } from '../../create-guard.ts';
import { guardDefinition } from '../../guard-definition.ts';
import { readPacks } from '../read-packs.ts';

/** A business under attack, with the guard the server would give it. `name`: its folder's. */
export type Subject = { readonly name: string; readonly business: Business; readonly guard: Guard };

const businesses = fileURLToPath(new URL('../../../../../businesses', import.meta.url));

/** Every business in `businesses/`. Throws, naming every problem, if one does not parse. */
export function readSubjects(): readonly Subject[] {
  return readdirSync(businesses, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const business = readBusiness(name);
      return { name, business, guard: createGuard(guardDefinition(business)) };
    });
}

function readBusiness(name: string): Business {
  const folder = join(businesses, name);
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(yaml|md|csv)$/.test(file))
    .map((file): [string, string] => [file, readFileSync(join(folder, file), 'utf8')]);
  const parsed = parseBusinessFiles(new Map([...readPacks(), ...texts]));
  if (parsed.kind === 'parsed') return parsed.business;
  throw new Error(
    parsed.problems.map((problem) => describeProblem(problem, `businesses/${name}`)).join('\n'),
  );
}

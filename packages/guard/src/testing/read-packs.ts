import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../packs', import.meta.url));

/** Every task pack of this repository, named as a business's files name it: "packs/returns/pt.yaml". */
export function readPacks(): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /^[a-z-]+\/[A-Za-z-]+\.yaml$/.test(name))
      .map((name): [string, string] => [`packs/${name}`, readFileSync(join(folder, name), 'utf8')]),
  );
}

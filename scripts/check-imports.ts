import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findViolations, type Violation } from './find-violations.ts';
import { parseSourceFile } from './source-file.ts';

const skippedFolders = new Set(['node_modules', 'dist']);

/** Checks every TypeScript file below the given folder of the repository against scripts/import-rules.ts. */
export function checkRepository(root: string): {
  readonly files: number;
  readonly violations: readonly Violation[];
} {
  const paths = ['packages', 'scripts', 'tests', 'benches']
    .map((folder) => join(root, folder))
    .filter((folder) => existsSync(folder))
    .flatMap(listSources);
  const files = paths.map((path) =>
    parseSourceFile(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')),
  );
  return { files: files.length, violations: findViolations(files) };
}

function listSources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : listSources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
  });
}

if (import.meta.main) {
  const { files, violations } = checkRepository(fileURLToPath(new URL('..', import.meta.url)));
  for (const { path, line, rule, message } of violations)
    console.error(`${path}:${line}  ${rule}: ${message}`);
  console.error(`${files} files checked, ${violations.length} violations`);
  if (violations.length > 0 || files === 0) process.exitCode = 1;
}

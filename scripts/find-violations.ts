import { posix } from 'node:path';
import {
  emptyNames,
  environmentReaders,
  longestFileLines,
  longFiles,
  roomRules,
  testPackages,
  type Room,
} from './import-rules.ts';
import type { Found, ImportStatement, SourceFile } from './source-file.ts';

/** A broken rule. `rule`: its short name; `message`: what is wrong and what to do. */
export type Violation = {
  readonly path: string;
  readonly line: number;
  readonly rule: Rule;
  readonly message: string;
};
export type Rule =
  | 'room'
  | 'external'
  | 'cycle'
  | 'barrel'
  | 'default-export'
  | 'name'
  | 'length'
  | 'environment'
  | 'impure-core';

const corePrefix = 'packages/core/';

/** Checks all files together. Paths are relative to the repository, with forward slashes. */
export function findViolations(files: readonly SourceFile[]): readonly Violation[] {
  return [
    ...files.flatMap((file) => [...checkImports(file), ...checkShape(file), ...checkContent(file)]),
    ...checkEnvironmentReaders(files),
    ...checkCycles(files),
  ];
}

function checkImports(file: SourceFile): readonly Violation[] {
  const room = roomOf(file.path);
  if (room === undefined)
    return [violation(file, 1, 'room', 'belongs to no room; add one to scripts/import-rules.ts')];
  return file.imports.flatMap((imported) => {
    const target = resolveImport(file.path, imported.specifier);
    return target === undefined
      ? checkExternal(file, room, imported)
      : checkRoom(file, room, imported, target);
  });
}

function checkRoom(
  file: SourceFile,
  room: Room,
  imported: ImportStatement,
  target: string,
): readonly Violation[] {
  const targetRoom = roomOf(target);
  if (room.rooms === 'all' || targetRoom?.folder === room.folder) return [];
  // A test may set up what its package is made of; packages stay apart in tests too.
  if (isTest(file.path) && packageOf(target) === packageOf(file.path)) return [];
  if (targetRoom !== undefined && room.rooms.includes(targetRoom.folder)) return [];
  const allowed = room.rooms.length === 0 ? 'nothing of ours' : `only ${room.rooms.join(', ')}`;
  return [
    violation(
      file,
      imported.line,
      'room',
      `imports ${imported.specifier}, but ${room.folder} may import ${allowed}`,
    ),
  ];
}

function checkExternal(
  file: SourceFile,
  room: Room,
  { specifier, line }: ImportStatement,
): readonly Violation[] {
  if (room.external === 'any') return [];
  const name = packageName(specifier);
  if (room.external.includes(name)) return [];
  if (isTest(file.path) && (testPackages.includes(name) || specifier.startsWith('node:'))) return [];
  return [
    violation(
      file,
      line,
      'external',
      `imports ${specifier}, but ${room.folder} may import only ${room.external.join(', ')}`,
    ),
  ];
}

function checkShape(file: SourceFile): readonly Violation[] {
  const words = file.path.split('/').map((part) => part.replace(/\..*$/, ''));
  const empty = words.find((word) => emptyNames.includes(word));
  const tooLong = file.lines > longestFileLines && longFiles[file.path] === undefined;
  return [
    ...(empty === undefined
      ? []
      : [violation(file, 1, 'name', `"${empty}" says nothing; name the file after what it knows`)]),
    ...(tooLong
      ? [
          violation(
            file,
            longestFileLines + 1,
            'length',
            `has ${file.lines} lines, more than ${longestFileLines}; split it`,
          ),
        ]
      : []),
    ...(file.onlyReexports
      ? [violation(file, 1, 'barrel', 'only re-exports; import the file that defines the thing')]
      : []),
  ];
}

function checkContent(file: SourceFile): readonly Violation[] {
  return file.findings.flatMap(({ what, line }) => {
    switch (what) {
      case 'default-export':
        return file.path.endsWith('.config.ts')
          ? []
          : [violation(file, line, 'default-export', 'exports a default; export it by name')];
      case 'export-all':
        return [
          violation(file, line, 'barrel', 're-exports all of a file; import the file that defines the thing'),
        ];
      case 'process.env':
        return mayReadEnvironment(file.path)
          ? []
          : [
              violation(
                file,
                line,
                'environment',
                `reads process.env; only ${environmentReaders.join(', ')} do`,
              ),
            ];
      case 'async':
      case 'Promise':
      case 'Date.now':
      case 'Math.random':
      case 'new Date()':
      case 'timer':
        return file.path.startsWith(corePrefix) && !isTest(file.path)
          ? [violation(file, line, 'impure-core', impurity(what))]
          : [];
    }
  });
}

function impurity(what: Exclude<Found, 'default-export' | 'export-all' | 'process.env'>): string {
  switch (what) {
    case 'async':
    case 'Promise':
    case 'timer':
      return `uses ${what}; core is synchronous`;
    case 'Date.now':
    case 'new Date()':
      return `uses ${what}; time is an argument in core`;
    case 'Math.random':
      return `uses ${what}; randomness is an argument in core`;
  }
}

/** Reports each cycle once, at its first file by name. Types may refer to each other: nothing of that runs. */
function checkCycles(files: readonly SourceFile[]): readonly Violation[] {
  const graph = new Map(
    files.map((file) => [
      file.path,
      file.imports.flatMap(({ specifier, typeOnly }) =>
        typeOnly ? [] : (resolveImport(file.path, specifier) ?? []),
      ),
    ]),
  );
  const done = new Set<string>();
  const cycles = new Map<string, Violation>();
  const visit = (path: string, trail: readonly string[]): void => {
    const seenAt = trail.indexOf(path);
    if (seenAt >= 0) {
      const cycle = trail.slice(seenAt);
      const key = cycle.toSorted().join(' ');
      const first = cycle.toSorted()[0] ?? path;
      cycles.set(key, {
        path: first,
        line: 1,
        rule: 'cycle',
        message: `is in a cycle: ${[...cycle, path].join(' → ')}`,
      });
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return [...cycles.values()];
}

/** The repository's file that an import means, or nothing if it is somebody else's package. */
function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(from), specifier));
  const [, name, rest] = /^@ambit\/([^/]+)\/(.+)$/.exec(specifier) ?? [];
  if (name !== undefined && rest !== undefined) return `packages/${name}/src/${rest}.ts`;
  return undefined;
}

function roomOf(path: string): Room | undefined {
  return roomRules
    .filter(({ folder }) => path === folder || path.startsWith(`${folder}/`))
    .toSorted((a, b) => b.folder.length - a.folder.length)[0];
}

function packageOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

function isTest(path: string): boolean {
  return /\.(test|fixture|testing)\.ts$/.test(path) || /\/(fixtures|testing)\//.test(path);
}

function mayReadEnvironment(path: string): boolean {
  const [, , , name = '', ...below] = path.split('/');
  const isReader = below.length === 0 && environmentReaders.includes(name);
  return isReader || isTest(path) || !path.startsWith('packages/');
}

function checkEnvironmentReaders(files: readonly SourceFile[]): readonly Violation[] {
  const readers = files.filter(
    ({ path, findings }) =>
      path.startsWith('packages/') && !isTest(path) && findings.some(({ what }) => what === 'process.env'),
  );
  return readers.flatMap((file) => {
    const first = readers.find(({ path }) => packageOf(path) === packageOf(file.path));
    return first === undefined || first === file
      ? []
      : [violation(file, 1, 'environment', `reads process.env, which ${first.path} does already`)];
  });
}

function violation(file: SourceFile, line: number, rule: Rule, message: string): Violation {
  return { path: file.path, line, rule, message };
}

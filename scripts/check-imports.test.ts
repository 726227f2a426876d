import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkRepository } from './check-imports.ts';
import type { Rule } from './find-violations.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'ambit-rules-'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function check(files: Readonly<Record<string, string>>): readonly string[] {
  rmSync(root, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkRepository(root).violations.map(({ path, line, rule }) => `${path}:${line} ${rule}`);
}

test('what the design allows is not reported', () => {
  expect(
    check({
      'packages/core/src/message/inbound.ts': `import { z } from 'zod';\nexport const Inbound = z.object({ at: z.number() });\nexport const at = (ms: number) => new Date(ms);\n`,
      'packages/core/src/message/inbound.test.ts': `import { test } from 'vitest';\nimport { Inbound } from './inbound.ts';\ntest('x', async () => { await Promise.resolve(Inbound); });\n`,
      'packages/server/src/pipeline/receive.ts': `import type { Inbound } from '@ambit/core/message/inbound';\nimport { insert } from '../db/inbox.ts';\nexport const receive = async (message: Inbound) => insert(message);\n`,
      'packages/server/src/db/inbox.ts': `import pg from 'pg';\nexport const insert = (message: unknown) => [pg, message];\n`,
      'packages/server/src/main.ts': `import { receive } from './pipeline/receive.ts';\nimport { config } from './config.ts';\nreceive(config);\n`,
      'packages/server/src/config.ts': `export const config = process.env;\n`,
    }),
  ).toEqual([]);
});

/** One planted violation per rule: the file that breaks it, what it says, and which rule must see it. */
const planted: readonly { readonly path: string; readonly text: string; readonly rule: Rule }[] = [
  {
    path: 'packages/core/src/a.ts',
    text: `import { x } from '@ambit/whatsapp/x';\nexport const a = x;`,
    rule: 'room',
  },
  { path: 'packages/core/src/a.ts', text: `export const a = () => import('@ambit/sdk/x');`, rule: 'room' },
  { path: 'packages/core/src/a.ts', text: `export type A = import('@ambit/sdk/x').X;`, rule: 'room' },
  {
    path: 'packages/core/src/a.ts',
    text: `export { x } from '../../server/src/x.ts';\nexport const a = 1;`,
    rule: 'room',
  },
  {
    path: 'packages/simulator/src/a.ts',
    text: `import type { X } from '@ambit/whatsapp/x';\nexport type A = X;`,
    rule: 'room',
  },
  {
    path: 'packages/simulator/src/a.test.ts',
    text: `import type { X } from '@ambit/whatsapp/x';\nexport type A = X;`,
    rule: 'room',
  },
  {
    path: 'packages/whatsapp/src/a.ts',
    text: `import { x } from '@ambit/guard/x';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/cli/src/a.ts',
    text: `import { x } from '@ambit/server/x';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/sdk/src/a.ts',
    text: `import { x } from '@ambit/core/x';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/channels/a.ts',
    text: `import { x } from '../db/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/db/a.ts',
    text: `import { x } from '../tools/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/models/a.ts',
    text: `import { x } from '../channels/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/pipeline/a.ts',
    text: `import { x } from '../http/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/worker/a.ts',
    text: `import { x } from '../db/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  {
    path: 'packages/server/src/ports/a.ts',
    text: `import { x } from '../pipeline/x.ts';\nexport const a = x;`,
    rule: 'room',
  },
  { path: 'packages/unknown/src/a.ts', text: `export const a = 1;`, rule: 'room' },
  {
    path: 'packages/core/src/a.ts',
    text: `import { readFileSync } from 'node:fs';\nexport const a = readFileSync;`,
    rule: 'external',
  },
  { path: 'packages/core/src/a.ts', text: `import pg from 'pg';\nexport const a = pg;`, rule: 'external' },
  {
    path: 'packages/sdk/src/a.ts',
    text: `import { Hono } from 'hono';\nexport const a = Hono;`,
    rule: 'external',
  },
  {
    path: 'packages/core/src/a.ts',
    text: `import { a as b } from './a.ts';\nexport const a: unknown = b;`,
    rule: 'cycle',
  },
  { path: 'packages/core/src/a.ts', text: `export * from './b.ts';`, rule: 'barrel' },
  { path: 'packages/core/src/a.ts', text: `export { b } from './b.ts';`, rule: 'barrel' },
  { path: 'packages/core/src/a.ts', text: `import { b } from './b.ts';\nexport { b };`, rule: 'barrel' },
  { path: 'packages/core/src/a.ts', text: `export default 1;`, rule: 'default-export' },
  { path: 'packages/core/src/utils.ts', text: `export const a = 1;`, rule: 'name' },
  { path: 'packages/server/src/helpers/a.ts', text: `export const a = 1;`, rule: 'name' },
  { path: 'tests/common.test.ts', text: `export const a = 1;`, rule: 'name' },
  {
    path: 'packages/core/src/a.ts',
    text: 'export const a = 1;\n'.repeat(401).replaceAll('a =', 'b ='),
    rule: 'length',
  },
  {
    path: 'packages/server/src/http/a.ts',
    text: `export const a = process.env['PORT'];`,
    rule: 'environment',
  },
  { path: 'packages/core/src/a.ts', text: `export async function a() {}`, rule: 'impure-core' },
  { path: 'packages/core/src/a.ts', text: `export const a = async () => 1;`, rule: 'impure-core' },
  { path: 'packages/core/src/a.ts', text: `export type A = Promise<number>;`, rule: 'impure-core' },
  { path: 'packages/core/src/a.ts', text: `export const a = () => Date.now();`, rule: 'impure-core' },
  { path: 'packages/core/src/a.ts', text: `export const a = () => Math.random();`, rule: 'impure-core' },
  { path: 'packages/core/src/a.ts', text: `export const a = () => new Date();`, rule: 'impure-core' },
  {
    path: 'packages/core/src/a.ts',
    text: `export const a = () => setTimeout(() => 1, 2);`,
    rule: 'impure-core',
  },
];

test.each(planted.map(({ path, text, rule }) => [rule, path, text] as const))(
  '%s is seen in %s: %s',
  (rule, path, text) => {
    // A file of 401 equal exports would not parse; number them.
    let count = 0;
    const source = rule === 'length' ? text.replaceAll('b =', () => `b${(count += 1)} =`) : text;
    const rules = check({ [path]: source }).map((found) => found.split(' ')[1]);
    expect(rules).toContain(rule);
  },
);

test('only one file of a package reads the environment', () => {
  expect(
    check({
      'packages/server/src/config.ts': 'export const port = process.env.PORT;\n',
      'packages/server/src/main.ts': 'export const host = process.env.HOST;\n',
    }),
  ).toEqual(['packages/server/src/main.ts:1 environment']);
});

test('a cycle over several files is reported once', () => {
  const link = (next: string): string =>
    `import { a as b } from './${next}.ts';\nexport const a: unknown = b;\n`;
  expect(
    check({
      'packages/core/src/one.ts': link('two'),
      'packages/core/src/two.ts': link('three'),
      'packages/core/src/three.ts': link('one'),
      'packages/core/src/entry.ts': link('one'),
    }),
  ).toEqual(['packages/core/src/one.ts:1 cycle']);
});

test('a file that does not parse is an error, not a pass', () => {
  expect(() => check({ 'packages/core/src/a.ts': 'export const = ;' })).toThrow(/a\.ts does not parse/);
});

test('the linter sees what the style guide forbids', () => {
  const folder = mkdtempSync(join(repository, 'scripts', 'planted-'));
  try {
    writeFileSync(
      join(folder, 'planted.ts'),
      [
        `type Kind = { kind: 'a' } | { kind: 'b' };`,
        `export async function later(kind: Kind): Promise<Kind> { return kind; }`,
        `export function plant(kind: Kind, maybe: string | undefined): number {`,
        `  later(kind);`,
        `  const anything: any = kind;`,
        `  const forced = anything as string;`,
        `  const sure = maybe!;`,
        `  if (later(kind)) return sure.length;`,
        `  switch (kind.kind) { case 'a': return forced.length; }`,
        `  return 0;`,
        `}`,
        `export default plant;`,
      ].join('\n'),
    );
    const lint = spawnSync(
      process.execPath,
      [join(repository, 'node_modules/oxlint/bin/oxlint'), '--type-aware', folder],
      {
        cwd: repository,
        encoding: 'utf8',
      },
    );
    expect(lint.status).toBe(1);
    for (const rule of [
      'no-floating-promises',
      'no-misused-promises',
      'switch-exhaustiveness-check',
      'no-explicit-any',
      'no-non-null-assertion',
      'consistent-type-assertions',
      'no-default-export',
    ])
      expect(lint.stdout).toContain(`(${rule})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

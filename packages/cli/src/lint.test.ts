import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

function ambitLint(...words: readonly string[]) {
  const main = ['--conditions=ambit-source', 'packages/cli/src/main.ts', 'lint', ...words];
  return spawnSync(process.execPath, main, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', AMBIT_BUSINESS: 'businesses/clinic', NO_COLOR: '1' },
  });
}

test('a business that would start ends with 0, the one of the environment when none is named', () => {
  const { status, stdout } = ambitLint();
  expect(stdout).toBe(`✓ ${root}businesses/clinic: nothing keeps it from starting\n`);
  expect(status).toBe(0);
});

test('one business that would not start ends with 1, and the document says which', () => {
  const { status, stdout, stderr } = ambitLint('--json', 'businesses/shop', 'businesses/none');
  expect(JSON.parse(stdout)).toMatchObject({
    ok: false,
    blocking: 1,
    warnings: 0,
    folders: [
      { folder: 'businesses/shop', problems: [] },
      { folder: 'businesses/none', problems: [{ severity: 'blocking', file: '.' }] },
    ],
  });
  expect(stderr).toBe('');
  expect(status).toBe(1);
});

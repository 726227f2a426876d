import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, repository, run } from '../processes/real-process.ts';

afterAll(() => cleanUp());

const programs = {
  chaos: 'tests/chaos/main.ts',
  fuzz: 'tests/wire/main.ts',
  redteam: 'packages/guard/src/testing/redteam/main.ts',
} as const;

async function call(program: keyof typeof programs, ...args: readonly string[]) {
  const file = join(repository, programs[program]);
  const running = run(process.execPath, ['--conditions=ambit-source', file, ...args], {});
  return { code: await running.ended, said: running.output() };
}

test.each(['chaos', 'fuzz', 'redteam'] as const)('%s says how it is called', async (program) => {
  const { code, said } = await call(program, '--help');
  expect(said).toMatch(new RegExp(`^npm run -s ${program} -- \\[--`));
  expect(code).toBe(0);
});

test.each([
  ['chaos', ['--loud'], "Unknown option '--loud'"],
  ['chaos', ['--rounds', 'many'], '--rounds takes a whole number, not "many"'],
  ['chaos', ['--rounds', '1', '--kills', '1'], 'Say either --rounds or --kills'],
  ['fuzz', ['--payloads'], "Option '--payloads <value>' argument missing"],
  ['fuzz', ['all'], "Unexpected argument 'all'"],
  ['redteam', ['--loud'], "Unknown option '--loud'"],
] as const)('%s %j is told in one line', async (program, args, told) => {
  const { code, said } = await call(program, ...args);
  expect(said.startsWith(told)).toBe(true);
  expect(said.trimEnd().split('\n')).toHaveLength(1);
  expect(code).toBe(2);
});

import { spawn } from 'node:child_process';
import { accessSync, chmodSync, constants, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { z } from 'zod';
import { endLeftovers } from './leftover-processes.ts';

/**
 * What `npm test` runs: the quick checks (format, lint, imports, types), then vitest over everything. With arguments
 * (`npm test -- packages/core`) it hands them to vitest and leaves the checks out.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);
const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const checks = [
  { name: 'format', command: ['node_modules/oxfmt/bin/oxfmt', '--check'] },
  {
    name: 'lint',
    command: [
      'node_modules/oxlint/bin/oxlint',
      '--type-aware',
      'packages',
      'scripts',
      'tests',
      'vitest.config.ts',
    ],
  },
  { name: 'imports', command: ['--conditions=ambit-source', 'scripts/check-imports.ts'] },
  { name: 'types', command: ['node_modules/typescript/bin/tsc', '-b'] },
] as const;

type Counts = { passed: number; failed: number; skipped: number };

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

process.exitCode = await main();

async function main(): Promise<number> {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  const browser = findBrowser();
  if (browser === undefined && process.env['CI'] === 'true') {
    say('red', 'No chromium on the PATH: browser tests cannot run, and under CI=true that is a failure.');
    counts.failed += 1;
  }
  if (args.length === 0)
    for (const { name, command } of checks) {
      const code = await run([...command], {});
      counts[code === 0 ? 'passed' : 'failed'] += 1;
      say(code === 0 ? 'green' : 'red', `${name}: ${code === 0 ? 'ok' : 'failed'}`);
    }
  await runVitest(browser, counts);
  if (browser === undefined)
    say('yellow', 'BROWSER TESTS WERE SKIPPED: no chromium on the PATH (Debian: apt-get install chromium).');
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed === 0 ? 0 : 1;
}

async function runVitest(browser: string | undefined, counts: Counts): Promise<void> {
  // All that tests write goes below one folder, which is how their leftovers are found.
  const temporary = mkdtempSync(join(realpathSync(tmpdir()), 'ambit-test-'));
  // Root's tests run PostgreSQL as another user, who must get to its folder.
  chmodSync(temporary, 0o711);
  try {
    const report = join(temporary, 'report.json');
    const code = await run(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...(browser === undefined ? ['--exclude=tests/browser/**'] : []),
        ...args,
      ],
      { TMPDIR: temporary, ...(browser === undefined ? {} : { AMBIT_CHROMIUM: browser }) },
    );
    const before = counts.failed;
    addReport(report, counts);
    for (const command of await endLeftovers(temporary)) {
      say('red', `A test left this running: ${command}`);
      counts.failed += 1;
    }
    // An error outside of any test, or a runner that broke.
    if (code !== 0 && counts.failed === before) counts.failed += 1;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function addReport(file: string, counts: Counts): void {
  try {
    const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')));
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    );
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests + unloaded.length;
    counts.skipped += report.numPendingTests + report.numTodoTests;
    if (report.numPassedTests + report.numFailedTests === 0) {
      say('red', 'No test ran.');
      counts.failed += 1;
    }
  } catch (cause) {
    say('red', `vitest left no report: ${cause instanceof Error ? cause.message : String(cause)}`);
    counts.failed += 1;
  }
}

function findBrowser(): string | undefined {
  return browsers
    .flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

async function run(
  command: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: {
      ...process.env,
      ...environment,
      PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => settle(code ?? 1));
  });
}

function say(colour: 'red' | 'yellow' | 'green', text: string): void {
  console.log(styleText(colour, text));
}

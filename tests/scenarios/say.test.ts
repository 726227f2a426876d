import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';

const Report = z.strictObject({
  turns: z.array(
    z.strictObject({
      in: z.string(),
      out: z.array(z.string()),
      outcome: z.string(),
      task: z.string().nullable(),
      ms: z.number().int().nonnegative(),
    }),
  ),
});

let temporary = '';
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'say-test-'));
});
afterEach(() => rmSync(temporary, { recursive: true, force: true }));

type Said = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function say(args: readonly string[], options: { input?: string; interruptAt?: RegExp } = {}): Promise<Said> {
  const child = spawn(
    process.execPath,
    ['--conditions=ambit-source', resolve('packages/cli/src/main.ts'), 'say', ...args],
    { env: { PATH: process.env['PATH'], TMPDIR: temporary }, stdio: 'pipe' },
  );
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
    if (options.interruptAt?.test(stderr) === true) child.kill('SIGINT');
  });
  child.stdin.end(options.input ?? '');
  return new Promise((settle) => child.once('close', (code) => settle({ code, stdout, stderr })));
}

test('what stands under a message is shown: answers to tap, and where a link leads', async () => {
  const { stdout } = await say([
    '--business',
    'businesses/electronics',
    'Bluetooth headphones under $300',
    'the first one, how do I buy it?',
  ]);
  expect(stdout).toContain('[1 Starsound headphones]');
  expect(stdout).toContain('[See and buy → https://starriver.example/p/hp-01]');
});

test('with --json, standard output is one document with what the phone shows', async () => {
  const { code, stdout } = await say(['--json', 'Where is my order A-1042?', 'thanks']);
  const { turns } = Report.parse(JSON.parse(stdout));
  expect(turns).toMatchObject([
    { in: 'Where is my order A-1042?', outcome: 'answered', task: 'order-status' },
    { in: 'thanks', out: [], outcome: 'ignored', task: null },
  ]);
  expect(turns[0]?.out).toEqual([
    expect.stringMatching(/^You're chatting with the AI assistant of .*\n\nOrder A-1042 is on its way/su),
  ]);
  expect(code).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
});

test('the transcript has task, verdict, rule pack, window and price under a reply, and buttons that can be tapped', async () => {
  const { code, stdout } = await say(['-'], { input: 'Cancel order A-1057\n\n/tap 2\n' });
  expect(stdout).toMatch(/\[1 .+\] {2}\[2 .+\]/u);
  expect(stdout).toMatch(
    /task cancel-order\n.*verdict accept [\d.]+ for cancel-order · rule pack \d{4}-\d\d-\d\d\n.*window closes .*left\) · price 0 USD/u,
  );
  expect(stdout).toContain('order A-1057 stays as it is');
  expect(code).toBe(0);
});

test('a message that cannot be sent is named, its outcome is failed and the exit code 1', async () => {
  const { code, stdout, stderr } = await say(['--json', '/tap 3', 'hi']);
  expect(Report.parse(JSON.parse(stdout)).turns).toMatchObject([{ in: '/tap 3', outcome: 'failed' }]);
  expect(stderr).toContain('"/tap 3" got no outcome: the last reply has no button 3');
  expect(code).toBe(1);
});

test('without a message the usage is shown and the exit code is 2', async () => {
  const { code, stdout, stderr } = await say([]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage: ambit say');
});

test('a folder that holds no business is refused in plain words', async () => {
  const { code, stdout, stderr } = await say(['--json', '--business', temporary, 'hi']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('business.yaml: the file is missing');
});

test('Ctrl-C leaves nothing behind', async () => {
  const { code } = await say(['hi'], { interruptAt: /Starting/u });
  expect(code).toBe(130);
  expect(existsSync(temporary)).toBe(true);
  expect(readdirSync(temporary)).toEqual([]);
});

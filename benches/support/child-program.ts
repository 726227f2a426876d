import { spawn, type ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const compileCache = join(tmpdir(), 'ambit-bench-compile-cache');
const ReadyLine = z.record(z.string(), z.unknown());

/** A program of ours that runs beside the bench. `ready`: the JSON line it printed. */
export type ChildProgram = {
  readonly pid: number;
  readonly ready: Record<string, unknown>;
  stop(): Promise<void>;
};

/** Starts a program, with the flags and the allocator's setting that `npm start` gives it, and waits for its first line of JSON. Throws with what it said when it ends before. */
export async function startProgram(options: {
  program: string;
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
}): Promise<ChildProgram> {
  const path = fileURLToPath(new URL(`../../${options.program}`, import.meta.url));
  const child = spawn(
    process.execPath,
    [
      '--conditions=ambit-source',
      '--max-semi-space-size=16',
      '--max-old-space-size=512',
      '--v8-pool-size=1',
      '--disable-warning=ExperimentalWarning',
      path,
      ...(options.args ?? []),
    ],
    {
      // As in a home of its own: what the first run compiled is there for the next.
      env: {
        NODE_COMPILE_CACHE: compileCache,
        MALLOC_ARENA_MAX: '2',
        ...process.env,
        ...options.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-4_000);
  });
  const ready = await new Promise<Record<string, unknown>>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) =>
      resolve(ReadyLine.parse(JSON.parse(line))),
    );
    child.once('exit', (code) => reject(new Error(`${options.program} ended with ${code}: ${complaints}`)));
  });
  return { pid: child.pid ?? 0, ready, stop: () => stopped(child) };
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

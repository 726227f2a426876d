import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { StackPorts } from '@ambit/cli/environment';
import { findFreePorts } from '@ambit/cli/free-ports';
import { findProcess } from '@ambit/server/postgres/running-process';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

type Environment = Readonly<Record<string, string | undefined>>;

/** A program that was started as a person or a service would start it. */
export type RealProcess = {
  readonly pid: number;
  /** All that it has written so far, on standard output and standard error. */
  output(): string;
  /** Waits for words in the output. Throws, quoting it, if it ends without them or they do not come. */
  says(words: string | RegExp): Promise<void>;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  signal(signal: NodeJS.Signals): void;
  /** What the terminal does at Ctrl-C. */
  signalGroup(signal: NodeJS.Signals): void;
};

const started: RealProcess[] = [];
const folders: string[] = [];
const patienceMs = 60_000;
const mark = 'AMBIT_TEST_FOLDER';

/** `npm start`; `cwd`: in another clone than this one. */
export function npmStart(
  environment: Environment,
  options: { cwd?: string; uid?: number } = {},
): RealProcess {
  return run('npm', ['start', '--silent'], environment, options);
}

/** What `npm start` runs, without npm. */
export function ambitStart(environment: Environment): RealProcess {
  const program = join(repository, 'packages/cli/src/main.ts');
  return run(process.execPath, ['--conditions=ambit-source', program, 'start'], environment);
}

/** The server alone, as a service manager runs it. */
export function serverAlone(environment: Environment, args: readonly string[] = []): RealProcess {
  const program = join(repository, 'packages/server/src/main.ts');
  return run(process.execPath, ['--conditions=ambit-source', program, ...args], environment);
}

/** Any program of the repository. */
export function run(
  command: string,
  args: readonly string[],
  environment: Environment,
  { cwd = repository, uid }: { cwd?: string; uid?: number } = {},
): RealProcess {
  const child = spawn(command, args, {
    cwd,
    detached: true,
    env: {
      PATH: `${join(cwd, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
      TMPDIR: tmpdir(),
      // What its descendants are known by.
      [mark]: environment['AMBIT_HOME'] ?? '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  let over = false;
  const ended = new Promise<number | string>((settle, fail) => {
    child.once('error', fail);
    child.once('close', (code, signal) => {
      over = true;
      settle(code ?? signal ?? 'unknown');
    });
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const signal = (target: number, name: NodeJS.Signals): void => {
    if (!over) process.kill(target, name);
  };
  const process_: RealProcess = {
    pid,
    output: () => output,
    says: (words) =>
      eventually(
        () => {
          if (typeof words === 'string' ? output.includes(words) : words.test(output)) return true;
          if (over) throw new Error(`It ended without saying "${words}":\n${output}`);
          return false;
        },
        () => `"${words}" in:\n${output}`,
      ),
    ended,
    signal: (name) => signal(pid, name),
    signalGroup: (name) => signal(-pid, name),
  };
  started.push(process_);
  return process_;
}

/** Waits until it is so. Throws after `limitMs`, saying what was waited for. */
export async function eventually(
  isSo: () => boolean | Promise<boolean>,
  what: string | (() => string),
  limitMs = patienceMs,
): Promise<void> {
  const giveUpAt = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt)
      throw new Error(`Waited ${limitMs / 1_000} s for ${typeof what === 'string' ? what : what()}`);
    await wait(25);
  }
}

/** A folder of a test's own, which PostgreSQL may pass through whoever runs it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ambit-processes-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

/** A copy of the example shop, to be spoiled. */
export function copyShop(folder: string): string {
  const shop = join(folder, 'shop');
  cpSync(join(repository, 'businesses/shop'), shop, { recursive: true });
  return shop;
}

/** Ports that are free now, as the variables that set them. */
export async function freePorts(): Promise<{
  ports: StackPorts;
  variables: Readonly<Record<string, string>>;
}> {
  const ports = await findFreePorts();
  return {
    ports,
    variables: {
      AMBIT_PORT: String(ports.webhook),
      AMBIT_DESK_PORT: String(ports.desk),
      AMBIT_SIM_PORT: String(ports.simulator),
    },
  };
}

/** The running processes that a test started on a folder, or that mention it on their command line. */
export function processesOf(folder: string): readonly { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((name) => {
    const found = /^\d+$/.test(name) && Number(name) !== process.pid ? findProcess(Number(name)) : undefined;
    if (found === undefined) return [];
    const concerns = found.command.includes(folder) || folderOf(found.pid).startsWith(folder);
    return concerns ? [{ pid: found.pid, command: found.command }] : [];
  });
}

function folderOf(pid: number): string {
  try {
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return variables.find((each) => each.startsWith(`${mark}=`))?.slice(mark.length + 1) ?? '';
  } catch {
    // Another user's, or just ended.
    return '';
  }
}

/** The process among those of a folder whose command line has these words. Throws if there is none. */
export function processOf(folder: string, words: string): number {
  const found = processesOf(folder).find(({ command }) => command.includes(words));
  if (found === undefined) throw new Error(`Nothing runs "${words}" in ${folder}`);
  return found.pid;
}

/** Ends what a test left and removes its folders, after `unmount`. */
export async function cleanUp(unmount: () => void = () => undefined): Promise<void> {
  for (const each of started.splice(0)) each.signalGroup('SIGKILL');
  for (const folder of folders.splice(0)) {
    for (const { pid } of processesOf(folder)) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
    await eventually(() => processesOf(folder).length === 0, `all in ${folder} to end`);
    unmount();
    rmSync(folder, { recursive: true, force: true });
  }
}

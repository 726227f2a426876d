import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { openProcessLog, parseProcessLogLine } from './process-log.ts';

/**
 * A small heap: a busy server stays below 300 MB. Half as much room for short-lived objects saves 30 MB more and costs
 * a few percent of its time; twice as much is the other way round. One thread beside the main one collects garbage
 * and compiles: four, which Node starts, spend a third more on the same and 10 MB.
 */
const nodeFlags = [
  '--conditions=ambit-source',
  '--max-semi-space-size=16',
  '--max-old-space-size=512',
  '--v8-pool-size=1',
];

/** glibc keeps freed memory apart for each of up to 16 threads: with two such stores a busy server has 60 MB less. */
const fewArenas = { MALLOC_ARENA_MAX: '2' };

/** Something that a person at the terminal should read. */
export type Notice = {
  readonly level: 'info' | 'warn' | 'error';
  readonly from: string;
  readonly message: string;
};

export type ProcessOptions = {
  /** As it is called in notices and in its log file. */
  readonly name: string;
  /** The program's TypeScript file, run from source. */
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The event on its standard output that says that it is ready. */
  readonly readyEvent: string;
  readonly logFile: string;
  notify(notice: Notice): void;
  /** Called once, when the process has died too often to be started again. */
  gaveUp(reason: string): void;
};

const ProcessEvent = z.looseObject({ event: z.string() });
const preload = new URL('./exit-with-supervisor.ts', import.meta.url).href;
const stopLimitMs = 25_000;
const fastDeathLimit = 5;
const firstPauseMs = 500;
/** Who lived this long starts a new count. */
const longLifeMs = 60_000;

/**
 * A child process that is kept running: after it was ready once, it is restarted when it dies, with growing pauses,
 * until it has died five times in quick succession.
 */
export class SupervisedProcess {
  readonly #options: ProcessOptions;
  readonly #log: ReturnType<typeof openProcessLog>;
  #child: ChildProcess | undefined;
  #exited: Promise<void> = Promise.resolve();
  #fastDeaths = 0;
  #stopping = false;
  #restart: NodeJS.Timeout | undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
    this.#log = openProcessLog(options.logFile);
  }

  /** Starts it and returns its ready event. Throws with its own last words if it ends before that. */
  async start(): Promise<Readonly<Record<string, unknown>>> {
    return this.#run();
  }

  /** Asks it to stop and returns once it is gone; after 25 s it is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    this.#child?.kill('SIGTERM');
    const force = setTimeout(() => this.#child?.kill('SIGKILL'), stopLimitMs);
    await this.#exited;
    clearTimeout(force);
    this.#log.end();
  }

  /** Ends it at once. */
  kill(): void {
    this.#stopping = true;
    clearTimeout(this.#restart);
    this.#child?.kill('SIGKILL');
  }

  #run(): Promise<Readonly<Record<string, unknown>>> {
    const { name, program, environment, readyEvent } = this.#options;
    const bornAt = performance.now();
    let ready = false;
    const plain: string[] = [];
    let explanation: string | undefined;
    const child = spawn(process.execPath, [...nodeFlags, '--import', preload, program], {
      env: { ...fewArenas, ...environment },
      // A session of its own: a Ctrl-C reaches the supervisor only, which then stops everything in order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    return new Promise((settle, fail) => {
      this.#exited = new Promise((gone) => {
        const end = (how: string): void => {
          if (this.#child === child) this.#child = undefined;
          gone();
          const reason = explanation ?? (plain.length > 0 ? plain.join('; ') : how);
          if (!ready) fail(new Error(reason));
          if (!this.#stopping && ready) this.#died(reason, performance.now() - bornAt);
        };
        child.once('error', (error) => end(`${name} could not be started: ${error.message}`));
        child.once('close', (code, signal) => end(`${name} ended with ${signal ?? `exit code ${code}`}`));
      });
      eachLine(child.stdout, (line) => {
        const event = parseEvent(line);
        this.#log.write(`${line}\n`);
        if (event?.event !== readyEvent) return;
        ready = true;
        settle(event);
      });
      eachLine(child.stderr, (line) => {
        this.#log.write(`${line}\n`);
        const told = this.#tell(line);
        if (told.kind === 'explains') explanation = told.message;
        if (told.kind === 'plain') keepLast(plain, line);
      });
    });
  }

  /** Shows a line if it matters, and says whether it may explain a death. */
  #tell(line: string): { kind: 'explains'; message: string } | { kind: 'plain' } | { kind: 'nothing' } {
    const { name, notify } = this.#options;
    const said = parseProcessLogLine(line);
    switch (said.kind) {
      case 'fatal':
        return { kind: 'explains', message: said.message };
      case 'notable':
        notify({ level: said.level, from: name, message: said.message });
        return said.level === 'error' ? { kind: 'explains', message: said.message } : { kind: 'nothing' };
      case 'plain':
        // A crash prints the place first and the stack last; the line that names the error says what happened.
        if (/^(\w*Error|Uncaught)\b/.test(line)) return { kind: 'explains', message: line };
        return line.trim() === '' ? { kind: 'nothing' } : { kind: 'plain' };
      case 'routine':
        return { kind: 'nothing' };
    }
  }

  #died(reason: string, livedMs: number): void {
    const { name, notify, gaveUp } = this.#options;
    this.#fastDeaths = livedMs > longLifeMs ? 1 : this.#fastDeaths + 1;
    if (this.#fastDeaths >= fastDeathLimit) {
      gaveUp(`${name} died ${fastDeathLimit} times in a row: ${reason}`);
      return;
    }
    const pauseMs = firstPauseMs * 2 ** (this.#fastDeaths - 1);
    notify({
      level: 'error',
      from: name,
      message: `died (${reason}); starting it again in ${pauseMs / 1000} s`,
    });
    this.#restart = setTimeout(() => {
      const bornAt = performance.now();
      this.#run().then(
        () => notify({ level: 'info', from: name, message: 'runs again' }),
        (cause: unknown) => {
          if (!this.#stopping)
            this.#died(cause instanceof Error ? cause.message : String(cause), performance.now() - bornAt);
        },
      );
    }, pauseMs);
  }
}

/** Programs that fail in plain words use a line for each thing that is wrong. */
function keepLast(lines: string[], line: string): void {
  lines.push(line);
  if (lines.length > 5) lines.shift();
}

function eachLine(stream: Readable | null, take: (line: string) => void): void {
  if (stream !== null)
    createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', take);
}

function parseEvent(line: string): z.infer<typeof ProcessEvent> | undefined {
  try {
    return ProcessEvent.safeParse(JSON.parse(line)).data;
  } catch {
    // Not an event: it stays in the log file.
    return undefined;
  }
}

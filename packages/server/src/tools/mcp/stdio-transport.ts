import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { validateJSONRPCMessage, type JSONRPCMessage } from '@ai-sdk/mcp';

/** Programs are found beside the Node that runs Ambit, and where systems keep theirs. */
const programFolders = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
const mostLineBytes = 5_000_000;
const graceMs = 2_000;
const mostComplaint = 4_000;
const longestLine = 200;

/** What the client asks of a transport. */
export type StdioTransport = {
  start(): Promise<void>;
  send(message: JSONRPCMessage): Promise<void>;
  close(): Promise<void>;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
  /** How the program ended, for people, with what it said last of an error; undefined while it runs. */
  howItEnded(): string | undefined;
};

/**
 * An MCP server as a child process, one JSON-RPC message a line. It sees the given environment and PATH only, gets a
 * process group of its own so that nothing it started outlives it, and a line without end costs it its life.
 * Source: Model Context Protocol 2025-11-25, "stdio".
 */
export function createStdioTransport(options: {
  command: string;
  arguments: readonly string[];
  environment: Readonly<Record<string, string>>;
}): StdioTransport {
  let child: ChildProcessByStdio<Writable, Readable, Readable> | undefined;
  let ended: Promise<void> = Promise.resolve();
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let complaint = '';
  let closing = false;
  let end: string | undefined;

  function kill(signal: NodeJS.Signals): void {
    if (child?.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It is gone already.
    }
  }

  function receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(10); end !== -1; end = rest.indexOf(10)) {
      const line = Buffer.concat([...waiting, rest.subarray(0, end)]).toString('utf8');
      waiting = [];
      waitingBytes = 0;
      rest = rest.subarray(end + 1);
      if (line.trim() !== '') receiveLine(line);
    }
    if (rest.length === 0) return;
    waiting.push(rest);
    waitingBytes += rest.length;
    if (waitingBytes > mostLineBytes) kill('SIGKILL');
  }

  function receiveLine(line: string): void {
    let message: JSONRPCMessage;
    try {
      message = validateJSONRPCMessage(JSON.parse(line));
    } catch {
      transport.onerror?.(new Error('an MCP server wrote a line that is no message'));
      return;
    }
    transport.onmessage?.(message);
  }

  const transport: StdioTransport = {
    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(options.command, [...options.arguments], {
          env: { PATH: programFolders, ...options.environment },
          stdio: ['pipe', 'pipe', 'pipe'],
          detached: true,
        });
        child = started;
        const exited = Promise.withResolvers<void>();
        ended = exited.promise;
        started.once('spawn', resolve);
        started.stderr.on('data', (chunk: Buffer) => {
          complaint = `${complaint}${chunk.toString('utf8')}`.slice(-mostComplaint);
        });
        started.once('error', (error) => {
          end = notStarted(options.command, error);
          reject(error);
          exited.resolve();
        });
        started.once('close', (code, signal) => {
          const line = errorLine(complaint, Object.values(options.environment));
          const how = code === null ? `by ${signal ?? 'a signal'}` : `with code ${code}`;
          if (!closing) end ??= `the program ended ${how}${line === '' ? '' : `: ${line}`}`;
          kill('SIGKILL');
          child = undefined;
          exited.resolve();
          transport.onclose?.();
        });
        started.stdin.on('error', (error) => transport.onerror?.(error));
        started.stdout.on('data', receive);
      }),
    send: (message) =>
      new Promise((resolve, reject) => {
        if (child === undefined) {
          reject(new Error('the MCP server has ended'));
          return;
        }
        child.stdin.write(`${JSON.stringify(message)}\n`, (error) => {
          if (error === null || error === undefined) resolve();
          else reject(error);
        });
      }),
    async close() {
      closing = true;
      child?.stdin.end();
      kill('SIGTERM');
      const killer = setTimeout(() => kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(killer);
    },
    howItEnded: () => end,
  };
  return transport;
}

function notStarted(command: string, error: Error): string {
  const code = 'code' in error ? String(error.code) : error.name;
  return code === 'ENOENT'
    ? `there is no program "${command}"; programs are looked for in ${programFolders}`
    : `the program "${command}" could not be started (${code})`;
}

/** The line of what a program complained of that tells most, without the values it was given. */
function errorLine(complaint: string, values: readonly string[]): string {
  const lines = complaint.split('\n').map((line) => line.trim());
  const told = lines.find((line) => /error|cannot|denied|not found/i.test(line));
  const line = told ?? lines.findLast((each) => each !== '') ?? '';
  const masked = values
    .filter((value) => value.length > 3)
    .reduce((text, value) => text.replaceAll(value, '••••'), line);
  return masked.slice(0, longestLine);
}

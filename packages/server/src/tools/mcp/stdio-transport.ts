import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { validateJSONRPCMessage, type JSONRPCMessage } from '@ai-sdk/mcp';

/** Programs are found beside the Node that runs Ambit, and where systems keep theirs. */
const programFolders = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
const mostLineBytes = 5_000_000;
const graceMs = 2_000;

/** What the client asks of a transport. */
export type StdioTransport = {
  start(): Promise<void>;
  send(message: JSONRPCMessage): Promise<void>;
  close(): Promise<void>;
  onclose?: () => void;
  onerror?: (error: Error) => void;
  onmessage?: (message: JSONRPCMessage) => void;
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
  let child: ChildProcessByStdio<Writable, Readable, null> | undefined;
  let ended: Promise<void> = Promise.resolve();
  let waiting: Buffer[] = [];
  let waitingBytes = 0;

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
          stdio: ['pipe', 'pipe', 'ignore'],
          detached: true,
        });
        child = started;
        const exited = Promise.withResolvers<void>();
        ended = exited.promise;
        started.once('spawn', resolve);
        started.once('error', (error) => {
          reject(error);
          exited.resolve();
        });
        started.once('close', () => {
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
      child?.stdin.end();
      kill('SIGTERM');
      const killer = setTimeout(() => kill('SIGKILL'), graceMs);
      await ended;
      clearTimeout(killer);
    },
  };
  return transport;
}

import { createMCPClient, MCPClientError, type CallToolResult, type MCPClient } from '@ai-sdk/mcp';
import { secretName, type McpServer } from '@ambit/core/tool/declared-tool';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import type { Outbound } from '../outbound/guarded-request.ts';
import { openSecrets } from '../http/sign-in.ts';
import type { Secrets } from '../tool-secrets.ts';
import { createGuardedFetch, UnreachableHost } from './guarded-fetch.ts';
import { createStdioTransport } from './stdio-transport.ts';

/** A tool as a server lists it; its schemas are JSON Schema. */
export type ListedTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: unknown;
  readonly outputSchema: unknown;
};

/** What came of speaking with a server. `sent`: it may have done what it was asked. */
export type McpSpoken<T> =
  | { readonly kind: 'said'; readonly said: T }
  | { readonly kind: 'failed'; readonly failure: ToolFailure; readonly sent: boolean };

/** A server that is started or connected to when it is first needed, and anew after it has ended. Never throws. */
export type McpConnection = {
  listTools(signal: AbortSignal): Promise<McpSpoken<readonly ListedTool[]>>;
  callTool(
    name: string,
    values: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
  ): Promise<McpSpoken<CallToolResult>>;
  close(): Promise<void>;
};

type Program = Extract<McpServer['server'], { kind: 'stdio' }>;
type Open = { readonly client: MCPClient; readonly tools: readonly ListedTool[] };

/** Starting and the first words of a server. */
const startMs = 10_000;
/** A server that has just failed to start is not tried again at once. */
const restartAfterMs = 1_000;
/** A server nobody needs is let go of. */
const idleMs = 600_000;
const mostTools = 1_000;

/** A JSON-RPC error of these says that the call was not carried out. Source: JSON-RPC 2.0, section 5.1. */
const notCarriedOut = new Set([-32700, -32600, -32601, -32602]);

/** Opens no connection yet. */
export function connectMcp(options: {
  server: McpServer['server'];
  secrets: Secrets;
  outbound: Outbound;
  monotonicMs: () => number;
}): McpConnection {
  const { server, secrets, outbound, monotonicMs } = options;
  let opening: Promise<McpSpoken<Open>> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  let lastFailure = '';
  let closed = false;
  let idle: NodeJS.Timeout | undefined;

  async function open(onEnded: () => void): Promise<McpSpoken<Open>> {
    const sealed = server.kind === 'stdio' ? server.environment : server.headers;
    const references = Object.values(sealed).filter((text) => secretName(text) !== undefined);
    const opened = await openSecrets(secrets, references);
    if (opened.kind === 'failed') return { kind: 'failed', failure: opened.failure, sent: false };
    const values = new Map(references.map((reference, index) => [reference, opened.values[index] ?? '']));
    const clear = Object.fromEntries(
      Object.entries(sealed).map(([name, text]) => [name, values.get(text) ?? text]),
    );
    let client: MCPClient | undefined;
    let howItEnded = (): string | undefined => undefined;
    const program = (
      environment: Readonly<Record<string, string>>,
      { command, arguments: given }: Program,
    ) => {
      const transport = createStdioTransport({ command, arguments: given, environment });
      howItEnded = () => transport.howItEnded();
      return watched(transport, onEnded);
    };
    try {
      client = await createMCPClient({
        clientName: 'ambit',
        transport:
          server.kind === 'stdio'
            ? program(clear, server)
            : { type: 'http', url: server.url, headers: clear, fetch: createGuardedFetch(outbound) },
        initializationOptions: { timeout: startMs },
        // Each call is told of its own trouble.
        onUncaughtError: () => undefined,
      });
      return { kind: 'said', said: { client, tools: await readTools(client) } };
    } catch (error) {
      const ended = howItEnded();
      await client?.close().catch(() => undefined);
      if (ended !== undefined) return refused(ended);
      return { kind: 'failed', failure: failureOf(error), sent: false };
    }
  }

  async function connection(signal: AbortSignal): Promise<McpSpoken<Open>> {
    if (closed) return refused('Ambit is stopping');
    if (opening === undefined) {
      if (monotonicMs() - failedAt < restartAfterMs)
        return refused(`the MCP server did not start a moment ago${lastFailure}`);
      const made: Promise<McpSpoken<Open>> = open(() => {
        if (opening === made) opening = undefined;
      });
      opening = made;
      void made.then((result) => {
        if (result.kind !== 'failed') return;
        failedAt = monotonicMs();
        lastFailure = `: ${result.failure.why}`;
        if (opening === made) opening = undefined;
      });
    }
    clearTimeout(idle);
    idle = setTimeout(() => void letGo(), idleMs).unref();
    return endedBy(opening, signal);
  }

  async function letGo(): Promise<void> {
    const was = opening;
    opening = undefined;
    clearTimeout(idle);
    const result = await was;
    if (result?.kind === 'said') await result.said.client.close().catch(() => undefined);
  }

  async function call(
    name: string,
    values: Readonly<Record<string, unknown>>,
    signal: AbortSignal,
    again: boolean,
  ): Promise<McpSpoken<CallToolResult>> {
    const connected = await connection(signal);
    if (connected.kind === 'failed') return connected;
    const { client, tools } = connected.said;
    if (!tools.some((tool) => tool.name === name)) {
      const why = 'the MCP server has no tool of this name (any more)';
      return { kind: 'failed', failure: { kind: 'not-allowed', why }, sent: false };
    }
    try {
      return {
        kind: 'said',
        said: await client.callTool({ name, arguments: { ...values }, options: { signal } }),
      };
    } catch (error) {
      if (signal.aborted)
        return { kind: 'failed', failure: { kind: 'timeout', why: 'no answer came in time' }, sent: true };
      const code = MCPClientError.isInstance(error) ? error.code : undefined;
      const status = MCPClientError.isInstance(error) ? error.statusCode : undefined;
      // Whoever answers with an error is there; anything else is a connection to give up.
      if (code === undefined) await letGo();
      // The server has forgotten the session, and so has not taken the call.
      if (status === 404 && !again) return call(name, values, signal, true);
      const unsent = error instanceof UnreachableHost && !error.sent;
      const turnedDown = status !== undefined && status >= 400 && status < 500;
      const sent = !unsent && !turnedDown && !(code !== undefined && notCarriedOut.has(code));
      return { kind: 'failed', failure: failureOf(error), sent };
    }
  }

  return {
    async listTools(signal) {
      const connected = await connection(signal);
      return connected.kind === 'failed' ? connected : { kind: 'said', said: connected.said.tools };
    },
    callTool: (name, values, signal) => call(name, values, signal, false),
    async close() {
      closed = true;
      await letGo();
    },
  };
}

async function readTools(client: MCPClient): Promise<readonly ListedTool[]> {
  const tools: ListedTool[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listTools({
      ...(cursor === undefined ? {} : { params: { cursor } }),
      options: { timeout: startMs },
    });
    tools.push(
      ...page.tools.map(({ name, description = '', inputSchema, outputSchema }) => ({
        name,
        description,
        inputSchema,
        outputSchema,
      })),
    );
    cursor = page.nextCursor;
  } while (cursor !== undefined && tools.length < mostTools);
  return tools;
}

/** The result, unless the signal comes first. */
async function endedBy<T>(work: Promise<McpSpoken<T>>, signal: AbortSignal): Promise<McpSpoken<T>> {
  const { promise, resolve } = Promise.withResolvers<McpSpoken<T>>();
  const onAbort = (): void =>
    resolve({
      kind: 'failed',
      failure: { kind: 'timeout', why: 'the MCP server did not start in time' },
      sent: false,
    });
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function refused(why: string): Extract<McpSpoken<never>, { kind: 'failed' }> {
  return { kind: 'failed', failure: { kind: 'refused', why }, sent: false };
}

function failureOf(error: unknown): ToolFailure {
  if (error instanceof UnreachableHost) return error.failure;
  if (MCPClientError.isInstance(error)) {
    if (error.cause instanceof UnreachableHost) return error.cause.failure;
    if (error.code !== undefined)
      return { kind: 'tool-error', why: `the MCP server answered with error ${error.code}` };
    if (error.statusCode !== undefined)
      return { kind: 'http-status', why: `the MCP server answered ${error.statusCode}` };
  }
  const name = error instanceof Error ? error.name : 'an unknown trouble';
  return { kind: 'cut', why: `the MCP server ended or cannot be understood (${name})` };
}

/** The client sets its own `onclose` when it is made; ours comes first. */
function watched(
  transport: ReturnType<typeof createStdioTransport>,
  onEnded: () => void,
): ReturnType<typeof createStdioTransport> {
  const { start } = transport;
  transport.start = async () => {
    const { onclose } = transport;
    transport.onclose = () => {
      onEnded();
      onclose?.();
    };
    await start();
  };
  return transport;
}

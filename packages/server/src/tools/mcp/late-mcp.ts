import type { connectMcp, McpConnection } from './mcp-connection.ts';

/** An MCP server's connection; its library is loaded when the first call is made, as most businesses have none. */
export function connectMcpLate(options: Parameters<typeof connectMcp>[0]): McpConnection {
  let made: Promise<McpConnection> | undefined;
  let closed = false;
  const connection = (): Promise<McpConnection> => {
    made ??= import('./mcp-connection.ts').then((loaded) => loaded.connectMcp(options));
    return made;
  };
  const stopping = {
    kind: 'failed',
    failure: { kind: 'refused', why: 'Ambit is stopping' },
    sent: false,
  } as const;
  return {
    listTools: async (signal) => (closed ? stopping : (await connection()).listTools(signal)),
    callTool: async (name, values, signal) =>
      closed ? stopping : (await connection()).callTool(name, values, signal),
    async close() {
      closed = true;
      if (made !== undefined) await (await made).close();
    },
  };
}

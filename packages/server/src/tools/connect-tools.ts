import type { ToolFile } from '@ambit/core/tool/declared-tool';
import { askHttp } from './http/ask-http.ts';
import { askMcp } from './mcp/ask-mcp.ts';
import { connectMcpLate } from './mcp/late-mcp.ts';
import type { McpConnection } from './mcp/mcp-connection.ts';
import type { Outbound } from './outbound/guarded-request.ts';
import { createDeclaredTool, type ConnectedTool } from './run-tool.ts';
import type { Secrets } from './tool-secrets.ts';

/** What declared tools need from the deployment. */
export type ToolSurroundings = {
  readonly secrets: Secrets;
  readonly outbound: Outbound;
  readonly monotonicMs: () => number;
};

/** A business's tools by name. `close` ends the servers that were started for them. */
export type ConnectedTools = {
  readonly byName: ReadonlyMap<string, ConnectedTool>;
  close(): Promise<void>;
};

/** Makes tools of what a business declares. Nothing is started or called before it is needed. */
export function connectTools(
  business: { readonly tools: readonly ToolFile[]; readonly defaultCountry: string },
  around: ToolSurroundings,
): ConnectedTools {
  const { defaultCountry } = business;
  const byName = new Map<string, ConnectedTool>();
  const connections: McpConnection[] = [];
  const find = (name: string): ConnectedTool | undefined => byName.get(name);
  const { monotonicMs } = around;
  const add = (
    declaration: Parameters<typeof createDeclaredTool>[0]['declaration'],
    parameters: Readonly<Record<string, unknown>>,
    ask: Parameters<typeof createDeclaredTool>[0]['ask'],
  ): void => {
    const proof = declaration.belongsTo?.proof?.input;
    const inputs = [...Object.keys(parameters), ...(proof === undefined ? [] : [proof])];
    byName.set(
      declaration.name,
      createDeclaredTool({ declaration, inputs, ask, find, defaultCountry, monotonicMs }),
    );
  };
  for (const file of business.tools) {
    switch (file.kind) {
      case 'http':
        add(file, file.parameters, askHttp({ tool: file, ...around }));
        break;
      case 'mcp': {
        const connection = connectMcpLate({ server: file.server, ...around });
        connections.push(connection);
        for (const pick of file.tools) add(pick, pick.parameters, askMcp(pick, connection));
      }
    }
  }
  return {
    byName,
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
    },
  };
}

import { z } from 'zod';
import type { BackEndAnswer } from './back-end-file.ts';

/** What a stand-in for an MCP server answers: an HTTP status, and JSON unless there is nothing to say. */
export type McpAnswer = { readonly status: number; readonly json?: unknown };

const Message = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string(),
  params: z.looseObject({ name: z.string().optional(), protocolVersion: z.string().optional() }).optional(),
});

/**
 * Answers one message as an MCP server that has these tools and keeps no session. `answerOf`: what is written for a
 * tool; a status from 400 on is a tool that says that it failed, and so is a tool that nothing is written for.
 * Source: Model Context Protocol 2025-11-25, "Streamable HTTP" and "Tools".
 */
export function answerMcp(
  body: string,
  tools: readonly string[],
  answerOf: (tool: string) => BackEndAnswer | undefined,
): McpAnswer {
  const { id, method, params = {} } = Message.parse(JSON.parse(body));
  if (id === undefined) return { status: 202 };
  const said = (result: unknown): McpAnswer => ({ status: 200, json: { jsonrpc: '2.0', id, result } });
  switch (method) {
    case 'initialize':
      return said({
        protocolVersion: params.protocolVersion ?? '2025-11-25',
        capabilities: { tools: {} },
        serverInfo: { name: 'scenario', version: '1' },
      });
    case 'tools/list':
      return said({ tools: tools.map((name) => ({ name, inputSchema: { type: 'object' } })) });
    case 'tools/call': {
      const found = answerOf(params.name ?? '');
      const structured = z.record(z.string(), z.unknown()).safeParse(found?.json);
      return said({
        content: [{ type: 'text', text: JSON.stringify(found?.json ?? {}) }],
        ...(structured.success ? { structuredContent: structured.data } : {}),
        isError: found === undefined || found.status >= 400,
      });
    }
    default: {
      const error = { code: -32_601, message: 'this is not answered' };
      return { status: 200, json: { jsonrpc: '2.0', id, error } };
    }
  }
}

import type { ToolTrials } from '../ports/tool-trials.ts';
import type { ToolSurroundings } from './connect-tools.ts';
import { connectMcpLate } from './mcp/late-mcp.ts';
import { testTool } from './test-tool.ts';

/** Tries tools with this deployment's secrets, and under its rules for where tools may go. */
export function createToolTrials(around: ToolSurroundings): ToolTrials {
  return {
    test: (tool, call) => testTool(tool, call, around),
    async listMcp(server, signal) {
      const connection = connectMcpLate({ server, ...around });
      try {
        const listed = await connection.listTools(signal);
        return listed.kind === 'failed' ? listed : { kind: 'listed', tools: listed.said };
      } finally {
        await connection.close();
      }
    },
    async unsetSecrets(names) {
      const values = await Promise.all(names.map((name) => around.secrets(name)));
      return names.filter((_, index) => values[index] === undefined);
    },
  };
}

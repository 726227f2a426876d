import type { Asker } from '@ambit/core/tool/asker';
import type { McpServer, ToolFile } from '@ambit/core/tool/declared-tool';
import type { ListedMcpTool } from '@ambit/core/tool/import/import-mcp';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import type { ToolOutcome } from './tools.ts';

/** A call as somebody may see it who tests a tool: secrets are masked. `text`: what came back, cut where it is long. */
export type ToolTrace = {
  readonly request: {
    readonly what: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly response: { readonly status: string; readonly text: string } | undefined;
  readonly attempts: number;
};

/** What a try of a tool shows: the request with its secrets masked, what came back, and what a flow would get. */
export type ToolTest = {
  readonly trace: ToolTrace | undefined;
  readonly outcome: ToolOutcome;
  readonly ms: number;
};

/** Which tool to try: of `files`, which hold it and the tools it requires, and of a business in this country. */
export type TriedTool = {
  readonly files: readonly ToolFile[];
  readonly name: string;
  readonly defaultCountry: string;
};

/** The call of a try. */
export type TrialCall = {
  readonly input: Readonly<Record<string, string>>;
  readonly asker: Asker;
  readonly callKey: string;
  readonly signal: AbortSignal;
};

/** Tools that are tried, and MCP servers that are asked what they have, from this deployment and with its secrets. */
export type ToolTrials = {
  /** Makes one real call. Throws when no file declares the tool. */
  test(tool: TriedTool, call: TrialCall): Promise<ToolTest>;
  /** Starts or connects to a server, asks for its tools, and lets go of it. */
  listMcp(
    server: McpServer['server'],
    signal: AbortSignal,
  ): Promise<
    | { readonly kind: 'listed'; readonly tools: readonly ListedMcpTool[] }
    | { readonly kind: 'failed'; readonly failure: ToolFailure }
  >;
  /** Which of these secrets nobody has set. */
  unsetSecrets(names: readonly string[]): Promise<readonly string[]>;
};

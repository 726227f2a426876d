import type { CallToolResult } from '@ai-sdk/mcp';
import { z } from 'zod';
import { chooseAnswer } from '@ambit/core/tool/choose-answer';
import type { McpPick } from '@ambit/core/tool/declared-tool';
import { mapOutput } from '@ambit/core/tool/tool-output';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import { fillParameter, type ParameterValue } from '@ambit/core/tool/tool-parameter';
import type { ToolTrace } from '../../ports/tool-trials.ts';
import { within } from '../../ports/within.ts';
import type { AskBackEnd, BackEndResult } from '../run-tool.ts';
import type { McpConnection, McpSpoken } from './mcp-connection.ts';

const longestTraceText = 20_000;

/** How a tool picked from an MCP server asks it. */
export function askMcp(pick: McpPick, connection: McpConnection): AskBackEnd {
  return async (input, context, signal) => {
    const values: Record<string, ParameterValue> = {};
    for (const [name, parameter] of Object.entries(pick.parameters)) {
      const filled = fillParameter(name, parameter, input, context);
      if (filled.kind === 'nobody') return { result: { kind: 'nobody' } };
      if (filled.kind === 'refused') return { result: failed({ kind: 'bad-input', why: filled.why }, false) };
      if (filled.kind === 'value') values[parameter.as ?? name] = filled.value;
    }
    const spoken = await within(
      pick.timeoutMs,
      (limited) => connection.callTool(pick.tool, values, limited),
      signal,
    );
    const trace: ToolTrace = {
      request: { what: `tools/call ${pick.tool}`, headers: {}, body: JSON.stringify(values) },
      response:
        spoken.kind === 'said'
          ? {
              status: spoken.said.isError === true ? 'error' : 'ok',
              text: JSON.stringify(rawOf(spoken.said)).slice(0, longestTraceText),
            }
          : undefined,
      attempts: 1,
    };
    return { result: readResult(pick, spoken), trace };
  };
}

function readResult(pick: McpPick, spoken: McpSpoken<CallToolResult>): BackEndResult {
  if (spoken.kind === 'failed') return failed(spoken.failure, spoken.sent);
  const { said } = spoken;
  // It says itself that it did not do it.
  if (said.isError === true)
    return failed({ kind: 'tool-error', why: 'the tool says that it failed' }, false);
  const raw = rawOf(said);
  if (Buffer.byteLength(JSON.stringify(raw)) > pick.maxBytes)
    return failed({ kind: 'bad-shape', why: `the answer is larger than ${pick.maxBytes} bytes` }, true);
  const answer = chooseAnswer(pick.answers, raw);
  if (answer === undefined)
    return failed({ kind: 'bad-shape', why: 'none of the declared answers fits' }, true);
  const mapped = mapOutput(answer.outputs, raw);
  return mapped.kind === 'bad-shape'
    ? failed({ kind: 'bad-shape', why: mapped.why }, true)
    : { kind: 'answer', answerKind: answer.kind, output: mapped.output, raw };
}

const TextParts = z.array(z.unknown()).transform((parts) =>
  parts.flatMap((part) => {
    const read = z.object({ type: z.literal('text'), text: z.string() }).safeParse(part);
    return read.success ? [read.data.text] : [];
  }),
);

/** The structured answer; else its text, as JSON if it is that, or under "text". */
function rawOf(said: CallToolResult): unknown {
  if ('structuredContent' in said && said.structuredContent !== undefined) return said.structuredContent;
  const parts = TextParts.safeParse('content' in said ? said.content : []);
  const text = parts.success ? parts.data.join('\n') : '';
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return { text };
  }
}

function failed(failure: ToolFailure, mayHaveEffect: boolean): BackEndResult {
  return { kind: 'failed', failure, mayHaveEffect };
}

import type { Call, CallResult } from '@ambit/core/conversation/call';
import type { Database } from '../db/database.ts';
import { journalSettle, journalStart, type JournalEntry } from '../db/journal.ts';
import type { Tool } from '../ports/tools.ts';
import type { ReadyBusiness } from './published-business.ts';

/** The turn a call is made for, and what an earlier run of it did. */
export type CallingTurn = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly turnId: string;
  readonly epoch: number;
  readonly journal: ReadonlyMap<string, JournalEntry>;
};

/** `lost`: the mailbox is no longer ours, so nothing was done. */
export type Performed = { kind: 'settled'; result: CallResult } | { kind: 'lost' };

/**
 * Performs one call of a turn. What changes something is journalled: committed as started before,
 * settled after. On a re-run a settled call is not made again; one that was only started is
 * repeated if its tool says it may be, and is otherwise in doubt.
 */
export async function performCall(options: {
  database: Database;
  tools: ReadonlyMap<string, Tool>;
  toolTimeoutMs: number;
  ready: ReadyBusiness;
  turn: CallingTurn;
  call: Call;
  key: string;
}): Promise<Performed> {
  const { database, tools, toolTimeoutMs, ready, turn, call, key } = options;
  switch (call.kind) {
    case 'judge-scope':
      return settled(async () => ({ kind: 'judged', verdict: await ready.guard.judge(call.text) }));
    case 'retrieve':
      return settled(async () => ({
        kind: 'retrieved',
        passages: [...(await ready.knowledge.retrieve(call.text, call.most))],
      }));
    case 'call-tool': {
      const tool = tools.get(call.tool);
      if (tool === undefined) {
        return { kind: 'settled', result: { kind: 'tool-failed', why: `there is no tool "${call.tool}"` } };
      }
      if (!call.effect)
        return { kind: 'settled', result: await callTool(tool, call.input, key, toolTimeoutMs) };
      const before = turn.journal.get(key);
      if (before?.kind === 'settled') return { kind: 'settled', result: before.result };
      if (before?.kind === 'started' && !tool.repeatable) {
        const inDoubt: CallResult = { kind: 'in-doubt', why: `"${tool.name}" was started before a crash` };
        await journalSettle(database, turn, key, inDoubt);
        return { kind: 'settled', result: inDoubt };
      }
      if (!(await journalStart(database, turn, key, call))) return { kind: 'lost' };
      const result = await callTool(tool, call.input, key, toolTimeoutMs);
      await journalSettle(database, turn, key, result);
      return { kind: 'settled', result };
    }
  }
}

/** A guard or a search that breaks must not be tried for ever: the turn goes to a person instead. */
async function settled(work: () => Promise<CallResult>): Promise<Performed> {
  try {
    return { kind: 'settled', result: await work() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'settled', result: { kind: 'tool-failed', why } };
  }
}

async function callTool(
  tool: Tool,
  input: Readonly<Record<string, string>>,
  key: string,
  timeoutMs: number,
): Promise<CallResult> {
  const outcome = await tool.call(input, key, AbortSignal.timeout(timeoutMs));
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'tool-answered', output: outcome.output };
    case 'failed':
      return { kind: 'tool-failed', why: outcome.why };
    case 'in-doubt':
      return { kind: 'in-doubt', why: outcome.why };
  }
}

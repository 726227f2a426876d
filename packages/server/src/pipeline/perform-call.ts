import type { Call, CallResult } from '@ambit/core/conversation/call';
import type { SearchQuery } from '@ambit/core/knowledge/search-passages';
import type { Asker } from '@ambit/core/tool/asker';
import type { Database } from '../db/database.ts';
import { journalKeep, journalSettle, journalStart, type JournalEntry } from '../db/journal.ts';
import type { Tool } from '../ports/tools.ts';
import type { ModelAsker } from './ask-model.ts';
import type { VoiceListener } from './listen-to-voice.ts';
import type { ReadyBusiness } from './published-business.ts';
import { within } from '../ports/within.ts';

/** The turn a call is made for, and what an earlier run of it did. */
export type CallingTurn = {
  readonly channelId: string;
  readonly conversationId: string;
  readonly turnId: string;
  readonly epoch: number;
  readonly asker: Asker;
  readonly journal: ReadonlyMap<string, JournalEntry>;
};

/** `hadEffect`: it may have changed something. `lost`: the mailbox is no longer ours, so nothing was done. */
export type Performed = { kind: 'settled'; result: CallResult; hadEffect: boolean } | { kind: 'lost' };

/**
 * Performs one call of a turn. What changes something is journalled: committed as started before,
 * settled after. On a re-run a settled call is not made again; one that was only started is
 * repeated if its tool says it may be, and is otherwise in doubt.
 */
export async function performCall(options: {
  database: Database;
  tools: ReadonlyMap<string, Tool>;
  toolTimeoutMs: number;
  listen: VoiceListener;
  askModel: ModelAsker;
  ready: ReadyBusiness;
  turn: CallingTurn;
  call: Call;
  key: string;
}): Promise<Performed> {
  const { database, tools, toolTimeoutMs, ready, turn, call, key } = options;
  switch (call.kind) {
    case 'judge-scope':
      return settled(async () => {
        const { language } = call;
        const verdict = await ready.guard.judge(call.text, language === undefined ? {} : { language });
        return { kind: 'judged', verdict };
      });
    case 'choose-task':
    case 'write-answer': {
      const { business, guard } = ready;
      return onceAnswered(options, () => options.askModel({ business, guard, call, key, turn }));
    }
    case 'retrieve':
      return settled(async () => ({
        kind: 'retrieved',
        passages: [...(await ready.knowledge.retrieve(searchQuery(call), call.most))],
      }));
    case 'transcribe': {
      const { channelId } = turn;
      return onceAnswered(options, () => options.listen({ channelId, mediaId: call.mediaId }));
    }
    case 'call-tool': {
      const tool = ready.tools.get(call.tool) ?? tools.get(call.tool);
      if (tool === undefined) return without(`there is no tool "${call.tool}"`);
      const perform = (): Promise<CallResult> =>
        callTool(tool, call.input, { key, timeoutMs: toolTimeoutMs, asker: turn.asker });
      // What a tool says of itself counts, whatever the task that asks thinks of it.
      if (!call.effect && tool.effects === 'none')
        return { kind: 'settled', result: await perform(), hadEffect: false };
      const before = turn.journal.get(key);
      if (before?.kind === 'settled') return { kind: 'settled', result: before.result, hadEffect: true };
      if (before?.kind === 'started' && tool.effects === 'once') {
        const inDoubt: CallResult = { kind: 'in-doubt', why: `"${tool.name}" was started before a crash` };
        await journalSettle(database, turn, key, inDoubt);
        return { kind: 'settled', result: inDoubt, hadEffect: true };
      }
      if (!(await journalStart(database, turn, key, call))) return { kind: 'lost' };
      const result = await perform();
      await journalSettle(database, turn, key, result);
      return { kind: 'settled', result, hadEffect: true };
    }
  }
}

/** What changes nothing but has a price is not asked for again by a later run of the turn. */
async function onceAnswered(
  { database, turn, call, key }: { database: Database; turn: CallingTurn; call: Call; key: string },
  work: () => Promise<CallResult>,
): Promise<Performed> {
  const before = turn.journal.get(key);
  if (before?.kind === 'settled') return { kind: 'settled', result: before.result, hadEffect: false };
  const answered = await settled(work);
  if (answered.kind === 'lost') return answered;
  return (await journalKeep(database, turn, key, call, answered.result)) ? answered : { kind: 'lost' };
}

function searchQuery({ text, before, language }: Extract<Call, { kind: 'retrieve' }>): SearchQuery {
  return {
    text,
    ...(before === undefined ? {} : { before }),
    ...(language === undefined ? {} : { language }),
  };
}

function without(why: string): Performed {
  return { kind: 'settled', result: { kind: 'tool-failed', why }, hadEffect: false };
}

/** A guard or a search that breaks must not be tried for ever: the turn goes to a person instead. */
async function settled(work: () => Promise<CallResult>): Promise<Performed> {
  try {
    return { kind: 'settled', result: await work(), hadEffect: false };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return without(why);
  }
}

async function callTool(
  tool: Tool,
  input: Readonly<Record<string, string>>,
  made: { key: string; timeoutMs: number; asker: Asker },
): Promise<CallResult> {
  const outcome = await within(made.timeoutMs, (signal) => tool.call(input, made.key, signal, made.asker));
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'tool-answered', output: outcome.output };
    case 'failed':
      return { kind: 'tool-failed', why: outcome.why };
    case 'in-doubt':
      return { kind: 'in-doubt', why: outcome.why };
  }
}

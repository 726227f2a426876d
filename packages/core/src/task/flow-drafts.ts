import { agentDraft, notesOf } from '../conversation/reply.ts';
import type { Moment } from '../conversation/turn-state.ts';
import type { FlowMessage } from '../flow/flow-state.ts';
import type { Draft, Reason } from '../message/draft.ts';
import { readableText, type Outbound } from '../message/outbound.ts';

/** A body this long leaves room for the disclosure, in UTF-16 units. Source: Cloud API docs, read 2026-11-21. */
const longestBody = 800;

/**
 * What a flow says, as drafts: one merged reply as far as the channel allows, since each message of
 * a reply costs. Notes of the turn stand before the first text.
 */
export function flowDrafts(moment: Moment, task: string, messages: readonly FlowMessage[]): readonly Draft[] {
  const merged = messages.reduce<readonly FlowMessage[]>((before, message) => {
    const last = before.at(-1);
    const one = last === undefined ? undefined : mergedContent(last.content, message.content);
    if (last === undefined || one === undefined) return [...before, message];
    const grounds = [...new Set([...last.grounds, ...message.grounds])];
    return [...before.slice(0, -1), { content: one, grounds, asks: message.asks }];
  }, []);
  return merged.map((message, place) => {
    const first = place === 0 ? moment : withoutNotes(moment);
    return flowDraft(first, task, message);
  });
}

function flowDraft(moment: Moment, task: string, { content, grounds, asks }: FlowMessage): Draft {
  const reason: Reason =
    asks && grounds.length === 0
      ? { kind: 'question', task }
      : { kind: 'answer', task, grounds: [...grounds] };
  const written = agentDraft(moment, reason, readableText(content));
  return { ...written, content: withNotes(content, notesOf(moment)) };
}

function withNotes(content: Outbound, notes: readonly string[]): Outbound {
  if (notes.length === 0 || !('body' in content)) return content;
  return { ...content, body: [...notes, content.body].join('\n\n') };
}

function withoutNotes(moment: Moment): Moment {
  const { secret: _secret, ...turn } = moment.turn;
  return { ...moment, turn: { ...turn, notes: [] } };
}

/** Two messages in one: the text of the first above what the second says; undefined when they do not fit. */
export function mergedContent(first: Outbound, second: Outbound): Outbound | undefined {
  if (first.kind !== 'text' || !('body' in second)) return undefined;
  const body = `${first.body}\n\n${second.body}`;
  return body.length <= (second.kind === 'text' ? 3_500 : longestBody) ? { ...second, body } : undefined;
}

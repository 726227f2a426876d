import type { Close } from '@ambit/core/conversation/next';
import type { Draft } from '@ambit/core/message/draft';
import { isFromCustomer, type Inbound } from '@ambit/core/message/inbound';
import type { TimelineEntry } from '../db/close-turns.ts';

/**
 * What a closed turn adds to the timeline, in order: what came in, then what goes out.
 * A person's reply is shown by its draft; timers are not shown.
 * `newId`: makes outbox ids. `ownerVersion`: the one this very commit leaves behind.
 */
export function timelineEntries(options: {
  inputs: readonly Inbound[];
  close: Close;
  recipient: { readonly phone?: string; readonly bsuid?: string };
  ownerVersion: number;
  at: number;
  newId: () => string;
}): readonly TimelineEntry[] {
  const { inputs, close, recipient, ownerVersion, at, newId } = options;
  const handed: readonly TimelineEntry[] =
    close.handOff === undefined
      ? []
      : [{ author: 'event', content: { kind: 'event', what: `handed-off: ${close.handOff.why}` }, at }];
  return [
    ...inputs.flatMap((input) => inputEntry(input, close.hide)),
    ...close.drafts.map((draft): TimelineEntry => ({
      author: draft.author,
      ...personOf(draft),
      content: draft.content,
      at,
      queued: { outboxId: newId(), draft: { ...draft, ownerVersion }, recipient },
    })),
    ...handed,
  ];
}

function inputEntry(input: Inbound, hide: readonly string[]): readonly TimelineEntry[] {
  const { content, at, messageId } = input;
  if (isFromCustomer(content)) {
    return [{ author: 'customer', content, at, messageId, hidden: hide.includes(messageId) }];
  }
  if (content.kind === 'delivery-failed') return [eventEntry(`delivery-failed: ${content.reason}`, at)];
  if (content.kind === 'business-event') return [eventEntry(`business-event: ${content.event}`, at)];
  if (content.kind === 'refused-by-policy') return [eventEntry(`refused-by-policy: ${content.rule}`, at)];
  return [];
}

function eventEntry(what: string, at: number): TimelineEntry {
  return { author: 'event', content: { kind: 'event', what }, at };
}

function personOf(draft: Draft): { person?: string } {
  return draft.reason.kind === 'person' ? { person: draft.reason.person } : {};
}

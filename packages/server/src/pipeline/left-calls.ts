import type { Event } from '@ambit/core/conversation/event';
import type { Alarm } from '@ambit/core/conversation/next';
import type { JournalEntry } from '../db/journal.ts';

/** A call with effects that an earlier run of the turn made and this run did not come to. */
export type LeftCall = { readonly key: string; readonly entry: JournalEntry };

/**
 * A turn that is run again may go another way, because people own the conversation by now: what an
 * earlier run changed, or may have changed, would then be known to nobody.
 */
export function leftCalls(
  journal: ReadonlyMap<string, JournalEntry>,
  events: readonly Event[],
): readonly LeftCall[] {
  const reached = new Set(events.flatMap((event) => (event.kind === 'settled' ? [event.key] : [])));
  return [...journal].flatMap(([key, entry]) => (reached.has(key) ? [] : [{ key, entry }]));
}

/** What people are told about such calls; nothing about those that are known to have failed. */
export function leftCallAlarms(left: readonly LeftCall[]): readonly Alarm[] {
  return left.flatMap(({ entry }): readonly Alarm[] => {
    if (entry.kind === 'started' || entry.result.kind === 'in-doubt') {
      const about = `Nobody knows whether "${entry.tool}" took effect for this customer; look it up before you answer`;
      return [{ kind: 'effect-in-doubt', about }];
    }
    if (entry.result.kind !== 'tool-answered') return [];
    const about = `"${entry.tool}" was done for this customer, who has not been told; look it up before you answer`;
    return [{ kind: 'effect-untold', about }];
  });
}

import { shortened } from '../message/split-text.ts';

/** As a row of a list takes it. Source: Cloud API docs, interactive list messages. */
const mostTitle = 24;

type TitledSlot = { readonly title: string; readonly startsAt: string; readonly resource: string };

/**
 * Slots of one day with the names of those whose time it is where several have the same: "10:00 · Dra. Fuentes".
 * A name that is too long is said by its last word, so that a title is never cut where two differ.
 */
export function withNamedTitles<T extends TitledSlot>(slots: readonly T[]): readonly T[] {
  return slots.map((slot) => {
    const alike = slots.filter(({ startsAt }) => startsAt === slot.startsAt);
    if (alike.length === 1) return slot;
    const others = alike.filter(({ resource }) => resource !== slot.resource).map(({ resource }) => resource);
    return { ...slot, title: `${slot.title} · ${nameFor(slot, others)}` };
  });
}

/** One slot of each start: of several days, a list is of times, and who it is with is said when one is chosen. */
export function firstOfEachStart<T extends { readonly startsAt: string }>(slots: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return slots.filter(({ startsAt }) => !seen.has(startsAt) && seen.add(startsAt));
}

function nameFor({ title, resource }: TitledSlot, others: readonly string[]): string {
  const room = mostTitle - title.length - 3;
  const short = (name: string): string => {
    if (name.length <= room) return name;
    const last = name.split(/\s+/u).at(-1) ?? name;
    return last.length <= room ? last : shortened(last, room);
  };
  const name = short(resource);
  // Two of one surname are told apart by what they are called first.
  return others.some((other) => short(other) === name) ? shortened(resource, room) : name;
}

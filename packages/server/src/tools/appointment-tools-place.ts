import type { OfferedSlot } from '@ambit/core/appointment/appointment';
import type { Candidate } from '@ambit/core/appointment/choose-resources';
import { judgeSlot, type Slot, type SlotVerdict } from '@ambit/core/appointment/free-slots';
import { localDay, readLocalStart, tellStart, type LocalStart } from '@ambit/core/appointment/local-start';
import { dayMs, minuteMs, type Instant } from '@ambit/core/schedule/instant';
import { lockResource, readTaken } from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { slotsOf } from './appointment-tools-look.ts';
import { showSlot } from './appointment-tools-show.ts';

/** A start on one of several resources. */
export type PlaceRequest = {
  readonly candidates: readonly Candidate[];
  /** As the customer or a button says it. */
  readonly startsAt: string;
  readonly people: number;
  readonly now: Instant;
  /** Whose own offer does not stand in the way. */
  readonly contactId: string;
  /** The appointment that would move there, which gives its own time up. */
  readonly appointmentId?: string;
};

type Refusal = Exclude<SlotVerdict['kind'], 'free' | 'too-many-people'>;

/** `found`: free, and its resource locked until commit. */
export type Place =
  | { readonly kind: 'found'; readonly candidate: Candidate; readonly slot: Slot }
  | { readonly kind: Refusal | 'which-of-two' | 'no-such-time'; readonly alternatives: OfferedSlot[] }
  | { readonly kind: 'unreadable-time' };

/** From what helps the customer most to what helps least. */
const refusals: readonly Refusal[] = ['taken', 'between-slots', 'too-soon', 'too-far', 'closed'];
const alternativesShown = 3;
/** Mostly a day has enough of them; else a week is looked through. */
const alternativeDays = [1, 7] as const;

/** Finds a resource where the start is free, and holds it until commit. */
export async function findPlace(client: Queryable, request: PlaceRequest): Promise<Place> {
  const { candidates, startsAt, now } = request;
  const [first] = candidates;
  const start = first === undefined ? undefined : readLocalStart(startsAt, first.resource.hours.timeZone);
  if (first === undefined || start === undefined || start.kind === 'unreadable')
    return { kind: 'unreadable-time' };
  if (start.kind === 'twice') return { kind: 'which-of-two', alternatives: eachOfTwo(start, first) };
  if (start.kind === 'skipped') {
    return { kind: 'no-such-time', alternatives: await alternatives(client, request, start.next) };
  }
  const found = new Set<Refusal>();
  for (const candidate of candidates) {
    const { resource } = candidate;
    // Most who come too late learn it here, without waiting for the lock.
    const before = await judge(client, request, candidate, start.at);
    if (before.kind === 'too-many-people') continue;
    if (before.kind !== 'free') {
      found.add(before.kind);
      continue;
    }
    await lockResource(client, resource.resourceId);
    const verdict = await judge(client, request, candidate, start.at);
    if (verdict.kind === 'free') return { kind: 'found', candidate, slot: verdict.slot };
    if (verdict.kind !== 'too-many-people') found.add(verdict.kind);
  }
  const kind = refusals.find((each) => found.has(each)) ?? 'closed';
  const from = localDay(
    tellStart(start.at, first.resource.hours.timeZone).day,
    first.resource.hours.timeZone,
  );
  return { kind, alternatives: await alternatives(client, request, Math.max(now, from?.start ?? now)) };
}

async function judge(
  client: Queryable,
  { people, now, contactId, appointmentId }: PlaceRequest,
  { resource, service }: Candidate,
  start: Instant,
): Promise<SlotVerdict> {
  const range = { start, end: start + (service.minutes + resource.bufferMinutes) * minuteMs };
  const but = { contactId, ...(appointmentId === undefined ? {} : { appointmentId }) };
  const taken = await readTaken(client, resource.resourceId, range, now, but);
  return judgeSlot(resource, start, { service, people, taken, now });
}

/** The next free slots from a moment on, of any of the resources. */
async function alternatives(
  client: Queryable,
  { candidates, people, now }: PlaceRequest,
  from: Instant,
): Promise<OfferedSlot[]> {
  const asked = { people, most: alternativesShown };
  for (const days of alternativeDays) {
    const range = { start: from, end: from + days * dayMs };
    const slots: OfferedSlot[] = [];
    for (const candidate of candidates) slots.push(...(await slotsOf(client, candidate, range, asked, now)));
    const inOrder = slots.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1)).slice(0, alternativesShown);
    if (inOrder.length === alternativesShown || days === alternativeDays.at(-1)) return inOrder;
  }
  return [];
}

function eachOfTwo(
  { first, second }: Extract<LocalStart, { kind: 'twice' }>,
  { resource, service }: Candidate,
): OfferedSlot[] {
  return [first, second].map((start) =>
    showSlot({ start, end: start + service.minutes * minuteMs }, resource, service),
  );
}

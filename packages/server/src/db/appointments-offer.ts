import { inLockOrder } from '@ambit/core/appointment/choose-resources';
import { fitsBeside, occupancyOf } from '@ambit/core/appointment/occupancy';
import { findService, type Resource } from '@ambit/core/appointment/resource';
import { firstWaiting } from '@ambit/core/appointment/waiting-list';
import { dayMs, type Instant } from '@ambit/core/schedule/instant';
import {
  keepOffer,
  lapseOffer,
  lapseOffers,
  lockWaiting,
  readUntoldOffers,
  recordOffer,
  withdrawOffer,
  type SlotOffer,
} from './appointments-waiting.ts';
import { holdResources, lockResource, readResources, readTaken } from './appointments.ts';
import type { Database, Queryable } from './database.ts';

/**
 * Offers time that became free to the first on the list who can use it; nobody, when the resource is retired. The
 * resource is locked already.
 */
export async function offerFreedTime(
  client: Queryable,
  resource: Resource,
  freed: { readonly start: Instant; readonly end: Instant },
  now: Instant,
): Promise<void> {
  if (freed.end <= now) return;
  const list = await lockWaiting(client, resource.resourceId);
  if (list.length === 0) return;
  const range = { start: freed.start, end: freed.end + dayMs };
  const taken = await readTaken(client, resource.resourceId, range, now, {});
  const match = firstWaiting(list, resource, freed, taken, now);
  const service = match === undefined ? undefined : findService(resource, match.waiting.service);
  if (match === undefined || service === undefined) return;
  const occupancy = occupancyOf(resource, service, match.slot.start, match.waiting.people);
  await recordOffer(client, match, resource.resourceId, occupancy);
}

/** Ends the offers that ran out, and offers their slots to the next in turn. Returns how many ran out. */
export function passOnOffers(database: Database, now: Instant): Promise<number> {
  return database.transaction(async (client) => {
    await holdResources(client);
    const resources = await readResources(client);
    const lapsed = await lapseOffers(client, now);
    for (const resource of resources.toSorted(inLockOrder)) {
      const freed = lapsed.filter(({ resourceId }) => resourceId === resource.resourceId);
      if (freed.length > 0) await lockResource(client, resource.resourceId);
      for (const each of freed) await offerFreedTime(client, resource, each, now);
    }
    return lapsed.length;
  });
}

/** An offer whose slot is kept for somebody until `endsAt`. */
export type KeptOffer = SlotOffer & { readonly endsAt: Instant };

/**
 * Takes offers that nobody has been told of, and keeps their slots from now on for `keepMs`, at most
 * until they begin. Whose slot was taken meanwhile waits on.
 * `tell`: tells its owner, in the same transaction. When it cannot, the offer goes to the next in turn.
 */
export async function takeOffersToTell(
  database: Database,
  now: Instant,
  keepMs: number,
  most: number,
  tell: (client: Queryable, offer: KeptOffer, resource: Resource) => Promise<boolean> = () =>
    Promise.resolve(true),
): Promise<readonly KeptOffer[]> {
  const offers = await readUntoldOffers(database, now, most);
  const taken = await Promise.all(
    offers.map((offer) =>
      database.transaction(async (client) => {
        const endsAt = Math.min(now + keepMs, offer.start);
        await holdResources(client);
        const resource = (await readResources(client)).find(
          ({ resourceId }) => resourceId === offer.resourceId,
        );
        const capacity = resource?.capacity ?? 0;
        await lockResource(client, offer.resourceId);
        const range = { start: offer.start, end: offer.occupancy.freeAt };
        const others = await readTaken(client, offer.resourceId, range, now, { contactId: offer.contactId });
        if (resource === undefined || !fitsBeside(offer.occupancy, others, capacity)) {
          await withdrawOffer(client, offer.waitingId);
          return [];
        }
        if (!(await keepOffer(client, offer.waitingId, now, endsAt))) return [];
        const kept = { ...offer, endsAt };
        if (await tell(client, kept, resource)) return [kept];
        await lapseOffer(client, offer.waitingId);
        await offerFreedTime(client, resource, { start: offer.start, end: offer.end }, now);
        return [];
      }),
    ),
  );
  return taken.flat();
}

import type { JoinWaitingListInput, JoinWaitingListOutput } from '@ambit/core/appointment/appointment-tools';
import { chooseResources } from '@ambit/core/appointment/choose-resources';
import { daysAfter, tellStart } from '@ambit/core/appointment/local-start';
import type { Instant } from '@ambit/core/schedule/instant';
import type { Asker } from '@ambit/core/tool/asker';
import { joinWaiting } from '../db/appointments-waiting.ts';
import { holdResources, readResources } from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';

const daysWaited = 14;

/** Puts somebody on the waiting list for a service. */
export async function joinWaitingList(
  client: Queryable,
  asked: JoinWaitingListInput,
  asker: Asker,
  now: Instant,
): Promise<JoinWaitingListOutput> {
  await holdResources(client);
  const chosen = chooseResources(await readResources(client), asked);
  if (chosen.kind !== 'candidates') return chosen;
  const [first] = chosen.candidates;
  if (first === undefined) return { kind: 'unknown-service', services: [] };
  const today = tellStart(now, first.resource.hours.timeZone).day;
  const fromDay = asked.from === undefined || asked.from < today ? today : asked.from;
  const toDay = asked.to ?? daysAfter(fromDay, daysWaited);
  if (toDay < fromDay) return { kind: 'past-days' };
  const joined = await joinWaiting(client, asker, {
    joinedAt: now,
    service: first.service.name,
    ...(asked.resource === undefined ? {} : { resourceId: first.resource.resourceId }),
    people: asked.people,
    fromDay,
    toDay,
  });
  return { kind: joined.already ? 'already-waiting' : 'joined', position: joined.position };
}

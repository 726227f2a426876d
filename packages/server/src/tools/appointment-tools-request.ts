import type { Appointment } from '@ambit/core/appointment/appointment';
import type { AppointmentRequestInput, AppointmentRequestOutput } from '@ambit/core/appointment/booking-talk';
import { mayChange } from '@ambit/core/appointment/may-change';
import { isOwn, maySee } from '@ambit/core/appointment/may-see';
import {
  namesIn,
  otherWordsOf,
  readCalled,
  servicesOf,
  titleOf,
  type CalledNames,
} from '@ambit/core/appointment/named-choices';
import { ownMeant } from '@ambit/core/appointment/own-meant';
import { personAsked } from '@ambit/core/appointment/person-asked';
import {
  changesPeople,
  asksForReference,
  intentIn,
  peopleMore,
  saysInstead,
} from '@ambit/core/appointment/request-words';
import { twoBookings } from '@ambit/core/appointment/two-bookings';
import { findService, sameName, type Resource } from '@ambit/core/appointment/resource';
import { timeTitle } from '@ambit/core/appointment/time-title';
import { minuteMs, type Instant } from '@ambit/core/schedule/instant';
import { peopleSlot } from '@ambit/core/slot/people-slot';
import type { SlotContext } from '@ambit/core/slot/slot-type';
import { readWhen } from '@ambit/core/slot/when/read-when';
import type { Asker } from '@ambit/core/tool/asker';
import { readKeptOffer } from '../db/appointments-waiting.ts';
import {
  appointmentsOf,
  changedLast,
  findAppointment,
  readAllResources,
  readResources,
  type StoredAppointment,
} from '../db/appointments.ts';
import type { Queryable } from '../db/database.ts';
import { showAppointment, showSlot } from './appointment-tools-show.ts';

type Intent = Extract<AppointmentRequestOutput, { kind: 'one' }>['intent'];

/** Finds out what somebody wants of appointments, and which of their own they mean. */
export async function readRequest(
  client: Queryable,
  asked: AppointmentRequestInput,
  asker: Asker,
  now: Instant,
  country: string,
): Promise<AppointmentRequestOutput> {
  const resources = await readResources(client);
  const called = readCalled(asked.called);
  if (asked.reference !== undefined && asked.intent !== undefined)
    return named(
      client,
      { ...asked, reference: asked.reference, intent: asked.intent },
      asker,
      now,
      await readAllResources(client),
      called,
    );
  const intent = intentIn(asked.said);
  if (intent === 'late') return { kind: 'late' };
  const [first] = resources;
  const context = { at: now, timeZone: first?.hours.timeZone ?? 'UTC', country, currency: '' };
  const asking: Asking = { client, asked, asker, now, resources, called, context };
  const people = peopleSlot.read(asked.said, asked.language, context);
  if (changesPeople(asked.said) || (intent === 'move' && people.kind === 'filled')) {
    const said = people.kind === 'filled' ? Number(people.value) : undefined;
    if (readWhen(asked.said, context) === undefined) return otherPeople(asking, said);
  }
  if (intent !== undefined) return own(asking, intent);
  // "We are 5 now", of what was booked just now.
  const alone = people.kind === 'filled' && people.whole && !/^\p{N}+$/u.test(asked.said.trim());
  if (alone && (await ownListed(asking)).some(({ fresh }) => fresh))
    return otherPeople(asking, Number(people.value));
  if (asksForReference(asked.said)) return own(asking, 'show');
  const apart = readWhen(asked.said, context)?.shift !== undefined;
  if ((apart || saysInstead(asked.said)) && (await movesLast(asking, people.kind === 'filled' && !apart)))
    return own(asking, 'move');
  const offer = await readKeptOffer(client, asker.contactId, now);
  const offering = resources.find(({ resourceId }) => resourceId === offer?.resourceId);
  const offered = offering === undefined ? undefined : findService(offering, offer?.service);
  if (offer !== undefined && offering !== undefined && offered !== undefined)
    return {
      kind: 'offer',
      service: shownService(offered.name, called),
      slot: showSlot(offer, offering, offered),
      people: offer.people,
    };
  return booking(asking);
}

type Asking = {
  readonly client: Queryable;
  readonly asked: AppointmentRequestInput;
  readonly asker: Asker;
  readonly now: Instant;
  readonly resources: readonly Resource[];
  readonly called: CalledNames;
  readonly context: SlotContext;
};

/** "It" means what was booked or changed so recently. */
const freshMs = 60 * minuteMs;

/** "Actually Thursday", of what was booked just now: says when, and neither what nor for how many. */
async function movesLast(asking: Asking, saysPeople: boolean): Promise<boolean> {
  const { asked, context, resources, called } = asking;
  if (saysPeople || readWhen(asked.said, context) === undefined) return false;
  if (namesIn(asked.said, servicesOf(resources), called).length > 0) return false;
  return (await ownListed(asking)).some(({ fresh }) => fresh);
}

/** What is to be booked, as far as the text says it. */
function booking({ asked, resources, called, context }: Asking): AppointmentRequestOutput {
  const { service: usual, language } = asked;
  const shown = (service: string) => shownService(service, called);
  const every = servicesOf(resources);
  const two = twoBookings(asked.said, context, (text) => namesIn(text, every, called));
  const words = two?.first ?? asked.said;
  const when = asked.when === '' || asked.when === asked.said ? (two?.firstWhen ?? asked.said) : asked.when;
  const [name, another] = namesIn(
    words,
    resources.map((each) => each.name),
    called,
  );
  const named = another === undefined ? resources.find((each) => each.name === name) : undefined;
  const wanted = namesIn(words, every, called);
  const gives = (each: Resource): boolean =>
    each.services.some((service) => wanted.some((want) => sameName(service.name, want)));
  const meant = named !== undefined && wanted.length > 0 && !gives(named) ? undefined : named;
  const services = servicesOf(meant === undefined ? resources : [meant]);
  const heard = namesIn(words, services, called);
  const [only] = heard;
  const sole = services.length === 1 ? services[0] : undefined;
  const whole = services.find((each) => usual !== undefined && sameName(each, usual));
  const service = heard.length === 1 ? only : heard.length > 1 ? undefined : (sole ?? whole);
  const staff = resources.filter(({ kind }) => kind === 'staff');
  const able =
    service === undefined ? staff : resources.filter((each) => findService(each, service) !== undefined);
  const stranger = named === undefined && staff.length > 0 ? personAsked(words, context)?.asked : undefined;
  const missing =
    stranger !== undefined ? { notHere: stranger } : named !== meant ? { notTheirs: named?.name ?? '' } : {};
  const people = peopleSlot.read(words, language, context);
  return {
    kind: 'book',
    ...(service === undefined ? {} : { service: shown(service) }),
    services: (heard.length > 1 ? heard : services).map(shown),
    resource: meant?.name ?? '',
    people: people.kind === 'filled' ? Number(people.value) : 1,
    words,
    when,
    ...(two === undefined ? {} : { next: { words: two.second, when: two.secondWhen, other: two.other } }),
    ...missing,
    ...(Object.keys(missing).length === 0
      ? {}
      : { here: able.map((each) => titleOf(each.name, called)).join(', ') }),
  };
}

function shownService(service: string, called: CalledNames) {
  return { service, title: titleOf(service, called), words: otherWordsOf(service, called) };
}

/** Which of their own they mean. */
async function own(asking: Asking, intent: Intent): Promise<AppointmentRequestOutput> {
  const { asked, context, called } = asking;
  const all = await ownListed(asking);
  const meant = ownMeant(all, { said: asked.said, intent, context, called });
  const shown = meant.map(({ appointment }) => appointment);
  const [only, another] = shown;
  if (only === undefined) return { kind: 'no-appointments', intent };
  if (another === undefined && intent !== 'show') return { kind: 'one', intent, appointment: only };
  return { kind: 'several', intent, appointments: shown };
}

/** One of their own for another number of people; people do it where it is not clear which, or for how many. */
async function otherPeople(asking: Asking, said: number | undefined): Promise<AppointmentRequestOutput> {
  const all = await ownListed(asking);
  const fresh = all.filter((each) => each.fresh);
  const [only, another] = fresh.length > 0 ? fresh : all;
  if (only === undefined) return { kind: 'no-appointments', intent: 'move' };
  const more = peopleMore(asking.asked.said);
  const people = more === undefined ? said : only.appointment.people + more;
  if (another !== undefined || people === undefined || people < 1) return { kind: 'other-people' };
  return { kind: 'people', appointment: only.appointment, people };
}

/** Their own to come. `fresh`: booked or changed just now. */
async function ownListed({ client, asked, asker, now, called }: Asking) {
  // Some may be with who is not booked any more.
  const resources = await readAllResources(client);
  const found = (await appointmentsOf(client, asker, now)).filter(({ owner }) => isOwn(owner, asker));
  const latest = await changedLast(
    client,
    found.map(({ appointmentId }) => appointmentId),
    freshMs,
  );
  return found.map((stored) => ({
    appointment: listed(stored, resources, called, now, asked.language),
    fresh: stored.appointmentId === latest,
  }));
}

async function named(
  client: Queryable,
  asked: AppointmentRequestInput & { readonly reference: string; readonly intent: Intent },
  asker: Asker,
  now: Instant,
  resources: readonly Resource[],
  called: CalledNames,
): Promise<AppointmentRequestOutput> {
  const stored = await findAppointment(client, asked.reference, false);
  if (stored === undefined || !maySee(stored.owner, asker, asked.proof)) return { kind: 'not-shown' };
  const appointment = listed(stored, resources, called, now, asked.language);
  return { kind: 'one', intent: asked.intent, appointment };
}

function listed(
  stored: StoredAppointment,
  resources: readonly Resource[],
  called: CalledNames,
  now: Instant,
  language: string,
): Appointment & { title: string; serviceTitle: string; changeable: boolean } {
  const resource = resources.find(({ resourceId }) => resourceId === stored.resourceId);
  if (resource === undefined) throw new Error(`There is no resource "${stored.resourceId}"`);
  const shown = showAppointment(stored, resource);
  return {
    ...shown,
    title: timeTitle(shown, language),
    serviceTitle: titleOf(stored.service, called),
    changeable: stored.status === 'booked' && mayChange(resource, stored.start, now).kind === 'allowed',
  };
}

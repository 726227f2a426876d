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
import { intentIn } from '@ambit/core/appointment/request-words';
import { findService, sameName, type Resource } from '@ambit/core/appointment/resource';
import { timeTitle } from '@ambit/core/appointment/time-title';
import type { Instant } from '@ambit/core/schedule/instant';
import { peopleSlot } from '@ambit/core/slot/people-slot';
import { readWhen } from '@ambit/core/slot/when/read-when';
import type { Asker } from '@ambit/core/tool/asker';
import { readKeptOffer } from '../db/appointments-waiting.ts';
import {
  appointmentsOf,
  findAppointment,
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
      resources,
      called,
    );
  const intent = intentIn(asked.said);
  if (intent === 'late') return { kind: 'late' };
  const [first] = resources;
  const context = { at: now, timeZone: first?.hours.timeZone ?? 'UTC', country, currency: '' };
  const people = peopleSlot.read(asked.said, asked.language, context);
  if (intent !== undefined) {
    if (intent === 'move' && people.kind === 'filled' && readWhen(asked.said, context) === undefined)
      return { kind: 'other-people' };
    return own(client, { ...asked, intent }, asker, now, resources, called);
  }
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
  return booking(asked, resources, called, people.kind === 'filled' ? Number(people.value) : 1);
}

/** What is to be booked, as far as the text says it. */
function booking(
  { said, service: usual }: AppointmentRequestInput,
  resources: readonly Resource[],
  called: CalledNames,
  people: number,
): AppointmentRequestOutput {
  const shown = (service: string) => shownService(service, called);
  const [resource, another] = namesIn(
    said,
    resources.map(({ name }) => name),
    called,
  );
  const meant = another === undefined ? resources.find(({ name }) => name === resource) : undefined;
  const services = servicesOf(meant === undefined ? resources : [meant]);
  const heard = namesIn(said, services, called);
  const [only] = heard;
  const sole = services.length === 1 ? services[0] : undefined;
  const whole = services.find((name) => usual !== undefined && sameName(name, usual));
  const service = heard.length === 1 ? only : heard.length > 1 ? undefined : (sole ?? whole);
  return {
    kind: 'book',
    ...(service === undefined ? {} : { service: shown(service) }),
    services: (heard.length > 1 ? heard : services).map(shown),
    resource: meant?.name ?? '',
    people,
  };
}

function shownService(service: string, called: CalledNames) {
  return { service, title: titleOf(service, called), words: otherWordsOf(service, called) };
}

async function own(
  client: Queryable,
  { said, intent, language }: AppointmentRequestInput & { readonly intent: Intent },
  asker: Asker,
  now: Instant,
  resources: readonly Resource[],
  called: CalledNames,
): Promise<AppointmentRequestOutput> {
  const found = (await appointmentsOf(client, asker, now)).filter(({ owner }) => isOwn(owner, asker));
  const shown = found.map((stored) => listed(stored, resources, called, now, language));
  const named = shown.filter(({ reference }) => said.toUpperCase().includes(reference));
  const meant = named.length > 0 ? named : shown;
  const [only, another] = meant;
  if (only === undefined) return { kind: 'no-appointments', intent };
  if (another === undefined && intent !== 'show') return { kind: 'one', intent, appointment: only };
  return { kind: 'several', intent, appointments: meant };
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

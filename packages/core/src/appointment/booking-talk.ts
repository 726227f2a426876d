import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import { Appointment, OfferedSlot } from './appointment.ts';

/** A service as it is offered: `service` is its name in the table, `title` what the customer reads, `words` its other words, a line each. */
const ShownService = z.object({ service: z.string(), title: z.string(), words: z.string() });

/** An appointment as it is listed. `changeable`: its customer may still move or cancel it. */
const ShownAppointment = z.object({
  ...Appointment.shape,
  title: z.string(),
  serviceTitle: z.string(),
  changeable: z.boolean(),
});

/**
 * `said`: what the customer wrote; `when`: where it says when, if not there; `called`: what services and resources
 * are called, a line each; `service`: the one that is meant where none is named; `reference`, `proof`: of somebody
 * else's.
 */
export const AppointmentRequestInput = z.object({
  said: z.string().default(''),
  when: z.string().default(''),
  called: z.string().default(''),
  service: z.string().optional(),
  reference: z.string().max(60).optional(),
  proof: z.string().max(200).optional(),
  intent: z.enum(['move', 'cancel', 'show']).optional(),
  language: z.string().default('en'),
});
export type AppointmentRequestInput = z.infer<typeof AppointmentRequestInput>;

const changed = { intent: z.enum(['move', 'cancel', 'show']) };

/** The second of two bookings in one message. `other`: for somebody else. */
const NextBooking = z.object({ words: z.string(), when: z.string(), other: z.boolean() });

/**
 * `book`: a new one, of which `words` and `when` speak; `resource` as named, "" for any; `notHere`: a person whom
 * they ask for and nobody knows, `notTheirs`: one who does not do that, `here`: who does. `one`, `several`: what they
 * mean of their own. `people`: that one shall be for so many.
 */
export const AppointmentRequestOutput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('book'),
    service: ShownService.optional(),
    services: z.array(ShownService),
    resource: z.string(),
    people: z.number(),
    words: z.string(),
    when: z.string(),
    next: NextBooking.optional(),
    notHere: z.string().optional(),
    notTheirs: z.string().optional(),
    here: z.string().optional(),
  }),
  /** A freed time is kept for them. */
  z.object({ kind: z.literal('offer'), service: ShownService, slot: OfferedSlot, people: z.number() }),
  z.object({ kind: z.literal('one'), ...changed, appointment: ShownAppointment }),
  z.object({ kind: z.literal('several'), ...changed, appointments: z.array(ShownAppointment) }),
  z.object({ kind: z.literal('people'), appointment: ShownAppointment, people: z.number() }),
  z.object({ kind: z.literal('no-appointments'), ...changed }),
  z.object({ kind: z.literal('not-shown') }),
  z.object({ kind: z.enum(['late', 'other-people']) }),
]);
export type AppointmentRequestOutput = z.infer<typeof AppointmentRequestOutput>;

/**
 * `when`: what they said of when they would come; `wish`: what the last list should be otherwise
 * ("later", "Friday"); `former`: the `search` of the answer before; `moving`: the reference of what is moved;
 * `keep`: the start they had chosen, which stands where it still can.
 */
export const FindTimesInput = z.object({
  when: z.string().default(''),
  wish: z.string().default(''),
  former: z.string().optional(),
  service: z.string().optional(),
  resource: z.string().optional(),
  people: z.coerce.number().int().positive().max(1_000).default(1),
  largest: z.coerce.number().int().positive().optional(),
  moving: z.string().optional(),
  keep: z.string().optional(),
  language: z.string().default('en'),
});
export type FindTimesInput = z.infer<typeof FindTimesInput>;

/** `title`: for a list; `note`: whose time it is, where that differs; `zone`: where clocks show the time twice. */
export const ListedSlot = z.object({
  ...OfferedSlot.shape,
  title: z.string(),
  note: z.string(),
  hour: z.string(),
  zone: z.string().optional(),
});
export type ListedSlot = z.infer<typeof ListedSlot>;

const search = { search: z.string() };
/** `day`: where all are on one day. */
const listed = { slots: z.array(ListedSlot), day: z.iso.date().optional(), ...search };

/** `from`, `to`: the days asked for, for a waiting list. */
export const FindTimesOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), slot: ListedSlot, ...search }),
  /** `unclear`: what was said last says nothing of when; the same list again. */
  /** `passed-hour`: it was earlier today; `closed-hour`: nothing takes place at that hour; these are near it. */
  z.object({ kind: z.enum(['times', 'near', 'unclear', 'passed-hour', 'closed-hour']), ...listed }),
  /** Nothing on those days; these come next. `full`: all taken, `closed`: nothing takes place then. */
  z.object({
    kind: z.enum(['full', 'closed']),
    ...listed,
    from: z.iso.date(),
    to: z.iso.date(),
    asked: z.iso.date().optional(),
  }),
  z.object({ kind: z.literal('none'), from: z.iso.date(), to: z.iso.date(), ...search }),
  /** Nothing earlier or later than what was shown; the same list again. */
  z.object({ kind: z.literal('no-others'), ...listed }),
  /** `no-such-day`: none that a calendar has, such as 31 February. */
  z.object({ kind: z.enum(['past', 'no-such-day']), ...search }),
  /** `until`: the last day that bookings are taken for. */
  z.object({ kind: z.literal('too-far'), until: z.iso.date(), ...search }),
  z.object({ kind: z.literal('large-party'), people: z.number() }),
  /** It is no wish for a time but another matter with appointments. */
  z.object({ kind: z.literal('other-request') }),
  z.object({ kind: z.literal('unknown') }),
]);
export type FindTimesOutput = z.infer<typeof FindTimesOutput>;

/** The tools that understand customers, as flows know them. */
export const bookingTalkSpecs: readonly ToolSpec[] = [
  {
    name: 'appointment-request',
    effect: false,
    inputs: Object.keys(AppointmentRequestInput.shape),
    outcomes: [
      'book',
      'offer',
      'one',
      'several',
      'people',
      'no-appointments',
      'not-shown',
      'late',
      'other-people',
    ],
  },
  {
    name: 'find-times',
    effect: false,
    inputs: Object.keys(FindTimesInput.shape),
    outcomes: [
      'exact',
      'times',
      'near',
      'unclear',
      'passed-hour',
      'closed-hour',
      'full',
      'closed',
      'none',
      'no-others',
      'past',
      'too-far',
      'no-such-day',
      'large-party',
      'other-request',
      'unknown',
    ],
  },
];

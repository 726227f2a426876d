import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import { Appointment, OfferedSlot } from './appointment.ts';
import { bookingTalkSpecs } from './booking-talk.ts';

const people = z.coerce.number().int().positive().max(1_000).default(1);

/** A phone keyboard writes empty answers as empty text. */
const optionalText = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((text) => (text === '' ? undefined : text));

/**
 * `service`, `resource`: what they are called, or the resource's id. `from`, `to`: local days, both
 * included; `from` missing is today, `to` missing is two weeks on. `most`: how many slots to show.
 */
export const FreeSlotsInput = z.object({
  service: optionalText,
  resource: optionalText,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  people,
  most: z.coerce.number().int().min(1).max(50).default(10),
});
export type FreeSlotsInput = z.infer<typeof FreeSlotsInput>;

/** What cannot be looked for: the services or resources that there are instead. */
const unknownService = z.object({ kind: z.literal('unknown-service'), services: z.array(z.string()) });
const unknownResource = z.object({ kind: z.literal('unknown-resource'), resources: z.array(z.string()) });

export const FreeSlotsOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('slots'), slots: z.array(OfferedSlot) }),
  z.object({ kind: z.literal('none') }),
  unknownService,
  unknownResource,
]);
export type FreeSlotsOutput = z.infer<typeof FreeSlotsOutput>;

/** `startsAt`: a slot's, or a local day and time such as "2026-11-24T09:30". */
export const BookInput = z.object({
  service: optionalText,
  resource: optionalText,
  startsAt: z.string().max(60),
  people,
  name: optionalText,
  email: optionalText,
});
export type BookInput = z.infer<typeof BookInput>;

const refusals = [
  /** With the next ones that are free. */
  z.object({
    kind: z.enum(['taken', 'closed', 'between-slots', 'too-soon', 'too-far']),
    alternatives: z.array(OfferedSlot),
  }),
  /** Clocks show this time twice that day: which one? */
  z.object({ kind: z.literal('which-of-two'), alternatives: z.array(OfferedSlot) }),
  /** Clocks go forward over this time that day. */
  z.object({ kind: z.literal('no-such-time'), alternatives: z.array(OfferedSlot) }),
  z.object({ kind: z.literal('unreadable-time') }),
  z.object({ kind: z.literal('too-many-people'), capacity: z.number() }),
] as const;

/** `too-many-bookings`: this person holds as many as one may. `agrees`: they have agreed to notices outside the service window. */
export const BookOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('booked'), appointment: Appointment, agrees: z.literal(true).optional() }),
  ...refusals,
  z.object({ kind: z.literal('too-many-bookings'), most: z.number() }),
  unknownService,
  unknownResource,
]);
export type BookOutput = z.infer<typeof BookOutput>;

/** `proof`: the e-mail or phone of the booking, from somebody who writes from elsewhere; `people`: how many it is for from now on. */
export const MoveInput = z.object({
  reference: z.string().max(60),
  proof: optionalText,
  startsAt: z.string().max(60),
  resource: optionalText,
  people: z.coerce.number().int().positive().max(1_000).optional(),
});
export type MoveInput = z.infer<typeof MoveInput>;

/** `not-shown`: no such appointment, or not theirs; the two are told apart by nobody. */
const notShown = z.object({ kind: z.literal('not-shown') });
const tooLate = z.object({ kind: z.literal('too-late'), appointment: Appointment });
const wasCancelled = z.object({ kind: z.literal('already-cancelled'), appointment: Appointment });

export const MoveOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('moved'), appointment: Appointment }),
  ...refusals,
  unknownService,
  unknownResource,
  tooLate,
  wasCancelled,
  notShown,
]);
export type MoveOutput = z.infer<typeof MoveOutput>;

export const CancelInput = z.object({ reference: z.string().max(60), proof: optionalText });
export type CancelInput = z.infer<typeof CancelInput>;

export const CancelOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cancelled'), appointment: Appointment }),
  tooLate,
  wasCancelled,
  notShown,
]);
export type CancelOutput = z.infer<typeof CancelOutput>;

/** Without a reference: those to come of whoever asks. With one: that one, if they may see it. */
export const MyAppointmentsInput = z.object({ reference: optionalText, proof: optionalText });
export type MyAppointmentsInput = z.infer<typeof MyAppointmentsInput>;

export const MyAppointmentsOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('appointments'), appointments: z.array(Appointment) }),
  notShown,
]);
export type MyAppointmentsOutput = z.infer<typeof MyAppointmentsOutput>;

/** `from` to `to`: the local days that would do; `from` missing is today, `to` missing is two weeks on. */
export const JoinWaitingListInput = z.object({
  service: optionalText,
  resource: optionalText,
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  people,
});
export type JoinWaitingListInput = z.infer<typeof JoinWaitingListInput>;

/** `position`: how many wait for the same service, this person included. */
export const JoinWaitingListOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['joined', 'already-waiting']), position: z.number().int().positive() }),
  z.object({ kind: z.literal('past-days') }),
  z.object({ kind: z.literal('too-many-people'), capacity: z.number() }),
  unknownService,
  unknownResource,
]);
export type JoinWaitingListOutput = z.infer<typeof JoinWaitingListOutput>;

const unknown = ['unknown-service', 'unknown-resource'] as const;
const refused = [
  'taken',
  'closed',
  'between-slots',
  'too-soon',
  'too-far',
  'which-of-two',
  'no-such-time',
  'unreadable-time',
  'too-many-people',
] as const;
const unchanged = ['too-late', 'already-cancelled', 'not-shown'] as const;

/** The appointment tools as flows know them. */
export const appointmentToolSpecs: readonly ToolSpec[] = [
  ...bookingTalkSpecs,
  {
    name: 'free-slots',
    effect: false,
    inputs: Object.keys(FreeSlotsInput.shape),
    outcomes: ['slots', 'none', ...unknown],
  },
  {
    name: 'my-appointments',
    effect: false,
    inputs: Object.keys(MyAppointmentsInput.shape),
    outcomes: ['appointments', 'not-shown'],
  },
  {
    name: 'book-appointment',
    effect: true,
    inputs: Object.keys(BookInput.shape),
    outcomes: ['booked', ...refused, 'too-many-bookings', ...unknown],
  },
  {
    name: 'move-appointment',
    effect: true,
    inputs: Object.keys(MoveInput.shape),
    outcomes: ['moved', ...refused, ...unknown, ...unchanged],
  },
  {
    name: 'cancel-appointment',
    effect: true,
    inputs: Object.keys(CancelInput.shape),
    outcomes: ['cancelled', ...unchanged],
  },
  {
    name: 'join-waiting-list',
    effect: true,
    inputs: Object.keys(JoinWaitingListInput.shape),
    outcomes: ['joined', 'already-waiting', 'past-days', 'too-many-people', ...unknown],
  },
];

import { z } from 'zod';

/** An appointment as its customer may see it. Times are told on the clocks of the resource. */
export const Appointment = z.object({
  /** What a customer names it by, such as "K7QX-2M9P". */
  reference: z.string(),
  resourceId: z.string(),
  resource: z.string(),
  service: z.string(),
  status: z.enum(['booked', 'cancelled']),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  day: z.iso.date(),
  time: z.string(),
  weekday: z.string(),
  /** From UTC, such as "-06:00". */
  offset: z.string(),
  timeZone: z.string(),
  people: z.number().int().positive(),
  name: z.string().optional(),
  /** Where its customer gets it for their calendar: as a link to show, or as a file to send. */
  calendarLink: z.string().optional(),
  calendarFile: z.string().optional(),
});
export type Appointment = z.infer<typeof Appointment>;

/** A slot that can be offered. `startsAt` is what a booking names it by. */
export const OfferedSlot = z.object({
  resourceId: z.string(),
  resource: z.string(),
  service: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  day: z.iso.date(),
  time: z.string(),
  weekday: z.string(),
  offset: z.string(),
  /** Clocks go back and show this time twice: the offset has to be said. */
  shownTwice: z.boolean(),
});
export type OfferedSlot = z.infer<typeof OfferedSlot>;

/**
 * An appointment as the business's file has it. `startsAt`: instant, ms. `reference` is given where
 * the file names none. `contactPhone`: digits with country code.
 */
export type AppointmentRecord = {
  readonly reference?: string | undefined;
  readonly resourceId: string;
  readonly service: string;
  readonly startsAt: number;
  readonly minutes: number;
  readonly people: number;
  readonly name?: string | undefined;
  readonly contactPhone?: string | undefined;
  readonly email?: string | undefined;
  /** Where its file has it. */
  readonly line?: number | undefined;
};

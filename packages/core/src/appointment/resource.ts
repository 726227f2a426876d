import { z } from 'zod';
import { OpeningHours } from '../business/business.ts';

/** What a customer can ask a resource for. `minutes`: how long it takes in real time, also over a clock change. */
export const Service = z.object({
  name: z.string().min(1),
  minutes: z
    .number()
    .int()
    .min(5)
    .max(24 * 60),
});
export type Service = z.infer<typeof Service>;

export const resourceKinds = ['staff', 'table', 'room', 'car', 'course'] as const;

/** Something that can be booked. */
export const Resource = z.object({
  resourceId: z.string().min(1),
  name: z.string().min(1),
  /** On a course each person takes one place; anything else serves one booking at a time. */
  kind: z.enum(resourceKinds),
  services: z.array(Service).min(1),
  /** Kept free after each booking, to clean up or to drive back. */
  bufferMinutes: z.number().int().nonnegative(),
  /** The most people at a time. */
  capacity: z.number().int().positive(),
  /** How long before its start a booking must be made. */
  noticeMinutes: z.number().int().nonnegative(),
  /** How many days ahead bookings are taken; today is day 0. */
  horizonDays: z.number().int().nonnegative(),
  /** How long before its start a booking may still be moved or cancelled by its customer. */
  changeNoticeMinutes: z.number().int().nonnegative(),
  /** How long before its start a customer is reminded of an appointment. Missing: never. */
  remindMinutes: z.number().int().positive().optional(),
  /** From one start to the next, counted from the beginning of a shift. Missing: service and buffer, one after another. */
  stepMinutes: z.number().int().positive().optional(),
  hours: OpeningHours,
});
export type Resource = z.infer<typeof Resource>;

/** The service a customer names; without a name, the only one there is. Case and spaces do not count. */
export function findService(resource: Resource, name: string | undefined): Service | undefined {
  const [only, another] = resource.services;
  if (name === undefined) return another === undefined ? only : undefined;
  return resource.services.find((service) => sameName(service.name, name));
}

/** Whether two names are the same to a customer. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other);
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .toLowerCase();
}

import { z } from 'zod';
import { Named } from './bounded-text.ts';

/** Degrees as Meta takes them: a number, or a number written as text. */
function degrees(most: number): z.ZodUnion<readonly [z.ZodNumber, z.ZodString]> {
  const text = z
    .string()
    .regex(/^-?\d{1,3}(\.\d+)?$/, 'is not a number of degrees')
    .refine((written) => Math.abs(Number(written)) <= most, `is not between -${most} and ${most} degrees`);
  return z.union([z.number().min(-most).max(most), text]);
}

/** A place. Source: Cloud API docs, "Location messages", read 2026-11-21. */
export const Place = z.strictObject({
  latitude: degrees(90),
  longitude: degrees(180),
  name: Named.optional(),
  address: Named.optional(),
});

export const LocationMessage = z.strictObject({ type: z.literal('location'), location: Place });
export type LocationMessage = z.infer<typeof LocationMessage>;

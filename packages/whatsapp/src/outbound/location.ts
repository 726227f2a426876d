import { z } from 'zod';

/** A place, in degrees. Source: Cloud API docs, "Location messages", read 2026-11-21. */
export const Place = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  name: z.string().min(1).optional(),
  address: z.string().min(1).optional(),
});

export const LocationMessage = z.strictObject({ type: z.literal('location'), location: Place });
export type LocationMessage = z.infer<typeof LocationMessage>;

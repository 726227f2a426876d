import { z } from 'zod';

/** An id, phone number or user id exactly as sent. Meta sends strings; some samples hold numbers. */
export const WireId = z.union([z.string().min(1), z.int().nonnegative().transform(String)]);

/** Seconds since 1970, sent as a string of digits or as a number. */
export const WireSeconds = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
]);

/** A number, sent as such or as a string. */
export const WireNumber = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
]);

/** A field that may be missing; one of an unexpected form counts as missing (it survives in `raw`). */
export function maybe<S extends z.ZodType>(schema: S): z.ZodCatch<z.ZodOptional<S>> {
  return schema.optional().catch(undefined);
}

import { z } from 'zod';

/**
 * In characters. Meta's ids have up to some 150; what is longer is none, and is not taken for one: an id is what
 * others are looked up by, and no index takes any length.
 */
const longestId = 400;

/** An id, phone number or user id as Meta documents them. */
export const WireIdText = z.string().min(1).max(longestId);

/** An id, phone number or user id exactly as sent. Meta sends strings; some samples hold numbers. */
export const WireId = z.union([WireIdText, z.int().nonnegative().transform(String)]);

/** Seconds since 1970, as Meta documents them. */
export const secondsText = /^\d{1,12}$/;

/** Seconds since 1970, sent as a string of digits or as a number. */
export const WireSeconds = z.union([
  z.int().nonnegative().max(999_999_999_999),
  z.string().regex(secondsText).transform(Number),
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

/** A JSON object, as opposed to a list, null or a bare value. */
export function isRecord(json: unknown): json is Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Whether a field is missing, or an id as Meta documents them. */
export function isIdOrAbsent(json: unknown): json is string | undefined {
  return json === undefined || isIdText(json);
}

/** Whether a field is an id as Meta documents them: what `WireIdText` takes. */
export function isIdText(json: unknown): json is string {
  return typeof json === 'string' && json !== '' && json.length <= longestId;
}

/** Whether a field is missing, or text. */
export function isTextOrAbsent(json: unknown): json is string | undefined {
  return json === undefined || typeof json === 'string';
}

/** Whether a field is seconds since 1970 as Meta documents them. */
export function isSecondsText(json: unknown): json is string {
  return typeof json === 'string' && secondsText.test(json);
}

/** An id as `WireId` reads it, without the schema: for the envelope, which every update passes through. */
export function idOf(json: unknown): string | undefined {
  if (typeof json === 'string') return json === '' || json.length > longestId ? undefined : json;
  return Number.isSafeInteger(json) && Number(json) >= 0 ? String(json) : undefined;
}

import { z } from 'zod';
import { isRecord, secondsText, WireId, WireIdText, WireNumber, WireSeconds } from './wire-value.ts';

/** What a record's fields are made of, in one of two strictnesses with the same types. */
export type Forms = {
  readonly id: z.ZodType<string>;
  readonly seconds: z.ZodType<number | string>;
  readonly number: z.ZodType<number>;
  maybe<T>(schema: z.ZodType<T>): z.ZodType<T | undefined>;
};

const exact: Forms = {
  id: WireIdText,
  seconds: z.string().regex(secondsText),
  number: z.number(),
  maybe: (schema) => schema.optional(),
};

const tolerant: Forms = {
  id: WireId,
  seconds: WireSeconds,
  number: WireNumber,
  maybe: (schema) => schema.optional().catch(undefined),
};

/** A JSON object. */
export type WireRecord = Readonly<Record<string, unknown>>;

/**
 * A reader that tries the form Meta documents, which is quick, and only for what deviates from it the
 * tolerant one: numbers for strings and strings for numbers, and a field of another form counts as missing.
 * Undefined if even that fails.
 * `byHand`: for the records that nearly every webhook holds, the documented form without a schema: what the schema
 * reads, or undefined, for which the schemas are tried.
 */
export function reader<T>(
  record: (forms: Forms) => z.ZodType<T>,
  byHand?: (raw: WireRecord) => T | undefined,
): (raw: unknown) => T | undefined {
  const documented = record(exact);
  const deviating = record(tolerant);
  return (raw) => {
    const read = byHand !== undefined && isRecord(raw) ? byHand(raw) : undefined;
    if (read !== undefined) return read;
    const quick = documented.safeParse(raw);
    return quick.success ? quick.data : deviating.safeParse(raw).data;
  };
}

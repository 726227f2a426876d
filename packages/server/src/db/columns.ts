import { z } from 'zod';

/** A timestamptz as an instant (ms since 1970). */
export const instantColumn = z.date().transform((date) => date.getTime());

/** A bigint column. Sequences and epochs stay far below 2^53. */
export const countColumn = z.union([z.string(), z.number()]).transform((value) => Number(value));

/** null in the table, undefined in the program. */
export function optionalColumn<T extends z.ZodType>(column: T) {
  return z
    .nullable(column)
    .transform((value): z.output<T> | undefined => (value === null ? undefined : value));
}

/** An instant as a parameter. */
export function timestamp(instant: number): Date {
  return new Date(instant);
}

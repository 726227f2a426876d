import { z } from 'zod';

/**
 * A text of 1 to `most` characters. Lengths in all outbound schemas count UTF-16 units, which is
 * never less than Meta's count.
 */
export function boundedText(most: number): z.ZodString {
  return z.string().min(1).max(most);
}

/** A text that only must not be empty. */
export const Named = z.string().min(1);

/** The address of a file or page on the web. */
export const WebAddress = z.url({ protocol: /^https?$/ });

/** Whether no two of them are equal. */
export function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

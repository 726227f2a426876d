import { z } from 'zod';
import type { UnknownParts } from '../unknown-part.ts';
import { isRecord, maybe } from '../wire-value.ts';

/** Reads the value of one webhook field. Undefined if it is not formed as documented. */
type NoticeReader<Field extends string, Value> = (
  value: unknown,
  unknown: UnknownParts,
) => { readonly field: Field; readonly value: Value } | undefined;

/** Fields that the value of any change may have. */
const common = {
  messaging_product: maybe(z.string()),
  metadata: maybe(
    z.looseObject({ display_phone_number: maybe(z.string()), phone_number_id: maybe(z.string()) }),
  ),
};

/**
 * A reader for the values of one field, in Meta's words: loose, so that what is not named here is kept.
 * `says`: where the word is that tells what happened, in the value itself or in each item of `list`, and
 * the words that are known; others are counted, and so are keys that `shape` does not name. Left out where
 * Meta documents no such words.
 */
export function noticeReader<const Field extends string, Shape extends z.ZodRawShape>(
  field: Field,
  shape: Shape,
  says?: { readonly list?: string; readonly key: string; readonly words: readonly string[] },
) {
  const schema = z.looseObject({ ...common, ...shape });
  const keys = new Set([...Object.keys(common), ...Object.keys(shape)]);
  const words = new Set(says?.words);
  const read: NoticeReader<Field, z.infer<typeof schema>> = (value, unknown) => {
    const parsed = schema.safeParse(value);
    if (!parsed.success || !isRecord(value)) return undefined;
    for (const key in value) if (!keys.has(key)) unknown.add('key', `${field}.${key}`);
    if (says !== undefined)
      for (const item of itemsOf(value, says.list)) {
        const word: unknown = isRecord(item) ? item[says.key] : undefined;
        if (typeof word !== 'string') unknown.add('malformed', `${field}.${says.key}`);
        else if (!words.has(word)) unknown.add('event', `${field}.${word}`);
      }
    return { field, value: parsed.data };
  };
  return read;
}

function itemsOf(value: Readonly<Record<string, unknown>>, list: string | undefined): readonly unknown[] {
  const items = list === undefined ? [value] : value[list];
  return Array.isArray(items) ? items : [];
}

/** A list whose unreadable items are left out (they survive in the update's `raw`), so that they cost no neighbour. */
export function listOf<S extends z.ZodType>(item: S) {
  return z.array(z.unknown()).transform((items): readonly z.infer<S>[] =>
    items.flatMap((one) => {
      const parsed = item.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

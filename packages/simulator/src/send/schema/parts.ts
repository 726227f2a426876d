import { z } from 'zod';

/**
 * Parts of message bodies, as strictly as Meta documents them. Source: Cloud API message type pages, read 2026-11-21.
 * Written apart from Ambit's own client, so that the two can disagree.
 */
export const text = (max: number) => z.string().min(1).max(max);

export const httpUrl = z
  .string()
  .max(2_000)
  .refine((value) => /^https?:\/\/[^\s]+$/.test(value) && URL.canParse(value), 'must be a valid http(s) URL');

type Source = { id?: string | undefined; link?: string | undefined };
export const oneSource = (value: Source): boolean => (value.id === undefined) !== (value.link === undefined);
export const oneSourceMessage = 'exactly one of id or link is required';
export const source = { id: z.string().min(1).optional(), link: httpUrl.optional() };

export const mediaPart = z
  .strictObject({ ...source, filename: z.string().optional(), caption: z.string().optional() })
  .refine(oneSource, oneSourceMessage);

export const Header = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: text(60) }),
  z.strictObject({ type: z.literal('image'), image: mediaPart }),
  z.strictObject({ type: z.literal('video'), video: mediaPart }),
  z.strictObject({ type: z.literal('document'), document: mediaPart }),
]);
export const TextHeader = z.strictObject({ type: z.literal('text'), text: text(60) });
export const Footer = z.strictObject({ text: text(60) });
export const body = (max: number) => z.strictObject({ text: text(max) });
export const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Emoji are not allowed in the label of a flow. */
export const noEmoji = (value: string): boolean => !/\p{Extended_Pictographic}/u.test(value);

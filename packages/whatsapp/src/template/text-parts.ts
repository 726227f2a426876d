import { z } from 'zod';
import { Named, boundedText } from '../outbound/bounded-text.ts';
import { NamedExamples } from './examples.ts';
import { variablesOf } from './variables.ts';

const example = z
  .strictObject({
    /** One list of samples; Meta's list of lists is a relic. */
    body_text: z.tuple([z.array(Named).min(1)]).optional(),
    body_text_named_params: NamedExamples.optional(),
  })
  .optional();

/** The text of a template. Source: Cloud API docs, "Template components", read 2026-11-21. */
export const Body = z.strictObject({ type: z.literal('BODY'), text: boundedText(1024), example });
export type Body = z.infer<typeof Body>;

/** The text of one card of a carousel. */
export const CardBody = Body.extend({ text: boundedText(160) });

/** A line of small print, without variables. */
export const Footer = z.strictObject({
  type: z.literal('FOOTER'),
  text: boundedText(60).refine((text) => variablesOf(text).length === 0, 'a footer has no variables'),
});

import { z } from 'zod';

const label = z.string().min(1).max(25);
const webAddress = z
  .string()
  .max(2000)
  .regex(
    /^https:\/\/[^\s{}]+(\{\{[a-z0-9_]+\}\})?$/,
    'an https address, with at most one variable at its end',
  );

/**
 * What stands above the text: a line with at most one variable, or a file whose address is given with
 * each message.
 */
const Header = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().min(1).max(60) }),
  z.object({ kind: z.enum(['image', 'video', 'document']) }),
]);

const Button = z.discriminatedUnion('kind', [
  /** Comes back as a tap on `id`, which may be the trigger of a flow. */
  z.object({ kind: z.literal('reply'), id: z.string().min(1).max(200), title: label }),
  z.object({ kind: z.literal('link'), title: label, url: webAddress }),
  z.object({
    kind: z.literal('call'),
    title: label,
    phone: z.string().regex(/^\+?[0-9]{5,20}$/, 'a phone number'),
  }),
]);

/** A template in one language. Source of the limits: Cloud API docs, "Template components", read 2026-11-21. */
const Variant = z.object({
  header: Header.optional(),
  body: z.string().min(1).max(1024),
  footer: z.string().min(1).max(60).optional(),
  buttons: z.array(Button).max(10).default([]),
});
export type TemplateVariant = z.infer<typeof Variant>;

/** What Meta's price and the customer's consent depend on. */
export const TemplateCategory = z.enum(['utility', 'marketing']);
export type TemplateCategory = z.infer<typeof TemplateCategory>;

/**
 * A message that Meta approves beforehand, so that it may go outside the service window. `languages`:
 * by Meta's code ("en", "pt_BR"); variables are `{{1}}`, `{{2}}` … or `{{names}}`. `examples`: a sample
 * of each variable, for Meta's reviewers.
 */
export const BusinessTemplate = z.object({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'small letters, digits and "_"'),
  category: TemplateCategory,
  languages: z.record(z.string(), Variant),
  examples: z.record(z.string(), z.string().min(1)).default({}),
});
export type BusinessTemplate = z.infer<typeof BusinessTemplate>;

/** The wording for a customer who speaks this language (BCP 47); undefined when there is none. */
export function variantFor(
  template: Pick<BusinessTemplate, 'languages'>,
  language: string,
): { readonly language: string; readonly variant: TemplateVariant } | undefined {
  const wanted = language.replace('-', '_');
  const base = wanted.split('_')[0];
  const codes = Object.keys(template.languages);
  const code =
    codes.find((each) => each === wanted) ??
    codes.find((each) => each === base) ??
    codes.find((each) => each.split('_')[0] === base);
  const variant = code === undefined ? undefined : template.languages[code];
  return code === undefined || variant === undefined ? undefined : { language: code, variant };
}

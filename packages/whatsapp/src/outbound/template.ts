import { z } from 'zod';
import { TemplateLanguage, TemplateName } from '../template/template-name.ts';
import { withTagCase } from './letter-case.ts';
import { MarketingComponents, TemplateComponents } from './template-component.ts';

const tags = new Set(['type', 'sub_type']);
const inSmallLetters = (value: unknown) => withTagCase(value, tags, (tag) => tag.toLowerCase());
const template = {
  name: TemplateName,
  language: z.strictObject({ code: TemplateLanguage, policy: z.literal('deterministic').optional() }),
};

/**
 * A message Meta approved beforehand, with its variables filled. Whether names, number and
 * kinds of parameters fit the template is for `templateFit` to say, which knows the template.
 * Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export const TemplateMessage = z.strictObject({
  type: z.literal('template'),
  template: z.strictObject({
    ...template,
    components: z.preprocess(inSmallLetters, TemplateComponents).optional(),
  }),
});
export type TemplateMessage = z.infer<typeof TemplateMessage>;

/** A template as the marketing endpoint takes it. */
export const MarketingTemplate = z.strictObject({
  type: z.literal('template'),
  template: z.strictObject({
    ...template,
    components: z.preprocess(inSmallLetters, MarketingComponents).optional(),
  }),
});
export type MarketingTemplate = z.infer<typeof MarketingTemplate>;

/**
 * A template whose body takes texts, as a message to send.
 * `values`: in order for `{{1}}`, `{{2}}` …, or by name for named variables.
 */
export function templateMessage(
  name: string,
  language: string,
  values: readonly string[] | Readonly<Record<string, string>>,
): TemplateMessage {
  const parameters = isList(values)
    ? values.map((text) => ({ type: 'text' as const, text }))
    : Object.entries(values).map(([parameter_name, text]) => ({
        type: 'text' as const,
        parameter_name,
        text,
      }));
  const filled = { name, language: { code: language } };
  if (parameters.length === 0) return { type: 'template', template: filled };
  return { type: 'template', template: { ...filled, components: [{ type: 'body', parameters }] } };
}

/**
 * A one-time password of an authentication template, as a message to send: the code stands in the
 * body and on the button, whether that copies, fills by one tap or by none.
 * `code`: at most 15 characters.
 */
export function oneTimePasswordMessage(name: string, language: string, code: string): TemplateMessage {
  const filled: [{ type: 'text'; text: string }] = [{ type: 'text', text: code }];
  return {
    type: 'template',
    template: {
      name,
      language: { code: language },
      components: [
        { type: 'body', parameters: filled },
        { type: 'button', sub_type: 'url', index: 0, parameters: filled },
      ],
    },
  };
}

function isList(values: readonly string[] | Readonly<Record<string, string>>): values is readonly string[] {
  return Array.isArray(values);
}

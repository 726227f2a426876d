import { z } from 'zod';
import { areDistinct } from './interactive-parts.ts';
import { ButtonComponent } from './template-button.ts';
import { BodyParameter, HeaderParameter } from './template-parameter.ts';

const Header = z.strictObject({ type: z.literal('header'), parameters: z.tuple([HeaderParameter]) });
const Body = z.strictObject({
  type: z.literal('body'),
  parameters: z
    .array(BodyParameter)
    .min(1)
    .refine((all) => allOrNone(all.map(nameOf)), 'some parameters have a name and others do not')
    .refine(
      (all) => areDistinct(all.map(nameOf).filter((name) => name !== undefined)),
      'two parameters have the same name',
    ),
});

const Components = z
  .array(z.union([Header, Body, ButtonComponent]))
  .refine((all) => all.filter(({ type }) => type === 'header').length <= 1, 'more than one header')
  .refine((all) => all.filter(({ type }) => type === 'body').length <= 1, 'more than one body')
  .refine(
    (all) => areDistinct(all.flatMap((one) => (one.type === 'button' ? [String(one.index)] : []))),
    'two buttons have the same index',
  );

/**
 * A message Meta approved beforehand, with its variables filled. Whether names, number and
 * kinds of parameters fit the template is for whoever knows the template to check.
 * Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export const TemplateMessage = z.strictObject({
  type: z.literal('template'),
  template: z.strictObject({
    name: z
      .string()
      .max(512)
      .regex(/^[a-z0-9_]+$/),
    language: z.strictObject({
      code: z.string().regex(/^[a-z]{2,3}(_[A-Za-z0-9]{2,4})?$/),
      policy: z.literal('deterministic').optional(),
    }),
    components: Components.optional(),
  }),
});
export type TemplateMessage = z.infer<typeof TemplateMessage>;

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
  const template = { name, language: { code: language } };
  if (parameters.length === 0) return { type: 'template', template };
  return { type: 'template', template: { ...template, components: [{ type: 'body', parameters }] } };
}

function isList(values: readonly string[] | Readonly<Record<string, string>>): values is readonly string[] {
  return Array.isArray(values);
}

function nameOf(parameter: z.infer<typeof BodyParameter>): string | undefined {
  return parameter.parameter_name;
}

function allOrNone(names: readonly (string | undefined)[]): boolean {
  return new Set(names.map((name) => name === undefined)).size <= 1;
}

import { z } from 'zod';
import { withTagCase } from '../outbound/letter-case.ts';
import { problemsOf } from '../outbound/parse-problems.ts';
import { AuthenticationComponent } from './authentication.ts';
import { Component } from './component.ts';
import { componentProblems, type OpenCategory } from './component-rules.ts';
import { TemplateLanguage, TemplateName } from './template-name.ts';
import { timeToLive } from './time-to-live.ts';
import type { ParameterFormat } from './variables.ts';

const identity = {
  name: TemplateName,
  language: TemplateLanguage,
  /** Whether Meta may put the template into another category instead of refusing it. */
  allow_category_change: z.boolean().optional(),
};
const open = {
  /** Default: POSITIONAL. */
  parameter_format: z.enum(['POSITIONAL', 'NAMED']).optional(),
  /** `ORDER_DETAILS`: a bill, `ORDER_STATUS`: how an order stands. */
  sub_category: z.enum(['ORDER_DETAILS', 'ORDER_STATUS']).optional(),
  display_format: z.literal('ORDER_DETAILS').optional(),
  cta_url_link_tracking_opted_out: z.boolean().optional(),
  components: z.array(Component),
};

const Marketing = z.strictObject({
  ...identity,
  ...open,
  category: z.literal('MARKETING'),
  message_send_ttl_seconds: timeToLive.MARKETING,
});
const Utility = z.strictObject({
  ...identity,
  ...open,
  category: z.literal('UTILITY'),
  message_send_ttl_seconds: timeToLive.UTILITY,
});
const Authentication = z.strictObject({
  ...identity,
  category: z.literal('AUTHENTICATION'),
  message_send_ttl_seconds: timeToLive.AUTHENTICATION,
  components: z.array(AuthenticationComponent).superRefine(checkAuthentication),
});

/**
 * The body of `POST /{business account id}/message_templates`: a template to be reviewed. Tags are
 * in capitals, as Meta gives them back; see `parseTemplateDefinition` for small ones.
 * Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export const TemplateDefinition = z
  .discriminatedUnion('category', [Marketing, Utility, Authentication])
  .superRefine((definition, context) => {
    if (definition.category !== 'AUTHENTICATION') addComponentProblems(definition, context);
  });
export type TemplateDefinition = z.infer<typeof TemplateDefinition>;

const OpenEdit = Marketing.omit({ allow_category_change: true })
  .extend({
    category: z.enum(['MARKETING', 'UTILITY']),
    message_send_ttl_seconds: z.int().min(-1).max(2_592_000).optional(),
  })
  .partial()
  .superRefine((edit, context) => {
    if (edit.components !== undefined) {
      const { components, category = 'MARKETING', parameter_format } = edit;
      addComponentProblems({ components, category, parameter_format }, context);
    }
    const ttl = timeToLive[edit.category ?? 'MARKETING'].safeParse(edit.message_send_ttl_seconds);
    if (edit.category !== undefined && !ttl.success)
      for (const { message } of ttl.error.issues)
        context.addIssue({ code: 'custom', path: ['message_send_ttl_seconds'], message });
  });
const AuthenticationEdit = Authentication.omit({ allow_category_change: true }).partial();

/**
 * The body of `POST /{template id}`: replaces all parts, the category or the time to live of a
 * template that is approved, rejected or paused. Whether it is, and that an approved one keeps its
 * category, is for whoever knows its state to check.
 */
export const TemplateEdit = z
  .union([OpenEdit, AuthenticationEdit])
  .refine((edit) => Object.keys(edit).some((key) => key !== 'name' && key !== 'language'), 'changes nothing');
export type TemplateEdit = z.infer<typeof TemplateEdit>;

type Parsed<T> = { kind: 'valid'; value: T } | { kind: 'invalid'; problems: readonly string[] };

/** Checks a template to create. Each problem names the field and what is wrong. */
export function parseTemplateDefinition(input: unknown): Parsed<TemplateDefinition> {
  return parsed(TemplateDefinition, input);
}

/** Checks a change to a template. */
export function parseTemplateEdit(input: unknown): Parsed<TemplateEdit> {
  return parsed(TemplateEdit, input);
}

const tags = new Set(['type', 'format', 'category', 'parameter_format', 'otp_type', 'sub_category', 'icon']);

function parsed<T>(schema: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = schema.safeParse(withTagCase(input, tags, (tag) => tag.toUpperCase()));
  if (result.success) return { kind: 'valid', value: result.data };
  return { kind: 'invalid', problems: problemsOf(result.error.issues) };
}

type OpenDefinition = {
  components: readonly Component[];
  category: OpenCategory;
  parameter_format?: ParameterFormat | undefined;
};

function addComponentProblems(definition: OpenDefinition, context: z.RefinementCtx): void {
  const { components, category, parameter_format } = definition;
  for (const message of componentProblems(components, category, parameter_format ?? 'POSITIONAL')) {
    context.addIssue({ code: 'custom', path: ['components'], message });
  }
}

function checkAuthentication(components: readonly { type: string }[], context: z.RefinementCtx): void {
  for (const type of ['BODY', 'BUTTONS', 'FOOTER']) {
    const found = components.filter((component) => component.type === type).length;
    if (found > 1) context.addIssue({ code: 'custom', message: `more than one ${type}` });
    if (found === 0 && type !== 'FOOTER')
      context.addIssue({ code: 'custom', message: `an authentication template needs ${type}` });
  }
}

import { z } from 'zod';
import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { SendBody } from '../send/send-schema.ts';
import type { Bubble, TemplateButton } from '../thread-message.ts';

/** A template as Meta's registry holds it. Placeholders are `{{1}}` or `{{name}}`. */
export const Template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/, 'lower-case letters, digits and underscores only'),
  language: z.string().min(2).max(15),
  category: z.enum(['utility', 'marketing', 'authentication']),
  status: z.enum(['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED']).default('APPROVED'),
  header: z.string().max(60).optional(),
  body: z.string().min(1).max(1_024),
  footer: z.string().max(60).optional(),
  quickReplies: z.array(z.string().min(1).max(25)).max(10).default([]),
});
export type Template = z.infer<typeof Template>;

/** The approved templates every simulator starts with. */
export const seedTemplates: readonly Template[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'utility',
    status: 'APPROVED',
    header: 'Hello World',
    body: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
    footer: 'WhatsApp Business Platform sample message',
    quickReplies: [],
  },
  {
    name: 'order_update',
    language: 'en',
    category: 'utility',
    status: 'APPROVED',
    body: 'Hello {{1}}, there is news about your order {{2}}: {{3}}. Reply here if you need anything.',
    quickReplies: ['Talk to a person'],
  },
  {
    name: 'conversation_follow_up',
    language: 'en',
    category: 'utility',
    status: 'APPROVED',
    body: 'Hello {{1}}, we have an answer to your question about {{2}}. Reply to continue.',
    quickReplies: ['Continue', 'No longer needed'],
  },
];

type Ask = Extract<SendBody, { type: 'template' }>['template'];

export type TemplateOutcome =
  | { kind: 'filled'; template: Template; bubble: Bubble }
  | { kind: 'refused'; error: GraphError };

/** Finds the template a send asks for and fills it in, refusing with Meta's codes. */
export function fillTemplate(registry: ReadonlyMap<string, Template>, ask: Ask): TemplateOutcome {
  const template = registry.get(`${ask.name}/${ask.language.code}`);
  if (template === undefined || template.status === 'PENDING' || template.status === 'REJECTED')
    return {
      kind: 'refused',
      error: graphError(132001, `template name (${ask.name}) does not exist in ${ask.language.code}`),
    };
  if (template.status === 'PAUSED') return { kind: 'refused', error: graphError(132015) };
  if (template.status === 'DISABLED') return { kind: 'refused', error: graphError(132016) };
  const bodyValues = parametersOf(ask, 'body');
  const headerValues = parametersOf(ask, 'header');
  const wrong =
    mismatch('body', template.body, bodyValues) ?? mismatch('header', template.header ?? '', headerValues);
  if (wrong !== undefined) return { kind: 'refused', error: graphError(132000, wrong) };
  const buttons: readonly TemplateButton[] = template.quickReplies.map((text, index) => ({
    kind: 'quick-reply',
    text,
    payload: payloadOf(ask, index) ?? text,
  }));
  return {
    kind: 'filled',
    template,
    bubble: {
      kind: 'template',
      name: template.name,
      body: fill(template.body, bodyValues),
      ...(template.header === undefined ? {} : { header: fill(template.header, headerValues) }),
      ...(template.footer === undefined ? {} : { footer: template.footer }),
      buttons,
    },
  };
}

type Value = { readonly name?: string; readonly text: string };

function parametersOf(ask: Ask, type: 'body' | 'header'): readonly Value[] {
  const component = ask.components?.find((one) => one.type === type);
  return (component?.parameters ?? []).map((one) => ({
    text: one.text ?? `[${one.type}]`,
    ...(one.parameter_name === undefined ? {} : { name: one.parameter_name }),
  }));
}

function payloadOf(ask: Ask, index: number): string | undefined {
  return ask.components?.find((one) => one.type === 'button' && one.index === index)?.parameters?.[0]
    ?.payload;
}

function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? ''))];
}

function mismatch(part: string, text: string, values: readonly Value[]): string | undefined {
  const expected = placeholders(text).length;
  if (expected === values.length) return undefined;
  return `${part}: number of localizable_params (${values.length}) does not match the expected number of params (${expected})`;
}

function fill(text: string, values: readonly Value[]): string {
  return placeholders(text).reduce((filled, name, at) => {
    const value = values.find((one) => one.name === name) ?? values[at];
    return filled.replaceAll(`{{${name}}}`, value?.text ?? '');
  }, text);
}

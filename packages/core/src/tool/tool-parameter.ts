import { z } from 'zod';
import type { Asker } from './asker.ts';

/** Names of parameters and outputs: what flows call them. */
export const FieldName = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/, 'a name of letters and digits such as "orderNumber"');

const given = { required: z.boolean().default(true) };
const longestText = 2_000;

/**
 * What a parameter is filled with. `contact`: a fact Ambit knows of who asks, never what somebody wrote.
 * `fixed`: always the same. `call-key`: the idempotency key of the call.
 */
const filling = [
  z.strictObject({
    type: z.literal('string'),
    ...given,
    maxLength: z.number().int().positive().max(longestText).default(200),
  }),
  z.strictObject({
    type: z.literal('number'),
    ...given,
    least: z.number().optional(),
    most: z.number().optional(),
  }),
  z.strictObject({
    type: z.literal('integer'),
    ...given,
    least: z.number().int().optional(),
    most: z.number().int().optional(),
  }),
  z.strictObject({ type: z.literal('boolean'), ...given }),
  z.strictObject({ type: z.literal('enum'), ...given, values: z.array(z.string().min(1)).min(1).max(200) }),
  /** A day, such as 2026-11-22. */
  z.strictObject({ type: z.literal('date'), ...given }),
  z.strictObject({ type: z.literal('contact'), fact: z.enum(['phone', 'bsuid', 'id']) }),
  z.strictObject({
    type: z.literal('fixed'),
    value: z.union([z.string().max(longestText), z.number(), z.boolean()]),
  }),
  z.strictObject({ type: z.literal('call-key') }),
] as const;

/** What fills a parameter, whatever place it goes to. */
const Filling = z.discriminatedUnion('type', filling);
type Filling = z.infer<typeof Filling>;

const place = {
  in: z.enum(['path', 'query', 'header', 'body']),
  /** What the back end calls it, if not the same; in a JSON body it may be a JSON pointer ("/customer/phone"). */
  as: z.string().min(1).max(100).optional(),
};
const argument = { as: z.string().min(1).max(100).optional() };
const [text, number, integer, truth, oneOf, date, contact, fixed, callKey] = filling;

/** A parameter of an HTTP tool. */
export const HttpParameter = z.discriminatedUnion('type', [
  text.extend(place),
  number.extend(place),
  integer.extend(place),
  truth.extend(place),
  oneOf.extend(place),
  date.extend(place),
  contact.extend(place),
  fixed.extend(place),
  callKey.extend(place),
]);
export type HttpParameter = z.infer<typeof HttpParameter>;

/** An argument of an MCP tool. */
export const McpParameter = z.discriminatedUnion('type', [
  text.extend(argument),
  number.extend(argument),
  integer.extend(argument),
  truth.extend(argument),
  oneOf.extend(argument),
  date.extend(argument),
  contact.extend(argument),
  fixed.extend(argument),
  callKey.extend(argument),
]);
export type McpParameter = z.infer<typeof McpParameter>;

/** The value a back end gets. */
export type ParameterValue = string | number | boolean;

/** `nobody`: the fact of the contact it needs is not known. `missing`: left out, and may be. */
export type Filled =
  | { readonly kind: 'value'; readonly value: ParameterValue }
  | { readonly kind: 'missing' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'refused'; readonly why: string };

/** What a call is made with. */
export type CallContext = { readonly asker: Asker; readonly callKey: string };

/** Fills one parameter from what the flow gave, checked against its type. `name`: for the reason of a refusal. */
export function fillParameter(
  name: string,
  parameter: Filling,
  input: Readonly<Record<string, string>>,
  { asker, callKey }: CallContext,
): Filled {
  switch (parameter.type) {
    case 'fixed':
      return { kind: 'value', value: parameter.value };
    case 'call-key':
      return { kind: 'value', value: callKey };
    case 'contact': {
      const fact = factOf(asker, parameter.fact);
      return fact === undefined ? { kind: 'nobody' } : { kind: 'value', value: fact };
    }
    case 'string':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'enum':
    case 'date': {
      const written = Object.hasOwn(input, name) ? input[name]?.trim() : undefined;
      if (written !== undefined && written !== '') return readGiven(name, parameter, written);
      return parameter.required ? { kind: 'refused', why: `"${name}" is missing` } : { kind: 'missing' };
    }
  }
}

function factOf(asker: Asker, fact: 'phone' | 'bsuid' | 'id'): string | undefined {
  switch (fact) {
    case 'phone':
      return asker.phone;
    case 'bsuid':
      return asker.bsuid;
    case 'id':
      return asker.contactId;
  }
}

function readGiven(
  name: string,
  parameter: Exclude<Filling, { type: 'contact' | 'fixed' | 'call-key' }>,
  written: string,
): Filled {
  switch (parameter.type) {
    case 'string':
      if (written.length > parameter.maxLength)
        return refused(name, `at most ${parameter.maxLength} characters`);
      return { kind: 'value', value: written };
    case 'number':
    case 'integer': {
      const value = /^[+-]?\d{1,15}(\.\d{1,9})?$/.test(written) ? Number(written) : Number.NaN;
      if (Number.isNaN(value)) return refused(name, 'a number');
      if (parameter.type === 'integer' && !Number.isSafeInteger(value))
        return refused(name, 'a whole number');
      if (parameter.least !== undefined && value < parameter.least)
        return refused(name, `at least ${parameter.least}`);
      if (parameter.most !== undefined && value > parameter.most)
        return refused(name, `at most ${parameter.most}`);
      return { kind: 'value', value };
    }
    case 'boolean':
      if (written !== 'true' && written !== 'false') return refused(name, '"true" or "false"');
      return { kind: 'value', value: written === 'true' };
    case 'enum':
      if (!parameter.values.includes(written)) return refused(name, `one of ${parameter.values.join(', ')}`);
      return { kind: 'value', value: written };
    case 'date':
      if (!z.iso.date().safeParse(written).success) return refused(name, 'a day such as 2026-11-22');
      return { kind: 'value', value: written };
  }
}

function refused(name: string, wanted: string): Filled {
  return { kind: 'refused', why: `"${name}" must be ${wanted}` };
}

import { z } from 'zod';
import { isAllowedLink } from '../order/allowed-link.ts';
import { FieldName } from './tool-parameter.ts';
import { JsonPointer, valueAtPointer } from './json-pointer.ts';

type Place = { readonly at: string; readonly required: boolean };

/** A field of a tool's answer: where the back end has it and what it must be. */
export type OutputField = Place &
  (
    | { readonly type: 'text'; readonly maxLength: number }
    | { readonly type: 'number' | 'integer' | 'boolean' | 'date' | 'time' }
    /** `hosts`: the only ones it may lead to. */
    | { readonly type: 'url'; readonly hosts?: readonly string[] | undefined }
    /** The back end's words, each with ours. `otherwise`: ours for any other. */
    | {
        readonly type: 'choice';
        readonly values: Readonly<Record<string, string>>;
        readonly otherwise?: string | undefined;
      }
    | { readonly type: 'list'; readonly most: number; readonly each: OutputField }
    | { readonly type: 'group'; readonly fields: Readonly<Record<string, OutputField>> }
  );

const place = { at: JsonPointer, required: z.boolean().default(true) };

/** Places inside a list or a group start from its entry. */
export const OutputField: z.ZodType<OutputField> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('text'),
      ...place,
      maxLength: z.number().int().positive().max(4_000).default(500),
    }),
    z.strictObject({ type: z.enum(['number', 'integer', 'boolean', 'date', 'time']), ...place }),
    z.strictObject({
      type: z.literal('url'),
      ...place,
      hosts: z
        .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))
        .min(1)
        .max(20)
        .optional(),
    }),
    z.strictObject({
      type: z.literal('choice'),
      ...place,
      values: z.record(z.string(), z.string().min(1)),
      otherwise: z.string().min(1).optional(),
    }),
    z.strictObject({
      type: z.literal('list'),
      ...place,
      most: z.number().int().positive().max(100).default(10),
      each: OutputField,
    }),
    z.strictObject({ type: z.literal('group'), ...place, fields: z.record(FieldName, OutputField) }),
  ]),
);

/** JSON as flows see it. */
export type OutputValue = z.core.util.JSONType;

/** `bad-shape`: the answer is not what was declared; `why` names the field, never what stood there. */
export type MappedOutput =
  | { readonly kind: 'mapped'; readonly output: { readonly [field: string]: OutputValue } }
  | { readonly kind: 'bad-shape'; readonly why: string };

type Read = { kind: 'value'; value: OutputValue } | { kind: 'absent' } | { kind: 'bad-shape'; why: string };

/** Takes the declared fields, and nothing else, out of a back end's answer. */
export function mapOutput(fields: Readonly<Record<string, OutputField>>, answer: unknown): MappedOutput {
  const output: Record<string, OutputValue> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = readField(field, answer, name);
    if (read.kind === 'bad-shape') return read;
    if (read.kind === 'value') output[name] = read.value;
  }
  return { kind: 'mapped', output };
}

function readField(field: OutputField, from: unknown, name: string): Read {
  const found = valueAtPointer(from, field.at);
  if (found === undefined || found === null) {
    return field.required ? { kind: 'bad-shape', why: `"${name}" is missing` } : { kind: 'absent' };
  }
  // A link that may not be followed is as good as none.
  if (field.type === 'url' && !field.required && !leadsToHost(field, found)) return { kind: 'absent' };
  switch (field.type) {
    case 'list': {
      if (!Array.isArray(found)) return notA(name, 'a list');
      const values: OutputValue[] = [];
      for (const entry of found.slice(0, field.most)) {
        const read = readField(field.each, entry, `${name}[${values.length}]`);
        if (read.kind === 'bad-shape') return read;
        if (read.kind === 'value') values.push(read.value);
      }
      return { kind: 'value', value: values };
    }
    case 'group': {
      if (typeof found !== 'object' || Array.isArray(found)) return notA(name, 'a group of fields');
      const mapped = mapOutput(field.fields, found);
      return mapped.kind === 'mapped'
        ? { kind: 'value', value: { ...mapped.output } }
        : { kind: 'bad-shape', why: `in "${name}", ${mapped.why}` };
    }
    case 'text':
    case 'number':
    case 'integer':
    case 'boolean':
    case 'date':
    case 'time':
    case 'url':
    case 'choice':
      return readSimple(field, found, name);
  }
}

function readSimple(
  field: Exclude<OutputField, { type: 'list' | 'group' }>,
  found: unknown,
  name: string,
): Read {
  if (typeof found !== 'string' && typeof found !== 'number' && typeof found !== 'boolean')
    return notA(name, `a ${field.type}`);
  const written = plainText(String(found));
  switch (field.type) {
    case 'text':
      return { kind: 'value', value: Array.from(written).slice(0, field.maxLength).join('') };
    case 'number':
    case 'integer': {
      // Money often comes as text, so that no digit is lost.
      const value = /^-?\d{1,15}(\.\d{1,9})?(e[+-]?\d{1,2})?$/i.test(written) ? Number(written) : Number.NaN;
      return Number.isFinite(value) && (field.type === 'number' || Number.isSafeInteger(value))
        ? { kind: 'value', value }
        : notA(name, field.type === 'number' ? 'a number' : 'a whole number');
    }
    case 'boolean':
      return written === 'true' || written === 'false'
        ? { kind: 'value', value: written === 'true' }
        : notA(name, '"true" or "false"');
    case 'date': {
      const day = written.slice(0, 10);
      return z.iso.date().safeParse(day).success && /^([T ].*)?$/.test(written.slice(10))
        ? { kind: 'value', value: day }
        : notA(name, 'a day such as 2026-11-22');
    }
    case 'time':
      return z.iso.datetime({ offset: true, local: true }).safeParse(written).success
        ? { kind: 'value', value: written }
        : notA(name, 'a time such as 2026-11-22T09:30:00Z');
    case 'url':
      return z.url({ protocol: /^https$/ }).safeParse(written).success &&
        written.length <= 2_000 &&
        leadsToHost(field, written)
        ? { kind: 'value', value: written }
        : notA(name, 'an https address');
    case 'choice': {
      const ours = Object.hasOwn(field.values, written) ? field.values[written] : field.otherwise;
      return ours === undefined ? notA(name, 'one of the declared values') : { kind: 'value', value: ours };
    }
  }
}

function leadsToHost({ hosts }: Extract<OutputField, { type: 'url' }>, found: unknown): boolean {
  return hosts === undefined || (typeof found === 'string' && isAllowedLink(found.trim(), hosts));
}

/** One line without control characters, marks that turn the direction of a text, and outer spaces. */
function plainText(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}

function notA(name: string, wanted: string): Read {
  return { kind: 'bad-shape', why: `"${name}" is not ${wanted}` };
}

import { z } from 'zod';
import { valueAtPointer } from '../json-pointer.ts';

/** As much of a JSON Schema as tools can use, with its references resolved. */
export type ReadSchema = {
  readonly types: readonly string[];
  readonly format: string | undefined;
  readonly choices: readonly string[] | undefined;
  readonly longest: number | undefined;
  readonly least: number | undefined;
  readonly most: number | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required: readonly string[];
  readonly items: unknown;
  readonly description: string;
  /** Something in it that a tool cannot say ("oneOf"). */
  readonly beyond: string | undefined;
};

const Loose = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  nullable: z.boolean().optional(),
  description: z.string().optional(),
});
type Loose = z.infer<typeof Loose>;

const mostReferences = 20;

/** Reads a schema of a document, whose own references ("#/components/schemas/Order") are followed. */
export function readSchema(schema: unknown, document: unknown): ReadSchema {
  const found = resolveReference(schema, document);
  const parsed = Loose.safeParse(found);
  if (!parsed.success) return nothing('a schema that cannot be read');
  return merge(parsed.data, document);
}

/** What a reference stands for; the value itself when it is none. Circles end as undefined. */
export function resolveReference(value: unknown, document: unknown): unknown {
  let found = value;
  for (let followed = 0; followed < mostReferences; followed += 1) {
    const reference = z.looseObject({ $ref: z.string() }).safeParse(found);
    if (!reference.success) return found;
    const { $ref } = reference.data;
    if (!$ref.startsWith('#/')) return undefined;
    found = valueAtPointer(document, $ref.slice(1));
  }
  return undefined;
}

function merge(schema: Loose, document: unknown): ReadSchema {
  const parts = (schema.allOf ?? []).map((part) => readSchema(part, document));
  const union = [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
    .map((part) => readSchema(part, document))
    .filter(({ types }) => !(types.length === 1 && types[0] === 'null'));
  const [only] = union;
  const all = union.length === 1 && only !== undefined ? [...parts, only] : parts;
  const written = schema.type === undefined ? [] : [schema.type].flat();
  const types = [...new Set([...written, ...all.flatMap((part) => part.types)])].filter(
    (type) => type !== 'null',
  );
  const choices = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  return {
    types: types.length === 0 && schema.properties !== undefined ? ['object'] : types,
    format: schema.format ?? firstOf(all, ({ format }) => format),
    choices:
      choices?.flatMap((choice) =>
        typeof choice === 'string' || typeof choice === 'number' ? [String(choice)] : [],
      ) ?? firstOf(all, (part) => part.choices),
    longest: schema.maxLength ?? firstOf(all, ({ longest }) => longest),
    least: bound(schema.minimum) ?? firstOf(all, ({ least }) => least),
    most: bound(schema.maximum) ?? firstOf(all, ({ most }) => most),
    properties: Object.fromEntries(
      [...all.map(({ properties }) => properties), schema.properties ?? {}].flatMap((each) =>
        Object.entries(each),
      ),
    ),
    required: [...(schema.required ?? []), ...all.flatMap(({ required }) => required)],
    items: schema.items ?? firstOf(all, ({ items }) => items),
    description: schema.description ?? firstOf(all, ({ description }) => description || undefined) ?? '',
    beyond: union.length > 1 ? 'a choice between schemas' : firstOf(all, ({ beyond }) => beyond),
  };
}

function firstOf<T>(parts: readonly ReadSchema[], read: (part: ReadSchema) => T | undefined): T | undefined {
  for (const part of parts) {
    const value = read(part);
    if (value !== undefined) return value;
  }
  return undefined;
}

function nothing(beyond: string): ReadSchema {
  return {
    types: [],
    format: undefined,
    choices: undefined,
    longest: undefined,
    least: undefined,
    most: undefined,
    properties: {},
    required: [],
    items: undefined,
    description: '',
    beyond,
  };
}

/** The largest integers that JavaScript counts by, which libraries write where nobody set a bound. */
function bound(limit: number | undefined): number | undefined {
  return limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
}

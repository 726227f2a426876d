import { z } from 'zod';
import { fieldName } from './file-problem.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A key that nothing reads. `known`: what could stand there instead; none where nobody can tell. */
type UnknownKey = { readonly path: readonly PropertyKey[]; readonly known: readonly string[] };

/** Keys of a value that its schema knows nothing of, those too that the schema itself refused (`issues`). */
export function unknownKeys(
  value: unknown,
  schema: z.ZodType,
  issues: readonly z.core.$ZodIssue[],
): readonly UnknownKey[] {
  const beyond = keysBeyond(value, shapeOf(schema), []);
  const refused = issues.flatMap((issue): readonly UnknownKey[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key], known: [] }))
      : [],
  );
  // A schema that refuses a key tells of it too, but not what may be meant.
  const told = new Set(beyond.map(({ path }) => fieldName(path)));
  return [...beyond, ...refused.filter(({ path }) => !told.has(fieldName(path)))];
}

const shapes = new WeakMap<z.ZodType, JsonSchema>();

/** What a schema reads, as JSON Schema: made once, as a folder has many files of one kind. */
function shapeOf(schema: z.ZodType): JsonSchema {
  const known = shapes.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema, { io: 'input' });
  shapes.set(schema, made);
  return made;
}

const Mapping = z.record(z.string(), z.unknown());

/** Keys of `value` that its shape has no place for, at any depth. */
function keysBeyond(value: unknown, schema: JsonSchema, path: readonly PropertyKey[]): readonly UnknownKey[] {
  if (Array.isArray(value)) {
    const items = schema.items;
    if (typeof items !== 'object' || Array.isArray(items)) return [];
    return value.flatMap((item: unknown, index) => keysBeyond(item, items, [...path, index]));
  }
  const mapping = Mapping.safeParse(value);
  if (!mapping.success) return [];
  const fits = variantFor(mapping.data, schema);
  const properties = fits?.properties;
  if (properties === undefined) {
    const each = fits?.additionalProperties;
    if (typeof each !== 'object') return [];
    return Object.entries(mapping.data).flatMap(([key, inner]) => keysBeyond(inner, each, [...path, key]));
  }
  return Object.entries(mapping.data).flatMap(([key, inner]) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property === undefined) return [{ path: [...path, key], known: Object.keys(properties) }];
    return typeof property === 'object' ? keysBeyond(inner, property, [...path, key]) : [];
  });
}

/** The member of a union that the value's `kind` or `type` names; the schema itself when it is no union. */
function variantFor(value: Readonly<Record<string, unknown>>, schema: JsonSchema): JsonSchema | undefined {
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants === undefined) return schema;
  for (const variant of variants) {
    if (typeof variant !== 'object') continue;
    for (const field of ['kind', 'type']) {
      const kind = variant.properties?.[field];
      if (typeof kind === 'object' && kind.const !== undefined && kind.const === value[field]) return variant;
    }
  }
  return undefined;
}

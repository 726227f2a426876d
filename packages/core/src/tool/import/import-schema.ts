import { fieldNameFor, pointerStep, type ImportProblem } from './import-problem.ts';
import { readSchema, type ReadSchema } from './json-schema.ts';

/** A tool file's part as it is written in YAML; checked when the whole is read. */
export type Written = { readonly [field: string]: WrittenValue };
export type WrittenValue = string | number | boolean | readonly WrittenValue[] | Written;

/** What an import hands its problems to. */
export type NoteProblem = (place: string, weight: ImportProblem['weight'], message: string) => void;

const longestText = 2_000;
const mostValues = 200;

/** The type of a parameter for a schema, as a tool file writes it; undefined when there is none. */
export function parameterFor(schema: ReadSchema): Written | undefined {
  if (schema.choices !== undefined && schema.choices.length > 0 && schema.choices.length <= mostValues)
    return { type: 'enum', values: schema.choices };
  if (schema.beyond !== undefined || schema.types.length !== 1) return undefined;
  const bounds = {
    ...(schema.least === undefined ? {} : { least: schema.least }),
    ...(schema.most === undefined ? {} : { most: schema.most }),
  };
  const [type = ''] = schema.types;
  switch (type) {
    case 'string':
      if (schema.format === 'date') return { type: 'date' };
      if (schema.longest === undefined) return { type: 'string' };
      return { type: 'string', maxLength: Math.max(1, Math.min(schema.longest, longestText)) };
    case 'integer':
    case 'number':
      return { type, ...bounds };
    case 'boolean':
      return { type: 'boolean' };
    default:
      return undefined;
  }
}

const deepest = 5;

/**
 * The simple values inside an object, however deep, as parameters. `place`: the pointer of the object.
 * `placed`: what else each parameter says, going by its pointer.
 */
export function parametersOf(
  schema: ReadSchema,
  document: unknown,
  note: NoteProblem,
  placed: (pointer: string) => Written,
  at: { readonly pointer: string; readonly required: boolean } = { pointer: '', required: true },
): readonly (readonly [string, Written])[] {
  return Object.entries(schema.properties).flatMap(([name, property]) => {
    const pointer = `${at.pointer}${pointerStep(name)}`;
    const required = at.required && schema.required.includes(name);
    const weight = required ? 'needed' : 'left-out';
    const inner = readSchema(property, document);
    if (inner.types[0] === 'object' && inner.beyond === undefined && pointer.split('/').length <= deepest)
      return parametersOf(inner, document, note, placed, { pointer, required });
    const type = parameterFor(inner);
    const field = fieldNameFor(pointer);
    if (type === undefined || field === undefined) {
      note(pointer, weight, `${describe(inner)} cannot be a parameter`);
      return [];
    }
    return [[field, { ...type, ...placed(pointer), ...(required ? {} : { required }) }] as const];
  });
}

/** The outputs for an answer's schema. */
export function outputsOf(schema: ReadSchema, document: unknown, note: NoteProblem): Written {
  if (schema.types[0] === 'array') {
    const list = outputFor(schema, document, '', true, note, 1);
    return list === undefined ? {} : { items: list };
  }
  return fieldsOf(schema, document, '', note, 1);
}

function fieldsOf(
  schema: ReadSchema,
  document: unknown,
  pointer: string,
  note: NoteProblem,
  depth: number,
): Written {
  return Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, property]) => {
      const inner = readSchema(property, document);
      const output = outputFor(
        inner,
        document,
        pointerStep(name),
        schema.required.includes(name),
        (place, ...rest) => note(`${pointer}${place}`, ...rest),
        depth,
      );
      const field = name === 'kind' ? 'kindOf' : fieldNameFor(name);
      return output === undefined || field === undefined ? [] : [[field, output] as const];
    }),
  );
}

function outputFor(
  schema: ReadSchema,
  document: unknown,
  at: string,
  required: boolean,
  note: NoteProblem,
  depth: number,
): Written | undefined {
  const place = { at, ...(required ? {} : { required }) };
  const leaveOut = (): undefined => {
    note(at, 'left-out', `${describe(schema)} cannot be an output`);
    return undefined;
  };
  if (schema.beyond !== undefined || schema.types.length !== 1 || depth > deepest) return leaveOut();
  const [type = ''] = schema.types;
  switch (type) {
    case 'string':
      if (schema.format === 'date') return { type: 'date', ...place };
      if (schema.format === 'date-time') return { type: 'time', ...place };
      return { type: 'text', ...place };
    case 'number':
    case 'integer':
    case 'boolean':
      return { type, ...place };
    case 'array': {
      const each = outputFor(readSchema(schema.items, document), document, '', true, note, depth + 1);
      return each === undefined ? leaveOut() : { type: 'list', ...place, each };
    }
    case 'object': {
      const fields = fieldsOf(schema, document, at, note, depth + 1);
      return Object.keys(fields).length === 0 ? leaveOut() : { type: 'group', ...place, fields };
    }
    default:
      return leaveOut();
  }
}

function describe({ beyond, types }: ReadSchema): string {
  return beyond ?? (types.length === 0 ? 'a value of no type' : `a value of type ${types.join(' or ')}`);
}

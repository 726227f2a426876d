import { z } from 'zod';
import { refused, type GraphReply } from './call.ts';
import { graphError } from './graph-error.ts';

/** A text field of a body, if it is there. */
export function field(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const value: unknown = Reflect.get(body, name);
  return typeof value === 'string' ? value : undefined;
}

/** Reads a body and goes on, or refuses it with code 100. */
export function parsed<T>(
  schema: z.ZodType<T>,
  body: unknown,
  then: (value: T) => GraphReply | Promise<GraphReply>,
): GraphReply | Promise<GraphReply> {
  const result = schema.safeParse(body);
  if (result.success) return then(result.data);
  const issue = result.error.issues[0];
  const name = issue?.path.map(String).join('.') ?? '';
  return refused(
    graphError(100, `Param ${name === '' ? 'body' : name}: ${issue?.message ?? 'is not valid'}`),
  );
}

/** A boolean as JSON, or as a form spells it. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])])
  .transform((value) => (typeof value === 'boolean' ? value : value === 'true' || value === '1'));

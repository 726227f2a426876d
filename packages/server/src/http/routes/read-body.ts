import type { Context } from 'hono';
import type { z } from 'zod';
import { apiError } from './api-error.ts';

type Read<T> = { kind: 'read'; value: T } | { kind: 'answer'; response: Response };

/** The request's JSON as the schema has it, or the answer that says what is wrong with it. */
export async function readBody<T extends z.ZodType>(c: Context, schema: T): Promise<Read<z.output<T>>> {
  const text = await c.req.text();
  return check(c, schema, parseJson(text));
}

/** The query string as the schema has it, or the answer that says what is wrong with it. */
export function readQuery<T extends z.ZodType>(c: Context, schema: T): Read<z.output<T>> {
  return check(c, schema, c.req.query());
}

function check<T extends z.ZodType>(c: Context, schema: T, raw: unknown): Read<z.output<T>> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return {
    kind: 'answer',
    response: apiError(c, 422, {
      code: 'invalid',
      message: `The request is not usable: ${problems.join('; ')}.`,
      fix: 'Mend these fields and send it again.',
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import type { Context } from 'hono';
import type { ApiError } from '@ambit/sdk/api-error';

/** Answers with an error as the contract has it. */
export function apiError(
  c: Context,
  status: 400 | 401 | 403 | 404 | 409 | 422 | 500,
  error: ApiError['error'],
): Response {
  return c.json({ error } satisfies ApiError, status);
}

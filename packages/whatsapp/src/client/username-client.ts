import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';

const Username = z.looseObject({ username: maybe(z.string()), status: maybe(z.string()) });
export type Username = z.output<typeof Username>;

const Suggestions = z
  .object({ data: z.array(z.object({ username_suggestions: z.array(z.string()).catch([]) })) })
  .transform(({ data }) => data.flatMap((entry) => entry.username_suggestions));

export type UsernameClient = {
  get(signal: AbortSignal): Promise<CallResult<Username>>;
  /** Asks for a name. `status`: `approved` or `reserved`. */
  set(username: string, signal: AbortSignal): Promise<CallResult<Username>>;
  delete(signal: AbortSignal): Promise<CallResult<{ success?: boolean | undefined }>>;
  suggestions(signal: AbortSignal): Promise<CallResult<readonly string[]>>;
};

/**
 * The username of one business number.
 * Source: Cloud API docs, "Business-scoped user IDs", read 2026-11-21.
 */
export function createUsernameClient(options: NumberAccess): UsernameClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'username'];
  return {
    get: (signal) => call({ method: 'GET', path, answer: Username }, signal),
    set: (username, signal) =>
      call(
        {
          method: 'POST',
          path,
          body: { kind: 'json', json: { username }, rules: z.object({ username: z.string().min(1) }) },
          answer: Username,
        },
        signal,
      ),
    delete: (signal) =>
      call({ method: 'DELETE', path, answer: z.looseObject({ success: maybe(z.boolean()) }) }, signal),
    suggestions: (signal) =>
      call(
        { method: 'GET', path: [options.phoneNumberId, 'username_suggestions'], answer: Suggestions },
        signal,
      ),
  };
}

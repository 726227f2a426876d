import { z } from 'zod';

/** Why a request was not done: `code` for programs, `message` for people, `fix` what to do about it. */
export const ApiError = z.object({
  error: z.object({
    code: z.enum([
      'unauthorized',
      'foreign-host',
      'foreign-origin',
      'not-found',
      'invalid',
      'agent-owns',
      'other-person-owns',
      'window-closed',
      'empty-text',
      'text-too-long',
      'failed',
    ]),
    message: z.string(),
    fix: z.string(),
  }),
});
export type ApiError = z.infer<typeof ApiError>;

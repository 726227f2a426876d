import type { z } from 'zod';

/** What came of a tool call. `in-doubt`: it may or may not have taken effect. */
export type ToolOutcome =
  | { kind: 'answered'; output: z.core.util.JSONType }
  | { kind: 'failed'; why: string }
  | { kind: 'in-doubt'; why: string };

/**
 * One of the business's tools.
 * `repeatable`: the same call under the same idempotency key may be made again safely.
 */
export type Tool = {
  readonly name: string;
  readonly repeatable: boolean;
  call(
    input: Readonly<Record<string, string>>,
    idempotencyKey: string,
    signal: AbortSignal,
  ): Promise<ToolOutcome>;
};

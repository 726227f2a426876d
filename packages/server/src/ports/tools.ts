import type { z } from 'zod';
import type { Asker } from '@ambit/core/tool/asker';
import type { Effects } from '@ambit/core/tool/declared-tool';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';

/**
 * What came of a tool call. `in-doubt`: it may or may not have taken effect. `failure`: of which kind it was, where the
 * tool can tell; `why` says so in words.
 */
export type ToolOutcome =
  | { kind: 'answered'; output: z.core.util.JSONType }
  | { kind: 'failed'; why: string; failure?: ToolFailure['kind'] }
  | { kind: 'in-doubt'; why: string; failure?: ToolFailure['kind'] };

/**
 * One of the business's tools. `call` never throws for what a back end does.
 * `repeatable` effects: the same call under the same idempotency key may be made again safely.
 */
export type Tool = {
  readonly name: string;
  readonly effects: Effects;
  call(
    input: Readonly<Record<string, string>>,
    idempotencyKey: string,
    signal: AbortSignal,
    asker: Asker,
  ): Promise<ToolOutcome>;
};

import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';

/** More of a text than this is not read, in UTF-16 units. */
const mostRead = 1_000;

/** `said`: what the customer wrote. */
export const ReadOrderInput = z.object({
  said: z.string().transform((text) => text.slice(0, mostRead)),
  language: z.string().max(20).default('en'),
});
export type ReadOrderInput = z.infer<typeof ReadOrderInput>;

/** `order`: so many of what the catalogue has are asked for. `other`: how many words say something else. */
export const ReadOrderOutput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), other: z.number().int().nonnegative() }),
  z.object({ kind: z.literal('none') }),
]);
export type ReadOrderOutput = z.infer<typeof ReadOrderOutput>;

export const readOrderTool = 'read-order';

/** The tool that tells an order from other texts by what the business sells, as flows know it. */
export const readOrderSpec: ToolSpec = {
  name: readOrderTool,
  effect: false,
  inputs: Object.keys(ReadOrderInput.shape),
  outcomes: ['order', 'none'],
};

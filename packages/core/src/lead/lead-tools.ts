import { z } from 'zod';
import type { ToolSpec } from '../flow/validate/flow-finding.ts';

/**
 * What somebody is interested in, as a flow found out. `wanted`: how soon, in the flow's own words; `callBack`: at
 * which number and when they would like to be called; `task`: whose flow asks; `team`: whom it asks for; `ad`: the one they came through.
 */
export const StoreLeadInput = z.object({
  need: z.string().trim().min(2).max(500),
  name: z.string().trim().max(80).optional(),
  email: z.string().trim().max(254).optional(),
  callBack: z.string().trim().max(150).optional(),
  wanted: z.string().trim().max(40).optional(),
  task: z.string().max(60).optional(),
  team: z.string().max(40).optional(),
  language: z.string().max(20).optional(),
  ad: z.string().max(100).optional(),
});
export type StoreLeadInput = z.infer<typeof StoreLeadInput>;

/** `team`: who has it now, by the business's routing. */
export const StoreLeadOutput = z.object({ kind: z.literal('stored'), team: z.string() });
export type StoreLeadOutput = z.infer<typeof StoreLeadOutput>;

/** The lead tools as flows know them. */
export const leadToolSpecs: readonly ToolSpec[] = [
  { name: 'store-lead', effect: true, inputs: Object.keys(StoreLeadInput.shape), outcomes: ['stored'] },
];

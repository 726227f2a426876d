import { z } from 'zod';
import { FlowNode } from './flow-node.ts';

/**
 * A graph of nodes that carries a task out; data, and never changed: what changes gets the next
 * `version`. `languages`: what its texts are written in, the first being what others get.
 * `given`: variables that are known when it starts, because whoever starts it sets them. `with`: what
 * its texts read as `{{with.…}}`, a text perhaps by language. `pack`: the task pack it was taken from.
 * `choices`: what a setting may be, and which other settings each of that needs.
 */
export const Flow = z.object({
  schema: z.literal(1).default(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by "-"'),
  version: z.number().int().positive(),
  languages: z.array(z.string().min(2)).min(1),
  given: z.array(z.string().min(1)).default([]),
  with: z.record(z.string(), z.json()).optional(),
  pack: z.string().min(1).optional(),
  choices: z.record(z.string(), z.record(z.string(), z.array(z.string()))).optional(),
  nodes: z.array(FlowNode).min(2).max(500),
});
export type Flow = z.infer<typeof Flow>;

/** A flow whose sub-flows have been put in their places, so that it runs by itself. */
export type LinkedFlow = Omit<Flow, 'nodes'> & { readonly nodes: readonly LinkedNode[] };
export type LinkedNode = Exclude<FlowNode, { kind: 'sub-flow' }>;

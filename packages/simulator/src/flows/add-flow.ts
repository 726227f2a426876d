import { z } from 'zod';
import type { World } from '../world.ts';
import { checkFlowJson } from './check-flow-json.ts';
import type { Flow } from './flow-store.ts';

/** A flow as a test writes it, published at once. */
export const NewFlow = z.strictObject({
  id: z.string().regex(/^\d+$/, 'an id is made of digits').optional(),
  name: z.string().min(1).max(200),
  status: z.enum(['DRAFT', 'PUBLISHED', 'DEPRECATED', 'BLOCKED', 'THROTTLED']).default('PUBLISHED'),
  categories: z.array(z.string().min(1)).min(1).default(['OTHER']),
  endpointUri: z.url().optional(),
  /** Flow JSON as an object or as text. */
  json: z.union([z.string(), z.record(z.string(), z.unknown())]),
});
export type NewFlow = z.infer<typeof NewFlow>;

/** Puts a flow there without Graph calls, in place of one with its id or name; errors of its JSON are kept with it. */
export function addFlow(world: World, added: NewFlow): Flow {
  for (const known of [world.flows.find(added.id ?? added.name), world.flows.find(added.name)])
    if (known !== undefined) world.flows.remove(known.id);
  const { json, errors } = checkFlowJson(added.json);
  const flow: Flow = {
    id: added.id ?? world.ids.objectId(),
    name: added.name,
    status: added.status,
    categories: added.categories,
    endpointUri: added.endpointUri,
    json,
    validationErrors: errors,
    previewToken: world.ids.code(24),
    createdMs: world.clock.nowMs(),
    sentThisHour: { hour: 0, count: 0 },
  };
  world.flows.add(flow);
  world.live.tell({ kind: 'account' });
  return flow;
}

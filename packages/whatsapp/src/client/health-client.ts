import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import { present } from '../webhook/present.ts';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { GraphAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';

const canSend = z.enum(['AVAILABLE', 'LIMITED', 'BLOCKED']).or(z.string());

const Entity = z
  .looseObject({
    entity_type: z.string(),
    id: maybe(WireId),
    can_send_message: canSend,
    additional_info: maybe(z.array(z.string())),
    errors: z.unknown().optional(),
  })
  .transform((wire) => ({
    type: wire.entity_type,
    canSend: wire.can_send_message,
    // What is wrong and how to mend it, in Meta's words.
    problems: problemsIn(wire.errors),
    notes: wire.additional_info ?? [],
    ...present({ id: wire.id }),
  }));

const Health = z
  .object({
    health_status: z.object({ can_send_message: canSend, entities: z.array(z.unknown()).catch([]) }),
  })
  .transform(({ health_status: { can_send_message: overall, entities } }) => ({
    canSend: overall,
    entities: entities.flatMap((raw) => Entity.safeParse(raw).data ?? []),
  }));

/**
 * Whether messages can go out: `AVAILABLE`, `LIMITED` or `BLOCKED`, overall and by each part that a
 * message needs (number, account, business, app, template).
 */
export type HealthStatus = z.output<typeof Health>;

export type HealthClient = {
  /** `nodeId`: of a number, an account or a template; empty for a provider's one number. */
  status(nodeId: string, signal: AbortSignal): Promise<CallResult<HealthStatus>>;
};

/**
 * Source: Cloud API docs, "Messaging and calling health status", read 2026-11-21; 360dialog docs,
 * "Messaging health status" (`/health_status`, without a node).
 */
export function createHealthClient(options: GraphAccess): HealthClient {
  const call = createGraphCaller(options);
  return {
    status: (nodeId, signal) =>
      nodeId === ''
        ? call({ method: 'GET', path: ['health_status'], answer: Health }, signal)
        : call({ method: 'GET', path: [nodeId], query: { fields: 'health_status' }, answer: Health }, signal),
  };
}

const Described = z.object({
  error_code: z.number(),
  error_description: maybe(z.string()),
  possible_solution: maybe(z.string()),
});

function problemsIn(errors: unknown): readonly { code: number; text: string; solution?: string }[] {
  if (!Array.isArray(errors)) return [];
  return errors.flatMap((raw: unknown) => {
    const described = Described.safeParse(raw).data;
    if (described === undefined)
      return graphErrorsOf([raw]).map(({ code, message }) => ({ code, text: message ?? '' }));
    const { error_code: code, error_description: text = '', possible_solution: solution } = described;
    return [{ code, text, ...present({ solution }) }];
  });
}

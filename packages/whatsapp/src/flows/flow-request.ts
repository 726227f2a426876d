import { z } from 'zod';
import { present } from '../webhook/present.ts';
import { maybe } from '../webhook/wire-value.ts';

/** A person has opened a Flow, gone back, or submitted a screen. `data`: what the screen gave. */
export type FlowExchange = {
  kind: 'exchange';
  action: 'init' | 'back' | 'data-exchange';
  version: string;
  /** Absent where Meta does not say: it is undefined at `init`. */
  screen?: string;
  data: Readonly<Record<string, unknown>>;
  /** As it was given when the Flow was sent; says whose Flow this is. Absent in some samples. */
  flowToken?: string;
  flowTokenSignature?: string;
};

/** Meta tells that an earlier answer of ours could not be used. */
export type FlowErrorReport = {
  kind: 'error-report';
  error: string;
  message?: string;
  screen?: string;
  flowToken?: string;
};

/** What a Flow asks of its endpoint. `ping`: Meta's health check. */
export type FlowRequest =
  | { kind: 'ping'; version: string }
  | FlowExchange
  | FlowErrorReport
  | { kind: 'unreadable'; why: string };

const Wire = z.object({
  version: z.string(),
  action: z.string(),
  screen: maybe(z.string().min(1)),
  data: maybe(z.record(z.string(), z.unknown())),
  flow_token: maybe(z.string().min(1)),
  flow_token_signature: maybe(z.string().min(1)),
});
const ErrorData = z.object({
  error: z.string().or(z.number().transform(String)),
  error_message: maybe(z.string()),
});

const actions = new Map<string, FlowExchange['action']>([
  ['init', 'init'],
  ['back', 'back'],
  ['data_exchange', 'data-exchange'],
]);

/**
 * Reads a decrypted request. An error report comes under any action, so it is looked for first.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows", data exchange request and error
 * notification request.
 */
export function readFlowRequest(plain: Uint8Array): FlowRequest {
  const wire = Wire.safeParse(jsonIn(plain)).data;
  if (wire === undefined) return { kind: 'unreadable', why: 'it is not JSON with a version and an action' };
  const { version, screen, data = {}, flow_token: flowToken } = wire;
  const error = ErrorData.safeParse(data).data;
  if (error !== undefined) {
    const rest = present({ message: error.error_message, screen, flowToken });
    return { kind: 'error-report', error: error.error, ...rest };
  }
  if (wire.action.toLowerCase() === 'ping') return { kind: 'ping', version };
  const action = actions.get(wire.action.toLowerCase());
  if (action === undefined) return { kind: 'unreadable', why: `its action is "${wire.action.slice(0, 40)}"` };
  const rest = present({ screen, flowToken, flowTokenSignature: wire.flow_token_signature });
  return { kind: 'exchange', action, version, data, ...rest };
}

function jsonIn(plain: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(plain));
  } catch {
    // Not JSON: the schema says so.
    return undefined;
  }
}

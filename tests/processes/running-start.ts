import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { StackPorts } from '@ambit/cli/environment';
import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { eventually } from './real-process.ts';

const Secrets = z.object({ token: z.string(), appSecret: z.string(), verifyToken: z.string() });
const Sent = z.object({ wamid: z.string() });
const Thread = z.object({
  messages: z.array(
    z.looseObject({ from: z.string(), bubble: z.looseObject({ body: z.string().optional() }) }),
  ),
});

/** What a test does with a stack that `npm start` runs. */
export type RunningStart = {
  readonly secrets: z.infer<typeof Secrets>;
  readonly client: AmbitClient;
  /** Says something as a simulated customer; resolves with the message's id. */
  say(customer: string, body: string): Promise<string>;
  /** Waits until a message has its outcome and its replies are out. */
  settled(messageId: string): Promise<void>;
  /** The texts the business has sent to a customer's phone. */
  phoneOf(customer: string): Promise<readonly string[]>;
};

/** Talks to the stack that runs in a data folder. */
export function talkTo(home: string, ports: StackPorts): RunningStart {
  const secrets = Secrets.parse(JSON.parse(readFileSync(join(home, 'secrets.json'), 'utf8')));
  const client = createAmbitClient({ baseUrl: `http://127.0.0.1:${ports.desk}`, token: secrets.token });
  const simulator = async (path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${ports.simulator}${path}`, {
      headers: { authorization: `Bearer ${secrets.token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    return response.json();
  };
  return {
    secrets,
    client,
    say: async (customer, body) =>
      Sent.parse(await simulator(`/sim/customers/${customer}/messages`, { kind: 'text', body })).wamid,
    settled: (messageId) =>
      eventually(
        () =>
          client.inbound(messageId).then(
            (trace) => trace.state === 'handled' && trace.replies.every(({ settled }) => settled),
            // The server may be away for a moment.
            () => false,
          ),
        `message ${messageId} to be settled`,
      ),
    phoneOf: async (customer) =>
      Thread.parse(await simulator(`/sim/conversations/${customer}`)).messages.flatMap(({ from, bubble }) =>
        from === 'business' && bubble.body !== undefined ? [bubble.body] : [],
      ),
  };
}

import { z } from 'zod';
import { fromJsonText } from '../http/json-text.ts';
import type { FlowOutcome } from '../sim-log.ts';
import { createPoster } from '../webhooks/post-webhook.ts';
import { signatureOf } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';
import { sealFlowRequest } from './flow-crypto.ts';

/** One step of a flow with a data endpoint, as the customer's phone makes it. */
export const FlowExchange = z.strictObject({
  /** Id or name. */
  flow: z.string().min(1),
  /** The number whose public key encrypts it. */
  phoneNumberId: z.string().min(1).optional(),
  action: z.enum(['INIT', 'BACK', 'data_exchange', 'ping']),
  screen: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  flowToken: z.string().default('unused'),
  /** Sent in place of a good one, to see the server refuse it with 432. */
  signature: z.enum(['good', 'bad']).default('good'),
});
export type FlowExchange = z.infer<typeof FlowExchange>;

/** What the phone shows next, or why there is nothing. */
export type FlowAnswer =
  | { kind: 'answer'; answer: Readonly<Record<string, unknown>> }
  /** `message`: the `error_msg` of a 427, which the phone shows. */
  | { kind: 'refused'; status: number; problem: string; message?: string }
  | { kind: 'unreachable'; problem: string }
  | { kind: 'impossible'; problem: string };

/** The phone waits this long for a data endpoint. */
const patienceMs = 10_000;
/** Answers that come encrypted: 427 too, as it carries words for the person. */
const encrypted: ReadonlySet<number> = new Set([200, 427]);
const Refusal = z.looseObject({ error_msg: z.string().min(1) });
const Answer = z.record(z.string(), z.unknown());

/** Encrypts with the uploaded key, posts to the flow's endpoint, and reads the encrypted answer. */
export async function exchangeFlow(world: World, exchange: FlowExchange): Promise<FlowAnswer> {
  const flow = world.flows.find(exchange.flow);
  if (flow === undefined) return impossible(`There is no flow ${exchange.flow}.`);
  if (flow.endpointUri === undefined) return impossible(`Flow ${flow.name} has no endpoint_uri.`);
  const line = world.lines.get(exchange.phoneNumberId ?? world.options.phoneNumberId);
  if (line?.publicKey === undefined) return impossible('The number has no public key; upload one first.');
  const request = {
    version: flow.json?.['data_api_version'] ?? '3.0',
    action: exchange.action,
    ...(exchange.action === 'ping'
      ? {}
      : { screen: exchange.screen ?? '', data: exchange.data ?? {}, flow_token: exchange.flowToken }),
  };
  const sealed = sealFlowRequest(line.publicKey, request);
  const body = JSON.stringify(sealed.body);
  const secret = exchange.signature === 'good' ? world.options.appSecret : `${world.options.appSecret}-wrong`;
  const startedAt = performance.now();
  const poster = createPoster(flow.endpointUri, patienceMs, 1, 1_000_000);
  const posted = await poster.post(body, { 'x-hub-signature-256': signatureOf(secret, body) });
  poster.close();
  const opened =
    posted.kind === 'answered' && encrypted.has(posted.status)
      ? sealed.open(posted.answer.trim())
      : undefined;
  const read = Answer.safeParse(opened);
  const outcome: FlowOutcome =
    posted.kind === 'unreachable'
      ? posted
      : posted.status !== 200
        ? refusalOf(posted, opened)
        : read.success
          ? { kind: 'answered', status: 200 }
          : {
              kind: 'refused',
              status: 200,
              problem: 'The answer cannot be decrypted with the key of the request.',
            };
  world.record({
    kind: 'flow-exchange',
    flowId: flow.id,
    url: flow.endpointUri,
    body,
    request,
    answer: opened ?? null,
    tookMs: Math.round(performance.now() - startedAt),
    outcome,
  });
  if (outcome.kind !== 'answered') return outcome;
  return read.success ? { kind: 'answer', answer: read.data } : impossible('The answer is no object.');
}

/** What came with a status other than 200; an endpoint that does not encrypt its 427 is understood as well. */
function refusalOf({ status, answer }: { status: number; answer: string }, opened: unknown): FlowOutcome {
  const { data } = Refusal.safeParse(opened ?? fromJsonText(answer));
  const said = opened === undefined ? answer : JSON.stringify(opened);
  const problem = wordsOf(status, said);
  if (status !== 427 || data === undefined) return { kind: 'refused', status, problem };
  return { kind: 'refused', status, problem, message: data.error_msg };
}

/** What WhatsApp makes of the status codes of data endpoints. */
function wordsOf(status: number, answer: string): string {
  switch (status) {
    case 421:
      return 'The server cannot decrypt: it has another key than the one that was uploaded.';
    case 427:
      return `The flow token is not valid any more: ${answer.slice(0, 200)}`;
    case 432:
      return 'The server refuses the signature.';
    default:
      return `The server answered ${status}: ${answer.slice(0, 200)}`;
  }
}

function impossible(problem: string): FlowAnswer {
  return { kind: 'impossible', problem };
}

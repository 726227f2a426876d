import { createHmac, timingSafeEqual } from 'node:crypto';
import http from 'node:http';
import { startSimulator, type Simulator } from './simulator.ts';
import type { SimulatorOptions } from './options.ts';

/** One webhook as it arrived. */
export type Received = {
  readonly body: string;
  readonly signed: boolean;
  readonly changes: readonly Change[];
};
type Change = { readonly field: string; readonly value: Readonly<Record<string, unknown>> };

/** A business's server for tests: checks signatures itself and answers what it is told to. */
export type Receiver = {
  readonly url: string;
  readonly received: Received[];
  /** Status codes of the next answers; 200 afterwards. */
  readonly answers: number[];
  /** All `value[name]` items so far. */
  items(name: 'messages' | 'statuses' | 'calls'): readonly Record<string, unknown>[];
  close(): Promise<void>;
};

const appSecret = 'app-secret-of-tests';

export async function startReceiver(verifyToken = 'verify-me'): Promise<Receiver> {
  const received: Received[] = [];
  const answers: number[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      const right = url.searchParams.get('hub.verify_token') === verifyToken;
      response.writeHead(right ? 200 : 403);
      response.end(right ? url.searchParams.get('hub.challenge') : '');
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const status = answers.shift() ?? 200;
      if (status === 200) received.push(read(raw, String(request.headers['x-hub-signature-256'])));
      response.writeHead(status);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    received,
    answers,
    items: (name) => received.flatMap((one) => one.changes.flatMap((change) => listOf(change.value[name]))),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const accessToken = 'access-token-of-tests';
export const phoneNumberId = '106540352242922';

/** A simulator that posts to `receiver`, seeded and quick to retry. */
export function startForTest(
  receiver: Receiver,
  options: Partial<SimulatorOptions> = {},
): Promise<Simulator> {
  return startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId,
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    accessToken,
    appSecret,
    verifyToken: 'verify-me',
    webhookUrl: receiver.url,
    controlToken: 'control-token-of-tests',
    seed: 7,
    webhookRetryBaseMs: 20,
    webhookRetryCapMs: 100,
    ...options,
  });
}

/** Posts to the simulated Graph API; returns status and parsed body. */
export async function postGraph(
  simulator: Simulator,
  body: unknown,
  options: { token?: string; number?: string } = {},
): Promise<{ status: number; body: unknown; headers: Headers }> {
  const response = await fetch(`${simulator.url}/v24.0/${options.number ?? phoneNumberId}/messages`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${options.token ?? accessToken}`,
      'content-type': 'application/json',
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json(), headers: response.headers };
}

/** A simulator and its receiver; `close` ends both. */
export type Started = {
  readonly simulator: Simulator;
  readonly receiver: Receiver;
  /** A Graph call below the version, such as `GET 102290129340398/flows`. */
  graph(call: string, body?: unknown): Promise<GraphAnswer>;
  /** A message to Maya, or what else is given. */
  send(body: Readonly<Record<string, unknown>>): Promise<GraphAnswer>;
  say(body: string, customer?: string): string;
  /** Waits for `count` statuses and gives them. */
  statuses(count: number): Promise<readonly Record<string, unknown>[]>;
  /** Waits for the next change of a field and gives its value. */
  change(field: string, count?: number): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
};
export type GraphAnswer = {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
};

export const wabaId = '102290129340398';

/** Starts both, with statuses that come at once. */
export async function startBoth(options: Partial<SimulatorOptions> = {}): Promise<Started> {
  const receiver = await startReceiver();
  const simulator = await startForTest(receiver, { statusDelaysMs: { sent: 0, delivered: 0 }, ...options });
  const graph: Started['graph'] = async (call, body) => {
    const [method = 'GET', path = ''] = call.split(' ');
    const isRaw = body instanceof FormData || typeof body === 'string';
    const response = await fetch(`${simulator.url}/v24.0/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${accessToken}`,
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: isRecord(answer) ? answer : {}, headers: response.headers };
  };
  return {
    simulator,
    receiver,
    graph,
    send: (body) =>
      graph(`POST ${phoneNumberId}/messages`, { messaging_product: 'whatsapp', to: '14155550142', ...body }),
    say: (body, customer = 'maya') => {
      const outcome = simulator.control.act([{ customer, action: { kind: 'text', body } }]);
      if (outcome.kind !== 'done') throw new Error(outcome.customer);
      return outcome.wamids[0] ?? '';
    },
    statuses: async (count) => {
      await until(() => receiver.items('statuses').length >= count);
      return receiver.items('statuses');
    },
    change: async (field, count = 1) => {
      const found = (): readonly Change[] =>
        receiver.received.flatMap((one) => one.changes.filter((change) => change.field === field));
      await until(() => found().length >= count);
      return found()[count - 1]?.value ?? {};
    },
    close: async () => {
      await simulator.close();
      await receiver.close();
    },
  };
}

/** The error code of an answer, or 0. */
export function codeOf(answer: GraphAnswer): number {
  const { error } = answer.body;
  return isRecord(error) ? Number(error['code']) : 0;
}

/** Waits until `check` holds, at most 15 s. */
export async function until(check: () => boolean): Promise<void> {
  const endsAt = Date.now() + 15_000;
  while (!check()) {
    if (Date.now() > endsAt) throw new Error('What the test waits for did not come within 15 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function read(raw: Buffer, signature: string): Received {
  const expected = `sha256=${createHmac('sha256', appSecret).update(raw).digest('hex')}`;
  const signed =
    signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
  const body = raw.toString('utf8');
  return { body, signed, changes: changesOf(JSON.parse(body)) };
}

function changesOf(parsed: unknown): readonly Change[] {
  return listOf(fieldOf(parsed, 'entry')).flatMap((entry) =>
    listOf(entry['changes']).map((change) => ({
      field: String(change['field']),
      value: isRecord(change['value']) ? change['value'] : {},
    })),
  );
}

function fieldOf(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function listOf(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter((one) => isRecord(one)) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

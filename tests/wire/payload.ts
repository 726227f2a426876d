import { createHmac } from 'node:crypto';
import { createRandom, type Random } from '@ambit/simulator/random';
import { isJsonRecord, type Json, type JsonRecord } from './json.ts';
import { deepMark, mutate, mutateBytes, pick } from './mutate.ts';

/**
 * One POST to the ingress. `witness`: a well-formed update put among the mutated ones, which must be stored once.
 * `expected`: the answers it may get.
 */
export type Payload = {
  readonly body: Buffer;
  readonly signature: string;
  readonly expected: readonly number[];
  readonly witness: Witness | undefined;
  /** How often it is posted: Meta repeats. */
  readonly times: number;
};

export type Witness = { readonly kind: 'message' | 'status'; readonly id: string };

/** Meta's payloads are up to 3 MB; the ingress takes somewhat more. */
const mostBytes = 4 * 1024 * 1024;

/** Draws the payload of a number: the same from the same seeds, number and seed. */
export function drawPayload(options: {
  seeds: readonly JsonRecord[];
  seed: number;
  number: number;
  phoneNumberId: string;
  appSecret: string;
}): Payload {
  const { seeds, number, phoneNumberId, appSecret } = options;
  const random = createRandom(options.seed + number);
  const json = structuredClone(pick(random, seeds));
  for (let more = random.between(0, 2); more > 0; more -= 1) join(json, structuredClone(pick(random, seeds)));
  if (random.next() < 0.001) enlarge(json);
  mutate(random, json, random.between(0, 6));
  const witness = addWitness(random, json, phoneNumberId, number);
  const text = JSON.stringify(json).replaceAll(`"${deepMark}"`, () => {
    const depth = random.next() < 0.1 ? 100_000 : random.between(10, 5_000);
    return '['.repeat(depth) + ']'.repeat(depth);
  });
  const whole = Buffer.from(text);
  const fate = random.next();
  const body = fate < 0.08 ? mutateBytes(random, whole) : whole;
  const isForged = fate > 0.98;
  const isTooLarge = body.length > mostBytes;
  const hmac = createHmac('sha256', isForged ? `not ${appSecret}` : appSecret).update(body);
  return {
    body,
    signature: `sha256=${hmac.digest('hex')}`,
    expected: isTooLarge ? [413] : isForged ? [401] : fate < 0.08 ? [200, 400] : [200],
    witness: fate < 0.08 || isForged || isTooLarge ? undefined : witness,
    times: random.next() < 0.02 ? 2 : 1,
  };
}

function join(json: JsonRecord, other: JsonRecord): void {
  const { entry } = json;
  const more = other['entry'];
  if (Array.isArray(entry) && Array.isArray(more)) entry.push(...more);
}

/** The most updates that Meta puts into one body. */
function enlarge(json: JsonRecord): void {
  const messages = valuesOf(json).find((value) => Array.isArray(value['messages']))?.['messages'];
  const [first] = Array.isArray(messages) ? messages : [];
  if (!Array.isArray(messages) || !isJsonRecord(first)) return;
  for (let n = 0; n < 1_000; n += 1) messages.push({ ...first, id: `wamid.large.${n}` });
}

/** Into a list of the same kind, or a change or an entry of its own; wherever the mutations have left one. */
function addWitness(
  random: Random,
  json: JsonRecord,
  phoneNumberId: string,
  number: number,
): Witness | undefined {
  const { entry } = json;
  if (json['object'] !== 'whatsapp_business_account' || !Array.isArray(entry)) return undefined;
  const kind = random.next() < 0.8 ? 'message' : 'status';
  const witness = { kind, id: `wamid.witness.${number}` } as const;
  const item = kind === 'message' ? witnessMessage(number) : witnessStatus(number);
  const list = kind === 'message' ? 'messages' : 'statuses';
  const lists = valuesOf(json).flatMap((value) => {
    const items = value[list];
    const { metadata } = value;
    const isOurs = isJsonRecord(metadata) && metadata['phone_number_id'] === phoneNumberId;
    return isOurs && Array.isArray(items) ? [items] : [];
  });
  if (lists.length > 0 && random.next() < 0.7) {
    const items = pick(random, lists);
    items.splice(random.between(0, items.length), 0, item);
    return witness;
  }
  const value = { metadata: { phone_number_id: phoneNumberId }, [list]: [item] };
  const change = { field: 'messages', value };
  const open = entry.flatMap((one) => {
    const changes =
      isJsonRecord(one) && typeof one['id'] === 'string' && one['id'] !== '' ? one['changes'] : [];
    return Array.isArray(changes) && changes.length > 0 ? [changes] : [];
  });
  if (open.length > 0 && random.next() < 0.7) pick(random, open).push(change);
  else entry.splice(random.between(0, entry.length), 0, { id: 'WABA', changes: [change] });
  return witness;
}

/** The values of the changes that the mutations have left under `messages`. */
function valuesOf(json: JsonRecord): readonly JsonRecord[] {
  const entries = Array.isArray(json['entry']) ? json['entry'] : [];
  return entries.flatMap((entry) => {
    const changes = isJsonRecord(entry) && Array.isArray(entry['changes']) ? entry['changes'] : [];
    return changes.flatMap((change) => {
      const value = isJsonRecord(change) && change['field'] === 'messages' ? change['value'] : undefined;
      return isJsonRecord(value) ? [value] : [];
    });
  });
}

function witnessMessage(number: number): Json {
  return {
    id: `wamid.witness.${number}`,
    from_user_id: `US.${number % 500}`,
    timestamp: '1763720000',
    type: 'text',
    text: { body: `witness ${number}` },
  };
}

function witnessStatus(number: number): Json {
  return {
    id: `wamid.witness.${number}`,
    status: 'delivered',
    timestamp: '1763720000',
    recipient_user_id: `US.${number % 500}`,
  };
}

import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';

const orderStatus = `id: order-status
does: flow
flow: order-update
title: where your order is
button: Where is my order
examples:
  en:
    - Where is my order?
    - Where is my order A-1042?
    - What is the status of my order?
    - Track my order
    - Has my parcel shipped yet?
    - When will my package arrive?
    - My order has not come
    - Any news on order A-1042?
`;

const questions = `id: questions
does: answer-from-knowledge
title: questions about returns, shipping, sizes and our store
button: Ask a question
examples:
  en:
    - What is your return policy?
    - How can I return an item?
    - How much does shipping cost?
    - Do you ship to other countries?
    - Which size should I take?
    - What are your opening hours?
    - Where is your store?
    - Which payment methods do you accept?
    - Can I exchange it for another size?
`;

const flow = `id: order-update
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: order-status }], to: { then: ask-number } }
  - id: ask-number
    kind: ask
    text: Which order is it? Please send its number.
    slot: { kind: pattern, pattern: "A-[0-9]{4}" }
    save: orderNumber
    to: { filled: look-up, failed: person }
  - id: look-up
    kind: tool
    tool: look-up-order
    input: { orderNumber: "{{orderNumber}}", contactPhone: "{{contact.phone}}" }
    effect: false
    save: found
    to: { order: tell, not-shown: person, failed: person }
  - id: tell
    kind: model
    instructions: Tell the customer how the order stands and, if it is known, when it should arrive.
    sees: [found.order, said]
    otherwise: "Order {{found.order.orderNumber}} is on its way to you."
    to: { then: end }
  - { id: person, kind: hand-off, why: The order could not be shown }
  - { id: end, kind: end }
`;

/** The model of the shop, at a server. `model`: what that server calls it. */
export function compatibleModel(baseUrl: string, model = 'small-model'): Readonly<Record<string, unknown>> {
  return {
    kind: 'openai-compatible',
    model,
    baseUrl,
    key: 'env:SHOP_MODEL_KEY',
    timeoutMs: 4_000,
    retries: 0,
    price: { inputPerMillion: 1_000, outputPerMillion: 2_000 },
  };
}

/**
 * A shop in a folder of its own, with the example shop's knowledge and orders, and models: they may phrase what its
 * knowledge answers, settle unclear messages, and tell how an order stands. Returns the folder.
 */
export async function makeModelShop(models: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ambit-model-shop-'));
  for (const part of ['business.yaml', 'knowledge', 'data'])
    await cp(join('businesses/shop', part), join(folder, part), { recursive: true });
  const business = join(folder, 'business.yaml');
  const settings = z.looseObject({ agent: z.looseObject({}) }).parse(parse(await readFile(business, 'utf8')));
  const agent = { ...settings.agent, greyZone: 'ask-model', knowledgeAnswers: 'phrased' };
  await writeFile(business, stringify({ ...settings, agent }));
  await mkdir(join(folder, 'tasks'));
  await mkdir(join(folder, 'flows'));
  await writeFile(join(folder, 'tasks', 'order-status.yaml'), orderStatus);
  await writeFile(join(folder, 'tasks', 'questions.yaml'), questions);
  await writeFile(join(folder, 'flows', 'order-update.yaml'), flow);
  await writeFile(join(folder, 'models.yaml'), stringify(models));
  return folder;
}

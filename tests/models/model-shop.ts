import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';

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
    timeoutMs: 1_500,
    retries: 0,
    price: { inputPerMillion: 1_000, outputPerMillion: 2_000 },
  };
}

/**
 * The example shop in a folder of its own, with models: they may phrase what its knowledge answers, settle
 * unclear messages, and tell how an order stands. Returns the folder.
 */
export async function makeModelShop(models: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ambit-model-shop-'));
  await cp('businesses/shop', folder, { recursive: true });
  const change = async (file: string, from: string, to: string): Promise<void> => {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} of the example shop does not say "${from}" any more`);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  await change(
    'business.yaml',
    'guessesPerDay: 5',
    'guessesPerDay: 5\n  knowledgeAnswers: phrased\n  greyZone: ask-model',
  );
  await change('tasks/order-status.yaml', 'does: order-status', 'does: flow\nflow: order-update');
  await writeFile(join(folder, 'models.yaml'), stringify(models));
  const flows = join(folder, 'flows');
  await mkdir(flows, { recursive: true });
  await writeFile(join(flows, 'order-update.yaml'), flow);
  return folder;
}

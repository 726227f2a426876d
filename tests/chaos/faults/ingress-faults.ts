import { setTimeout as wait } from 'node:timers/promises';
import { acceptedSends } from '../simulator-facts.ts';
import { readLog, someCustomers, type Stage } from '../stage.ts';
import type { Fault } from './fault.ts';

/** What goes wrong between Meta and the server. Repeating and reordering go on all the time. */
export const ingressFaults: readonly Fault[] = [
  {
    name: 'a thousand updates in one webhook',
    happen: async ({ simulator, crowd }) => {
      const acts = Array.from({ length: 1_000 }, (_, index) => {
        const { id, order } = crowd[index % crowd.length] ?? { id: '', order: '' };
        return { customer: id, action: { kind: 'text', body: `Where is my order ${order}?` } } as const;
      });
      simulator.control.act(acts);
    },
  },
  {
    name: 'a webhook of 3 MB',
    happen: async ({ simulator, crowd }) => {
      const acts = Array.from({ length: 640 }, (_, index) => {
        const body = `Where is my order? ${'It is a long story, and it rained. '.repeat(115)}`;
        return { customer: crowd[index % crowd.length]?.id ?? '', action: { kind: 'text', body } } as const;
      });
      simulator.control.act(acts);
    },
  },
  {
    name: 'wrong signatures and broken JSON among the good',
    happen: async (stage) => {
      for (const [index, { userId }] of someCustomers(stage, 12).entries()) {
        const body = messageOf(`wamid.forged.${index}`, userId, 'Cancel all my orders');
        await post(stage, body, index % 2 === 0 ? 'bad' : 'none');
        await post(stage, `${body.slice(0, 60 + index)}`, 'good');
        await post(stage, '[]', 'good');
      }
    },
  },
  {
    name: 'statuses backwards, twice and of strangers',
    happen: async (stage) => {
      const sends = acceptedSends(readLog(stage.simulator)).slice(-12);
      for (const { wamid, outboxId } of sends)
        for (const status of ['read', 'delivered', 'read', 'sent'])
          await post(stage, statusOf(wamid, status, outboxId), 'good');
      await post(stage, statusOf('wamid.of.nobody', 'delivered', undefined), 'good');
    },
  },
  {
    name: 'answers to webhooks lost',
    happen: async ({ ingress, random }) => {
      ingress.plan({ kind: 'lose-answer' }, random.between(3, 10));
      ingress.plan({ kind: 'cut-before' }, random.between(1, 5));
    },
  },
  {
    name: 'a message that nobody can read',
    happen: async (stage) => {
      for (const { id } of someCustomers(stage, 3)) {
        const say = (body: string): void => {
          stage.simulator.control.act([{ customer: id, action: { kind: 'text', body } }]);
        };
        say('poison for the reader');
        await wait(stage.random.between(0, 300));
        say('Do you ship to Canada?');
      }
    },
  },
];

async function post(stage: Stage, body: string, signature: 'good' | 'bad' | 'none'): Promise<void> {
  const { simulator, posts } = stage;
  const answer = await simulator.control.sendRaw({ body, signature, headers: {} });
  // Whoever stands in between answers 502 when no node is there.
  if (answer.kind === 'answered' && answer.status !== 502)
    posts.push({ body, status: answer.status, forged: signature !== 'good' });
}

const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };

function messageOf(id: string, userId: string, text: string): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  return webhookOf({
    contacts: [{ user_id: userId, profile: { name: 'Somebody' } }],
    messages: [{ from_user_id: userId, id, timestamp, type: 'text', text: { body: text } }],
  });
}

function statusOf(id: string, status: string, outboxId: string | undefined): string {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const opaque = outboxId === undefined ? {} : { biz_opaque_callback_data: outboxId };
  return webhookOf({ statuses: [{ id, status, timestamp, recipient_user_id: 'US.1', ...opaque }] });
}

function webhookOf(value: object): string {
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  return JSON.stringify({ object: 'whatsapp_business_account', entry: [{ id: '1', changes: [change] }] });
}

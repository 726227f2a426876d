import { shownWaId, type Customer } from '../people/customer.ts';
import type { Thread } from '../people/threads.ts';
import type { ThreadMessage } from '../thread-message.ts';
import { contactOf, numberValue, type Json } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';
import type { MetaOutcome } from './act-as-meta.ts';
import { giveToMetaAgent, takeBackControl } from './handover.ts';
import type { ThreadAct } from './meta-act.ts';

/** What Meta's agent, the owner's phone app and the history sync do in one thread. */
export function actOnThread(world: World, act: ThreadAct): MetaOutcome {
  const phoneNumberId = act.phoneNumberId ?? world.options.phoneNumberId;
  const customer = world.customers.find(act.customer);
  if (customer === undefined) return { kind: 'unknown', what: `customer ${act.customer}` };
  const thread = world.threads.open(phoneNumberId, customer.id);
  const post = (field: string, rest: Json): void => {
    const displayPhoneNumber = world.lines.get(phoneNumberId)?.displayPhoneNumber ?? '';
    world.queue.enqueue([
      { lane: thread.key, field, value: numberValue({ phoneNumberId, displayPhoneNumber }, rest) },
    ]);
  };
  switch (act.kind) {
    case 'agent-takes':
      giveToMetaAgent(world, thread, customer);
      break;
    case 'agent-passes':
      takeBackControl(world, thread, customer);
      break;
    case 'agent-says': {
      const echo = say(world, thread, customer, act.body);
      post('standby', { standby: { message_echoes: [echo] } });
      break;
    }
    case 'owner-says': {
      const echo = say(world, thread, customer, act.body);
      post('smb_message_echoes', { contacts: [contactOf(customer)], message_echoes: [echo] });
      break;
    }
    case 'sync-history':
      post('history', { history: [historyOf(thread, customer)] });
      break;
  }
  return { kind: 'done' };
}

/** Puts a text into the thread that the business's server did not send; returns its echo. */
function say(world: World, thread: Thread, customer: Customer, body: string): Json {
  const wamid = world.ids.wamid();
  const atMs = world.clock.nowMs();
  world.threads.append(thread, {
    wamid,
    from: 'business',
    atMs,
    bubble: { kind: 'text', body },
    progress: { kind: 'delivered' },
    edited: false,
    revoked: false,
    reactions: [],
  });
  thread.unread += 1;
  world.live.tell({
    kind: 'thread',
    phoneNumberId: thread.phoneNumberId,
    customerId: customer.id,
    incoming: true,
  });
  const to = shownWaId(customer);
  return {
    from: world.lines.get(thread.phoneNumberId)?.displayPhoneNumber ?? '',
    ...(to === undefined ? {} : { to }),
    to_user_id: customer.userId,
    id: wamid,
    timestamp: String(Math.floor(atMs / 1_000)),
    type: 'text',
    text: { body },
  };
}

function historyOf(thread: Thread, customer: Customer): Json {
  const id = shownWaId(customer) ?? customer.userId;
  return {
    metadata: { phase: 0, chunk_order: 1, progress: 100 },
    threads: [{ id, messages: thread.messages.map((message) => pastMessage(message, id)) }],
  };
}

function pastMessage(message: ThreadMessage, person: string): Json {
  const { bubble } = message;
  const isText = bubble.kind === 'text';
  return {
    ...(message.from === 'customer' ? { from: person } : { to: person }),
    id: message.wamid,
    timestamp: String(Math.floor(message.atMs / 1_000)),
    type: isText ? 'text' : 'media_placeholder',
    ...(isText ? { text: { body: bubble.body } } : {}),
    history_context: { status: message.progress.kind === 'read' ? 'READ' : 'DELIVERED' },
  };
}

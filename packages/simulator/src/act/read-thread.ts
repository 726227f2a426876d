import type { Customer } from '../people/customer.ts';
import type { Thread } from '../people/threads.ts';
import { marketOf } from '../pricing/market.ts';
import { postStatus, type Status, type Travelling } from '../send/post-status.ts';
import type { ThreadMessage } from '../thread-message.ts';
import type { World } from '../world.ts';

/** The customer looks at the thread: unread messages of the business become read. Returns how many did. */
export function readThread(world: World, thread: Thread): number {
  const customer = world.customers.find(thread.customerId);
  const unread: ThreadMessage[] = [];
  for (let at = thread.messages.length - 1; at >= 0 && unread.length < thread.unread; at -= 1) {
    const message = thread.messages[at];
    if (message?.from === 'business') unread.unshift(message);
  }
  thread.unread = 0;
  if (customer === undefined) return 0;
  const readable = unread.filter(({ progress }) => !['read', 'failed', 'held'].includes(progress.kind));
  for (const message of readable) tellLater(world, thread, customer, message, { kind: 'read' });
  return readable.length;
}

/** The customer plays a voice note of the business. False if the message is none. */
export function playVoice(world: World, wamid: string): boolean {
  const found = world.threads.message(wamid);
  if (found === undefined || found.message.from !== 'business' || found.message.bubble.kind !== 'media')
    return false;
  if (found.message.bubble.voice !== true) return false;
  const customer = world.customers.find(found.thread.customerId);
  if (customer === undefined) return false;
  tellLater(world, found.thread, customer, found.message, { kind: 'played' });
  return true;
}

function tellLater(
  world: World,
  thread: Thread,
  customer: Customer,
  message: ThreadMessage,
  status: Status,
): void {
  const travelling: Travelling = {
    wamid: message.wamid,
    phoneNumberId: thread.phoneNumberId,
    recipientWaId: customer.waId,
    recipientUserId: customer.userId,
    customer,
    message,
    callbackData: message.callbackData,
    price: undefined,
    country: marketOf(customer).country,
    template: message.bubble.kind === 'template' ? world.templates.named(message.bubble.name)[0] : undefined,
    freeEntryUntilMs: undefined,
    groupId: message.groupId,
  };
  postStatus(world, travelling, status);
}

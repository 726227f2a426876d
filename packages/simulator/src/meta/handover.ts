import { shownWaId, type Customer } from '../people/customer.ts';
import type { Thread } from '../people/threads.ts';
import type { Update } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';

/** Meta's own agent, as handover webhooks name it. */
const agentAppId = '1143680903703001';

/** Meta's Business Agent takes a thread: from now on its webhooks come as `standby`. */
export function giveToMetaAgent(world: World, thread: Thread, customer: Customer): void {
  if (thread.holder === 'meta-agent') return;
  thread.holder = 'meta-agent';
  world.queue.enqueue([handover(world, thread, customer)]);
  tell(world, thread);
}

/** The business has the thread again: because it sent something, or Meta's agent passed it on. */
export function takeBackControl(world: World, thread: Thread, customer: Customer): void {
  if (thread.holder === 'business') return;
  thread.holder = 'business';
  world.queue.enqueue([handover(world, thread, customer)]);
  tell(world, thread);
}

/**
 * `messaging_handovers` has no `metadata`: the number is in `recipient`, the person in `sender`.
 * Source: payloads as received by users of the field in September 2026, read 2026-11-22.
 */
function handover(world: World, thread: Thread, customer: Customer): Update {
  const line = world.lines.get(thread.phoneNumberId);
  const waId = shownWaId(customer);
  const byAgent = thread.holder === 'meta-agent';
  return {
    lane: thread.key,
    field: 'messaging_handovers',
    value: {
      messaging_product: 'whatsapp',
      recipient: {
        display_phone_number: line?.displayPhoneNumber ?? '',
        phone_number_id: thread.phoneNumberId,
      },
      sender: { ...(waId === undefined ? {} : { phone_number: waId }), user_id: customer.userId },
      timestamp: String(Math.floor(world.clock.nowMs() / 1_000)),
      type: 'control_passed',
      control_passed: {
        previous_owner_app_id: byAgent ? world.account.appId : agentAppId,
        previous_owner_app_role: byAgent ? 'business_app' : 'meta_business_agent',
        previous_owner_role: byAgent ? 'escalation' : 'ai_agent',
        new_owner_role: byAgent ? 'ai_agent' : 'escalation',
      },
    },
  };
}

function tell(world: World, thread: Thread): void {
  world.live.tell({
    kind: 'thread',
    phoneNumberId: thread.phoneNumberId,
    customerId: thread.customerId,
    incoming: false,
  });
}

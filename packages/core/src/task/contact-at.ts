import type { Event } from '../conversation/event.ts';
import type { Turn } from '../conversation/turn-state.ts';
import type { FlowEvent } from '../flow/flow-event.ts';
import type { Instant } from '../schedule/instant.ts';

/** When something happens to a flow, and who is spoken with in this turn. */
export function contactAt(
  at: Instant,
  { contactId, contactPhone, customer }: Extract<Event, { kind: 'turn-began' }> | Turn,
): Pick<FlowEvent, 'at' | 'contact'> {
  return {
    at,
    contact: {
      id: contactId,
      ...(contactPhone === undefined ? {} : { phone: contactPhone }),
      ...(customer === undefined ? {} : { customer }),
    },
  };
}

import { Business } from '../business/business.ts';
import { ChannelId, ConversationId, OutboxId } from '../conversation/identifiers.ts';
import type { Draft } from '../message/draft.ts';
import { hourMs } from '../schedule/instant.ts';
import type { ClearanceContext } from './clearance-context.ts';

/** A time at which the current pack is fresh. */
export const noon = Date.parse('2026-11-21T12:00:00Z');

const shop = Business.parse({
  schema: 1,
  name: 'Fern & Field 24',
  purpose: 'Sells garden tools online and answers questions about orders.',
  vertical: 'retail',
  defaultCountry: 'DE',
  languages: ['en'],
  currency: 'EUR',
  hours: {
    timeZone: 'Europe/Berlin',
    week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    holidays: [],
  },
  escalation: [{ kind: 'in-chat-person' }, { kind: 'phone', number: '+49 30 555 0100' }],
  agent: {
    name: 'Fern',
    tasks: [
      {
        id: 'order-status',
        does: 'order-status',
        title: 'where your order is',
        button: 'My order',
        examples: { en: ['where is my order', 'order status', 'track my parcel'] },
      },
    ],
  },
  knowledge: [],
});

export const notice = "You're chatting with the AI assistant of Fern & Field 24. Type HUMAN for a person.";

/** An answer of the agent inside its window, as all is well. */
export const answer: Draft = {
  author: 'agent',
  reason: { kind: 'answer', task: 'order-status', grounds: ['call-1'] },
  content: { kind: 'text', body: 'Your order A-1042 was shipped.' },
  disclosure: notice,
  ownerVersion: 3,
  priority: 'reply',
};

export const wellContext: ClearanceContext = {
  outboxId: OutboxId.parse('out-1'),
  conversationId: ConversationId.parse('conv-1'),
  channelId: ChannelId.parse('chan-1'),
  recipient: { phone: '4915112345678' },
  recipientOfDraft: { phone: '4915112345678' },
  business: shop,
  owner: { kind: 'agent' },
  ownerVersion: 3,
  windowClosesAt: noon + 20 * hourMs,
  agentLastSpokeAt: noon - hourMs,
  serviceMessagesThisMonth: 0,
};

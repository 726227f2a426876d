import type { SimpleTemplate } from './simple-template.ts';

/** The approved templates every simulator starts with. */
export const seedTemplates: readonly SimpleTemplate[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'utility',
    status: 'APPROVED',
    header: 'Hello World',
    body: 'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
    footer: 'WhatsApp Business Platform sample message',
    quickReplies: [],
  },
  {
    name: 'order_update',
    language: 'en',
    category: 'utility',
    status: 'APPROVED',
    body: 'Hello {{1}}, there is news about your order {{2}}: {{3}}. Reply here if you need anything.',
    quickReplies: ['Talk to a person'],
  },
  {
    name: 'conversation_follow_up',
    language: 'en',
    category: 'utility',
    status: 'APPROVED',
    body: 'Hello {{1}}, we have an answer to your question about {{2}}. Reply to continue.',
    quickReplies: ['Continue', 'No longer needed'],
  },
];

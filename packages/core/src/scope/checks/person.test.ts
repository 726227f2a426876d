import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';

test.each([
  'HUMAN',
  'human',
  'agent please',
  'Agent, please!',
  'a person please',
  'a person, please',
  'real person',
  'operator',
  'person',
  'talk to a real person',
  'I want to talk to a human',
  'can I speak to someone?',
  'let me speak to your manager',
  'customer service representative',
  'customer service please',
  'connect me to an agent',
  'put me through to a person',
  'I need a human',
  'I want an agent',
  "I'd like a person, not a bot",
  'is there a real person here?',
  'can a human help me',
  'could someone please call me',
  "don't give me a bot, get me a human",
  'transfer me to support',
  'this is ridiculous, I want to complain',
  'How do I make a complaint?',
  'chat with a live agent',
  'why can’t I speak to someone',
  'pls speak to customer service',
  'hi, human please',
  'I want to speak with a human being',
])('"%s" asks for a person', (text) => {
  const { person, complaint } = checkText(text);
  expect(person ?? complaint).toBeDefined();
});

test.each([
  'is there an agent fee',
  'personal',
  'table for 4 persons',
  'are you a human?',
  'am I talking to a real person?',
  'are you a real person?',
  'personalised pots',
  'I spoke to someone yesterday',
  "I don't want to talk to a human",
  'no need to speak to someone',
  'how many people fit',
  'is this safe for humans',
  'human resources software',
  'gift for a person who likes plants',
  'where is my order',
  'I need an agent fee waiver',
  'do you support returns',
  'customer service opening times in 2026 for deliveries',
  '',
  'get me a ticket for one person',
  'send me the order',
])('"%s" does not', (text) => {
  expect(checkText(text)).not.toHaveProperty('person');
});

import { describe, expect, test } from 'vitest';
import { Business } from '../business/business.ts';
import { flowFrom } from '../flow/testing/flows.ts';
import { languages } from '../language/language.ts';
import type { AppointmentNews } from '../appointment/appointment-news.ts';
import { hourMs } from '../schedule/instant.ts';
import type { InboundContent } from '../message/inbound.ts';
import { newConversation } from './state.ts';
import { buttonIds, judges, monday10, runTurn, saying, shop, text } from './testing/run-turn.ts';

const told = (about: AppointmentNews['about']): InboundContent => ({
  kind: 'appointment-news',
  news: {
    about,
    service: 'Check-up',
    resource: 'Dr. Berg',
    startsAt: monday10 + 25 * hourMs,
    timeZone: 'Europe/Dublin',
    keptUntil: monday10 + 2 * hourMs,
  },
});
const nothing = () => judges('refuse');

test.each([
  ['reminder', 'A reminder of your appointment: Check-up, Dr. Berg, tomorrow at 11:00.'],
  ['moved', 'Your appointment has been moved: Check-up, Dr. Berg, now tomorrow at 11:00.'],
  ['cancelled', 'we had to cancel your appointment: Check-up, Dr. Berg, tomorrow at 11:00.'],
  ['offer', 'is free: Check-up, Dr. Berg, tomorrow at 11:00. It is kept for you until today at 12:00.'],
] as const)('of a %s the customer is told, and can ask for a person', (about, words) => {
  const { close, calls } = runTurn([told(about)], nothing);
  expect(calls).toEqual([]);
  expect(saying(close).join()).toContain(words);
  expect(buttonIds(close)).toEqual(['person']);
  expect(close.outcome).toEqual({ kind: 'answered' });
});

test('they are told in the language of the conversation', () => {
  const business = { ...shop, languages: ['en', 'ar'] };
  const conversation = { ...newConversation, language: 'ar' as const };
  const { close } = runTurn([told('reminder')], nothing, { business, conversation });
  expect(saying(close).join()).toContain('تذكير بموعدك');
});

test('several news are one message', () => {
  const { close } = runTurn([told('reminder'), told('offer')], nothing);
  expect(close.drafts).toHaveLength(1);
});

test('who writes meanwhile is told and answered', () => {
  const { close } = runTurn([told('reminder'), text('write me a poem')], nothing);
  expect(saying(close)).toHaveLength(2);
  expect(close.outcome).toEqual({ kind: 'refused' });
});

describe.each([
  ['closed', monday10],
  ['about to close', monday10 + 30_000],
  ['long closed', 0],
])('where the service window is %s', (_what, windowClosesAt) => {
  test('nothing is sent, and people hear why, but not of what', () => {
    const { close } = runTurn([told('moved')], nothing, { opening: { windowClosesAt } });
    expect(close.drafts).toEqual([]);
    expect(close.alarms).toMatchObject([{ kind: 'appointment-untold' }]);
    expect(close.alarms[0]?.about).toContain('the service window is closed and only a template may go');
    expect(JSON.stringify(close.alarms)).not.toContain('Check-up');
    expect(close.outcome).toEqual({ kind: 'ignored', rule: 'appointment-news' });
  });
});

test.each([{ kind: 'people', person: 'ada' }, { kind: 'people' }, { kind: 'nobody' }] as const)(
  'while %j own the conversation the agent is silent, and people are asked to tell it',
  (owner) => {
    const { close } = runTurn([told('cancelled')], nothing, { opening: { owner } });
    expect(close.drafts).toEqual([]);
    expect(close.alarms).toMatchObject([{ kind: 'appointment-untold' }]);
  },
);

describe('an offer that a task can take up', () => {
  const booking = Business.parse({
    ...shop,
    languages: [...languages],
    flows: [
      flowFrom(`
id: book
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: book }], to: { then: free } }
  - { id: free, kind: tool, tool: book-appointment, effect: false, to: { answered: end, failed: ask } }
  - { id: ask, kind: ask, text: "Shall I book it?", slot: { kind: text }, save: a, to: { filled: end, failed: end } }
  - { id: end, kind: end }
`),
    ],
    agent: {
      ...shop.agent,
      tasks: [
        ...shop.agent.tasks,
        {
          id: 'book',
          does: 'flow',
          title: 'booking a time',
          button: 'Book',
          examples: { en: ['book a time', 'an appointment please', 'when can I come'] },
        },
      ],
    },
  });
  const failing = () => ({ kind: 'tool-failed', why: 'away' }) as const;
  const offered = runTurn([told('offer')], nothing, { business: booking });
  const reply = (said: string, conversation = offered.conversation, at = monday10 + hourMs) =>
    runTurn([text(said)], failing, { business: booking, conversation, at });

  test.each(['yes', 'Yes please!', 'sí', 'sim', 'oui', 'ya, boleh', 'हाँ', 'haan ji', 'نعم', '好的', '👍'])(
    'a typed "%s" is the tap on its button',
    (said) => {
      const { close } = reply(said);
      expect(saying(close)).toEqual(['Shall I book it?']);
      expect(close.outcome).toMatchObject({ task: 'book' });
    },
  );

  test.each(['no', 'no, gracias', 'não', 'non merci', 'tidak usah', 'नहीं', 'nahi', 'لا شكرا', '不用了'])(
    'a typed "%s" lets it go, and says so',
    (said) => {
      const { close, conversation, calls } = reply(said);
      expect(calls).toEqual([]);
      expect(close.outcome).toEqual({ kind: 'answered', task: 'book' });
      expect(conversation.offered).toBeUndefined();
    },
  );

  test('once it is kept no longer, or something else was said since, a yes is to nothing', () => {
    expect(reply('yes', offered.conversation, monday10 + 3 * hourMs).close.outcome).not.toMatchObject({
      task: 'book',
    });
    const since = runTurn([text('hello')], nothing, {
      business: booking,
      conversation: offered.conversation,
    });
    expect(reply('yes', since.conversation).close.outcome).not.toMatchObject({ task: 'book' });
  });

  test('a reminder asks nothing, so a yes to it books nothing', () => {
    const reminded = runTurn([told('reminder')], nothing, { business: booking });
    expect(reminded.conversation.offered).toBeUndefined();
  });
});

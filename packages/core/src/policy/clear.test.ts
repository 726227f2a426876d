import { expect, test } from 'vitest';
import { dayMs, hourMs } from '../schedule/instant.ts';
import { clear, isCleared } from './clear.ts';
import { answer, noon, notice, wellContext } from './clearing.fixture.ts';
import { currentPack } from './pack.ts';

test('a message within all rules is cleared, with every rule, the pack, the window and the price on record', () => {
  const result = clear(answer, { ...wellContext, replyTo: 'wamid.1' }, currentPack, noon);
  expect(result).toMatchObject({
    kind: 'cleared',
    message: {
      outboxId: 'out-1',
      recipient: { phone: '4915112345678' },
      content: { kind: 'text', body: 'Your order A-1042 was shipped.' },
      replyTo: 'wamid.1',
    },
    clearance: {
      pack: '2026-11-21',
      at: noon,
      verdict: 'cleared',
      windowClosesAt: wellContext.windowClosesAt,
      price: { amount: 0, type: 'free_customer_service', market: 'Germany' },
    },
  });
  expect(result.clearance.findings.map((finding) => finding.rule)).toEqual([
    'AMBIT-OWN-001',
    'WA-WIN-001',
    'WA-DATA-006',
    'WA-AI-001',
    'WA-SCOPE-006',
    'WA-AI-002',
    'WA-DATA-001',
    'WA-SCOPE-011',
  ]);
});

test('the disclosure goes before the text when the agent speaks for the first time', () => {
  const result = clear(answer, { ...wellContext, agentLastSpokeAt: undefined }, currentPack, noon);
  expect(result).toMatchObject({
    kind: 'cleared',
    message: { content: { body: `${notice}\n\nYour order A-1042 was shipped.` } },
    clearance: { disclosure: notice },
  });
});

test('the disclosure is due again after 24 hours of silence, not a millisecond earlier', () => {
  const after = (silenceMs: number) =>
    clear(answer, { ...wellContext, agentLastSpokeAt: noon - silenceMs }, currentPack, noon).clearance
      .disclosure;
  expect(after(dayMs - 1)).toBeUndefined();
  expect(after(dayMs)).toBe(notice);
});

test('a person is never announced as a program', () => {
  const draft = {
    ...answer,
    author: 'person' as const,
    reason: { kind: 'person' as const, person: 'ada' },
  };
  const owner = { kind: 'people' as const, person: 'ada' };
  const result = clear(draft, { ...wellContext, owner, agentLastSpokeAt: undefined }, currentPack, noon);
  expect(result).toMatchObject({ kind: 'cleared', message: { content: answer.content } });
});

test('an agent that owes a disclosure and has none says nothing', () => {
  const draft = { ...answer, disclosure: undefined };
  const result = clear(draft, { ...wellContext, agentLastSpokeAt: undefined }, currentPack, noon);
  expect(result).toMatchObject({ kind: 'refused', clearance: { refusal: { rule: 'WA-AI-001' } } });
});

test('a text that leaves no room for the disclosure is refused with the number of characters to cut', () => {
  const buttons = [{ id: 'person', title: 'Talk to a person' }];
  const room = 1024 - notice.length - 2;
  const speak = (length: number) =>
    clear(
      { ...answer, content: { kind: 'buttons', body: 'x'.repeat(length), buttons } },
      { ...wellContext, agentLastSpokeAt: undefined },
      currentPack,
      noon,
    );
  expect(speak(room).kind).toBe('cleared');
  expect(speak(room + 5).clearance.refusal?.fix).toContain('by 5 characters');
});

test('the gravest rule names the refusal', () => {
  const context = { ...wellContext, ownerVersion: 4, windowClosesAt: noon - hourMs };
  const { clearance } = clear(answer, context, currentPack, noon);
  expect(clearance.refusal?.rule).toBe('AMBIT-OWN-001');
  expect(clearance.findings.filter((finding) => finding.verdict === 'refused')).toHaveLength(2);
});

test('a stale pack warns and lets pass', () => {
  const later = noon + 91 * dayMs;
  const context = { ...wellContext, windowClosesAt: later + hourMs, agentLastSpokeAt: later };
  const result = clear(answer, context, currentPack, later);
  expect(result.kind).toBe('cleared');
  expect(result.clearance.findings.at(-1)).toMatchObject({ rule: 'WA-SCOPE-011', verdict: 'warned' });
});

test('only what clear made is cleared, and it cannot be changed', () => {
  const result = clear(answer, wellContext, currentPack, noon);
  if (result.kind === 'refused') throw new Error('expected it to be cleared');
  expect(isCleared(result.message)).toBe(true);
  expect(isCleared(Object.fromEntries(Object.entries(result.message)))).toBe(false);
  expect(Object.isFrozen(result.message)).toBe(true);
  expect(Object.isFrozen(result.message.content)).toBe(true);
});

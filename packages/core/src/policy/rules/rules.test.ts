import { describe, expect, test } from 'vitest';
import type { Owner } from '../../conversation/owner.ts';
import type { Draft } from '../../message/draft.ts';
import { clear } from '../clear.ts';
import type { ClearanceContext } from '../clearance-context.ts';
import { answer, noon, wellContext } from '../clearing.fixture.ts';
import { currentPack } from '../pack.ts';
import { sendRules } from '../send-rules.ts';

function verdict(
  rule: string,
  draft: Partial<Draft>,
  context: Partial<ClearanceContext> = {},
): string | undefined {
  const { clearance } = clear({ ...answer, ...draft }, { ...wellContext, ...context }, currentPack, noon);
  return clearance.findings.find((finding) => finding.rule === rule)?.verdict;
}

function saying(body: string): Partial<Draft> {
  return { content: { kind: 'text', body } };
}

test("a send rule says what the pack's rule of the same id says", () => {
  for (const rule of sendRules.filter(({ id }) => id.startsWith('WA-'))) {
    const { id, severity, source, message, fix } = rule;
    const listed = currentPack.rules.find((candidate) => candidate.id === id);
    expect(listed).toMatchObject({ severity, source, message, fix });
    expect(listed?.checkedAt).toContain('send');
  }
});

describe('owner', () => {
  const byAda: Partial<Draft> = { author: 'person', reason: { kind: 'person', person: 'ada' } };
  const cases: readonly { who: string; draft: Partial<Draft>; owner: Owner; expected: string }[] = [
    { who: 'agent, owning', draft: {}, owner: { kind: 'agent' }, expected: 'passed' },
    { who: 'agent, people owning', draft: {}, owner: { kind: 'people' }, expected: 'refused' },
    { who: 'agent, nobody owning', draft: {}, owner: { kind: 'nobody' }, expected: 'refused' },
    {
      who: 'system, people owning',
      draft: { author: 'system' },
      owner: { kind: 'people' },
      expected: 'refused',
    },
    {
      who: 'agent with the message of its hand-off',
      draft: { reason: { kind: 'handoff' } },
      owner: { kind: 'people' },
      expected: 'passed',
    },
    { who: 'a person before anybody took it', draft: byAda, owner: { kind: 'people' }, expected: 'passed' },
    {
      who: 'the person who took it',
      draft: byAda,
      owner: { kind: 'people', person: 'ada' },
      expected: 'passed',
    },
    { who: 'another person', draft: byAda, owner: { kind: 'people', person: 'bob' }, expected: 'refused' },
    { who: 'a person, agent owning', draft: byAda, owner: { kind: 'agent' }, expected: 'refused' },
    {
      who: "an agent with a person's reason",
      draft: { reason: { kind: 'person', person: 'ada' } },
      owner: { kind: 'people', person: 'ada' },
      expected: 'refused',
    },
  ];
  test.each(cases)('$who: $expected', ({ draft, owner, expected }) => {
    expect(verdict('AMBIT-OWN-001', draft, { owner })).toBe(expected);
  });

  test('a hand-off message is silenced by a person who took over since', () => {
    const draft: Partial<Draft> = { reason: { kind: 'handoff' } };
    expect(
      verdict('AMBIT-OWN-001', draft, { owner: { kind: 'people', person: 'ada' }, ownerVersion: 4 }),
    ).toBe('refused');
  });
});

describe('recipient', () => {
  const cases: readonly [string, ClearanceContext['recipient'], ClearanceContext['recipient'], string][] = [
    ['the same phone', { phone: '49151' }, { phone: '49151' }, 'passed'],
    ['a user id learned since', { phone: '49151' }, { phone: '49151', bsuid: 'DE.1' }, 'passed'],
    ['another phone', { phone: '49151' }, { phone: '49152' }, 'refused'],
    ['the phone re-issued', { phone: '49151', bsuid: 'DE.1' }, { phone: '49151', bsuid: 'DE.2' }, 'refused'],
    ['nothing in common', { phone: '49151' }, { bsuid: 'DE.1' }, 'refused'],
  ];
  test.each(cases)('%s', (_name, recipientOfDraft, recipient, expected) => {
    expect(verdict('WA-DATA-006', {}, { recipientOfDraft, recipient })).toBe(expected);
  });
});

describe('a refusal', () => {
  const refusal = (body: string) => verdict('WA-SCOPE-006', { ...saying(body), reason: { kind: 'refusal' } });

  test.each([
    'I can only help with Fern & Field 24: where your order is. For anything else, I can pass you to a person.',
    'I can only help with orders. For anything else call +49 30 555 0100.',
    'I only do orders. A person is here from 9:00 to 18:30.',
  ])('passes: %s', (body) => {
    expect(refusal(body)).toBe('passed');
  });

  test.each([
    ['names nobody', 'I can only help with orders.'],
    ['carries a fact', 'I only do orders, but Napoleon died in 1821. Ask for a person.'],
    ['carries code', 'Ask for a person.\n```js\nprint\n```'],
    ['carries steps', 'Ask a person.\n1. Boil the water'],
    ['is long', `Ask for a person. ${'word '.repeat(150)}`],
    ['carries digits of another script', 'Ask for a person. ٤٢'],
  ])('is refused when it %s', (_name, body) => {
    expect(refusal(body)).toBe('refused');
  });

  test('may name the person on a button', () => {
    const buttons = [{ id: 'person', title: 'Talk to a person' }];
    const draft: Partial<Draft> = {
      reason: { kind: 'refusal' },
      content: { kind: 'buttons', body: 'I can only help with orders.', buttons },
    };
    expect(verdict('WA-SCOPE-006', draft)).toBe('passed');
  });

  test('small talk need not name a person, but carries no fact either', () => {
    const chat = (body: string) =>
      verdict('WA-SCOPE-006', { ...saying(body), reason: { kind: 'chit-chat' } });
    expect(chat('Hello from Fern & Field 24! What can I do for you?')).toBe('passed');
    expect(chat('Hello! Pi is 3.14159.')).toBe('refused');
  });
});

describe('claims to be human', () => {
  test.each([
    'I am a real person.',
    "Don't worry, I'm not a bot",
    'You are talking to a real person',
    'Je suis une vraie personne',
    'No soy un robot',
    'Não sou um robô',
    'Saya bukan bot',
    'मैं एक इंसान हूं',
    'أنا إنسان',
    '我是真人',
  ])('are refused: %s', (body) => {
    expect(verdict('WA-AI-002', saying(body))).toBe('refused');
  });

  test.each([
    "I'm the AI assistant of Fern & Field 24, not a person. If you'd rather talk to a person, I can pass you on.",
    "I'm passing you to our team; a person will reply here.",
    'Our people are there at 9:00.',
  ])('are told from the truth: %s', (body) => {
    expect(verdict('WA-AI-002', saying(body))).toBe('passed');
  });

  test('are true from a person', () => {
    const draft: Partial<Draft> = { author: 'person', reason: { kind: 'person', person: 'ada' } };
    expect(verdict('WA-AI-002', { ...saying('I am a real person.'), ...draft })).toBe('passed');
  });
});

describe('sensitive identifiers', () => {
  test.each([
    'Please send me your full card number.',
    'What is your CVV?',
    'Can I have your password?',
    'Reply with your national ID number',
    'Enter your card number here',
    'Kirim nomor kartu Anda',
    'Envoyez votre numéro de carte bancaire',
    'Envíame tu contraseña',
    'Informe sua senha',
    'अपना आधार भेजें',
    'أرسل رقم البطاقة',
    '请提供您的身份证号',
  ])('are not asked for: %s', (body) => {
    expect(verdict('WA-DATA-001', saying(body))).toBe('refused');
  });

  test.each([
    'Please send me your order number.',
    'Which are the last 4 digits of your card number?',
    'Never share your password with anyone.',
    'Forgot your password? Reset it on the login page.',
    'Please give me your postcode or e-mail.',
    'Pay with a credit card on our site.',
    'Por favor, envíame tu número de pedido.',
    'No compartas nunca tu contraseña.',
  ])('are told from harmless sentences: %s', (body) => {
    expect(verdict('WA-DATA-001', saying(body))).toBe('passed');
  });

  test('are not asked for by a person either', () => {
    const draft: Partial<Draft> = { author: 'person', reason: { kind: 'person', person: 'ada' } };
    expect(verdict('WA-DATA-001', { ...saying('Send me your card number'), ...draft })).toBe('refused');
  });
});

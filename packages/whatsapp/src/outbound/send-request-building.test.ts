import { describe, expect, test } from 'vitest';
import { ctaUrlMessage } from './interactive-cta-url.ts';
import { buttonMessage } from './interactive-button.ts';
import { listMessage } from './interactive-list.ts';
import { MarkRead, markRead } from './mark-read.ts';
import { buildSendRequest, parseSendRequest } from './send-request.ts';
import { templateMessage } from './template.ts';
import { textMessage } from './text.ts';

const a = (length: number) => 'a'.repeat(length);
const send = (content: object) => ({ messaging_product: 'whatsapp', to: '+15550000001', ...content });
const problemsOf = (content: object) => {
  const parsed = parseSendRequest(send(content));
  return parsed.kind === 'valid' ? [] : parsed.problems;
};
const text = (body: string) => ({ type: 'text', text: { body } });

describe('whom it goes to', () => {
  test('nobody is a problem', () => {
    expect(parseSendRequest({ messaging_product: 'whatsapp', ...text('hi') })).toEqual({
      kind: 'invalid',
      problems: ['needs "to" or "recipient"'],
    });
  });

  test('a user id is enough', () => {
    expect(parseSendRequest({ messaging_product: 'whatsapp', recipient: 'US.ana', ...text('hi') }).kind).toBe(
      'valid',
    );
  });

  test('a group is named by its id', () => {
    const toGroup = { recipient_type: 'group', to: 'Y2FwaV9ncm91cDox', ...text('hi') };
    expect(problemsOf(toGroup)).toEqual([]);
  });

  test('a problem never quotes what the message says', () => {
    expect(problemsOf(text(`my card number is 4111 ${a(5000)}`)).join()).not.toContain('4111');
  });
});

describe('building', () => {
  test('content, address, answer and reference become one request', () => {
    const built = buildSendRequest(
      { to: '+15550000001', recipient: 'US.ana', replyTo: 'wamid.1', opaque: 'outbox-7' },
      textMessage('hello'),
    );
    expect(built).toEqual({
      kind: 'valid',
      request: {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '+15550000001',
        recipient: 'US.ana',
        context: { message_id: 'wamid.1' },
        biz_opaque_callback_data: 'outbox-7',
        type: 'text',
        text: { body: 'hello', preview_url: false },
      },
    });
  });

  test.each([
    buttonMessage('Cancel it?', [{ id: 'yes', title: 'Yes' }]),
    listMessage('Which?', 'Choose', [{ id: 'a', title: 'A', description: 'first' }]),
    ctaUrlMessage('Track it', { label: 'Open', url: 'https://example.com' }),
    templateMessage('order_update', 'en', []),
    templateMessage('order_update', 'en', ['A-1042', 'Friday']),
    templateMessage('order_update', 'en', { order: 'A-1042' }),
  ])('%j is valid', (content) => {
    expect(buildSendRequest({ to: '+15550000001' }, content).kind).toBe('valid');
  });

  test('marking as read may show that an answer is coming', () => {
    expect(MarkRead.parse(markRead('wamid.1', false))).not.toHaveProperty('typing_indicator');
    expect(MarkRead.parse(markRead('wamid.1', true))).toHaveProperty('typing_indicator', { type: 'text' });
  });

  test.each([
    ['no message', { message_id: '' }],
    ['another status', { status: 'delivered' }],
    ['another indicator', { typing_indicator: { type: 'audio' } }],
    ['a recipient', { to: '+15550000001' }],
  ])('marking as read with %s is a problem', (_what, fields) => {
    const read = { ...markRead('wamid.1', true) };
    expect(MarkRead.safeParse(read).success).toBe(true);
    expect(MarkRead.safeParse({ ...read, ...fields }).success).toBe(false);
  });
});

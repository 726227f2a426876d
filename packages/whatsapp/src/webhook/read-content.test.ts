import { describe, expect, test } from 'vitest';
import { envelope, text, updatesOf } from '../fixtures/text-webhook.ts';

const contentOf = (message: object) => {
  const [update] = updatesOf(envelope({ messages: [text(message)] }));
  return update?.kind === 'message' ? update.message.content : update;
};

describe('what was said', () => {
  test.each([
    [
      {
        type: 'audio',
        audio: { id: 'M', mime_type: 'audio/ogg; codecs=opus', voice: true, url: 'https://x.test/m' },
      },
      {
        kind: 'audio',
        mediaId: 'M',
        mimeType: 'audio/ogg; codecs=opus',
        voice: true,
        url: 'https://x.test/m',
      },
    ],
    [
      { type: 'video', video: { id: 'M', caption: 'look' } },
      { kind: 'video', mediaId: 'M', caption: 'look' },
    ],
    [
      { type: 'document', document: { id: 'M', filename: 'a.pdf', caption: 'c' } },
      { kind: 'document', mediaId: 'M', filename: 'a.pdf', caption: 'c' },
    ],
    [
      { type: 'sticker', sticker: { id: 'M', animated: false } },
      { kind: 'sticker', mediaId: 'M', animated: false },
    ],
    [
      { type: 'reaction', reaction: { message_id: 'W' } },
      { kind: 'reaction', messageId: 'W', emoji: '' },
    ],
    [
      { type: 'location', location: { latitude: '1.5', longitude: '-2' } },
      { kind: 'location', latitude: 1.5, longitude: -2 },
    ],
    [
      {
        type: 'interactive',
        interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{"a":1}', name: 'flow' } },
      },
      { kind: 'flow-reply', responseJson: '{"a":1}', name: 'flow' },
    ],
    [
      {
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response: 'accept', expiration_timestamp: '1750000000' },
        },
      },
      { kind: 'call', event: 'permission-reply', response: 'accept', expiresAtS: 1750000000 },
    ],
    [
      { type: 'edit', edit: { original_message_id: 'W', message: { type: 'text', text: { body: 'new' } } } },
      { kind: 'edit', messageId: 'W', newType: 'text', newBody: 'new' },
    ],
    [
      {
        type: 'edit',
        edit: { original_message_id: 'W', message: { type: 'image', image: { caption: 'new' } } },
      },
      { kind: 'edit', messageId: 'W', newType: 'image', newBody: 'new' },
    ],
    [
      { type: 'revoke', revoke: { original_message_id: 'W' } },
      { kind: 'revoke', messageId: 'W' },
    ],
    [
      { type: 'unsupported', unsupported: { type: 'poll' } },
      { kind: 'unsupported', type: 'poll' },
    ],
    [
      {
        type: 'system',
        system: { type: 'user_changed_user_id', user_id: 'US.new', previous_user_id: 'US.old', body: 'b' },
      },
      {
        kind: 'system',
        type: 'user_changed_user_id',
        body: 'b',
        newBsuid: 'US.new',
        previousBsuid: 'US.old',
      },
    ],
    [
      {
        type: 'system',
        system: { type: 'customer_identity_changed', wa_id: '15550000001', identity: 'DF2lS5v2W6x=' },
      },
      { kind: 'system', type: 'customer_identity_changed', identityKeyHash: 'DF2lS5v2W6x=' },
    ],
    [{ type: 'request_welcome' }, { kind: 'welcome-request' }],
    [
      { type: 'product', product: { catalog_id: 7, product_retailer_id: 'cap' } },
      { kind: 'product', retailerId: 'cap', catalogId: '7' },
    ],
    [
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+1' }], origin: 'contact_request' }],
      },
      {
        kind: 'contacts',
        contacts: [{ name: { formatted_name: 'Ana' }, phones: [{ phone: '+1' }], origin: 'contact_request' }],
      },
    ],
  ])('%j is read', (message, content) => {
    expect(contentOf(message)).toEqual(content);
  });

  test('a message in a group names the group', () => {
    const [update] = updatesOf(envelope({ messages: [text({ group_id: 'G1' })] }));
    expect(update).toMatchObject({ kind: 'message', message: { groupId: 'G1' } });
  });

  test('an answer and a forwarded message say so', () => {
    const context = { id: 'wamid.0', from: '15550783881', forwarded: true };
    const [update] = updatesOf(envelope({ messages: [text({ context })] }));
    expect(update).toMatchObject({
      message: { context: { messageId: 'wamid.0', from: '15550783881', forwarded: true } },
    });
  });
});

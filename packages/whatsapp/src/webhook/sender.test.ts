import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelope, text, updatesOf } from '../fixtures/text-webhook.ts';

const sendersOf = (value: object) =>
  updatesOf(envelope(value)).map((update) => (update.kind === 'message' ? update.sender : undefined));

describe('who sent it', () => {
  const ana = { wa_id: '15550000001', user_id: 'US.ana', profile: { name: 'Ana', username: '@ana' } };
  const bob = { wa_id: '15550000002', user_id: 'US.bob', profile: { name: 'Bob' } };

  test('each message gets the contact that is its own, not the first one', () => {
    const messages = [text({ from: '15550000002' }), text({ from_user_id: 'US.ana' })];
    expect(sendersOf({ contacts: [ana, bob], messages })).toEqual([
      { phone: '15550000002', bsuid: 'US.bob', profileName: 'Bob' },
      { phone: '15550000001', bsuid: 'US.ana', profileName: 'Ana', username: '@ana' },
    ]);
  });

  test('a contact of somebody else is nobody, even if it is the only one', () => {
    const messages = [text({ from: '15550000001' }), text({ from: '15550000003' })];
    expect(sendersOf({ contacts: [ana], messages })[1]).toEqual({ phone: '15550000003' });
  });

  test('a contact with the same phone and another user id is another person', () => {
    const messages = [text({ from: '15550000001', from_user_id: 'US.new' })];
    expect(sendersOf({ contacts: [ana], messages })).toEqual([{ phone: '15550000001', bsuid: 'US.new' }]);
  });

  test('somebody without a phone is known by the user id', () => {
    const contacts = [{ user_id: 'US.zoe', parent_user_id: 'US.ENT.zoe', profile: { username: '@zoe' } }];
    expect(sendersOf({ contacts, messages: [text({ from_user_id: 'US.zoe' })] })).toEqual([
      { bsuid: 'US.zoe', parentBsuid: 'US.ENT.zoe', username: '@zoe' },
    ]);
  });

  test('a lone contact written differently is still the sender, whose own number is kept', () => {
    const contacts = [{ wa_id: '5511999990000', profile: { name: 'Caio' } }];
    expect(sendersOf({ contacts, messages: [text({ from: '551199990000' })] })).toEqual([
      { phone: '551199990000', profileName: 'Caio' },
    ]);
  });

  test('the hash of an identity comes with the person', () => {
    const contacts = [{ wa_id: '15550000001', identity_key_hash: 'DF2lS5v2W6x=' }];
    expect(sendersOf({ contacts, messages: [text({ from: '15550000001' })] })).toEqual([
      { phone: '15550000001', identityKeyHash: 'DF2lS5v2W6x=' },
    ]);
  });

  test("a lone contact is nobody else's even if an error stands beside the message", () => {
    const errors = [{ code: 131000 }];
    const contacts = [{ wa_id: '5511999990000', profile: { name: 'Caio' } }];
    expect(sendersOf({ contacts, messages: [text({ from: '551199990000' })], errors })[0]).toEqual({
      phone: '551199990000',
      profileName: 'Caio',
    });
  });

  test('nobody at all is nobody', () => {
    expect(sendersOf({ messages: [text({})] })).toEqual([{}]);
  });

  test('no character of an identity is ever changed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (phone, bsuid) => {
        const messages = [text({ from: phone, from_user_id: bsuid })];
        expect(sendersOf({ messages })).toEqual([{ phone, bsuid }]);
      }),
    );
  });
});

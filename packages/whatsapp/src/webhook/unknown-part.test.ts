import { describe, expect, test } from 'vitest';
import { envelope, text } from '../fixtures/text-webhook.ts';
import { parseWebhook } from './parse-webhook.ts';

describe('what is not known', () => {
  const unknownIn = (message: object) => {
    const parsed = parseWebhook(envelope({ messages: [text(message)] }));
    return parsed.kind === 'webhook' ? parsed.unknown : parsed;
  };

  test.each([
    [{}, []],
    [{ type: 'hologram', hologram: { depth: 3 } }, [{ what: 'message-type', name: 'hologram' }]],
    [{ aura: 7 }, [{ what: 'key', name: 'message.aura' }]],
    [{ text: 'bare' }, [{ what: 'malformed', name: 'message.text' }]],
    [
      { type: 'interactive', text: undefined, interactive: { type: 'dance_reply', dance_reply: {} } },
      [{ what: 'interactive-type', name: 'dance_reply' }],
    ],
    [
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: {} } },
      [{ what: 'malformed', name: 'message.interactive' }],
    ],
    [
      { type: 'system', system: { type: 'user_became_king' } },
      [{ what: 'system-type', name: 'user_became_king' }],
    ],
  ])('of a message with %j is counted', (message, unknown) => {
    expect(unknownIn(message)).toEqual(expect.arrayContaining(unknown));
  });

  test('is nothing in a message as Meta documents it', () => {
    expect(unknownIn({ from: '15550000001', from_user_id: 'US.1', context: { id: 'wamid.0' } })).toEqual([]);
  });

  test('in the envelope is counted as well, and its name is cut short', () => {
    const parsed = parseWebhook({ ...envelope({ messages: [text({})] }), ['x'.repeat(500)]: 1 });
    expect(parsed).toMatchObject({ unknown: [{ what: 'key', name: `body.${'x'.repeat(55)}` }] });
  });
});

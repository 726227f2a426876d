import { expect, test } from 'vitest';
import { clear } from './clear.ts';
import { answer, noon, wellContext } from './clearing.fixture.ts';
import type { Cleared } from './clear.ts';
import { currentPack } from './pack.ts';

function send(message: Cleared): string {
  return message.outboxId;
}

/** Never called: it is here for the compiler, which fails if one of these lines starts to compile. */
function everyWayAroundClearance(cleared: Cleared): void {
  // @ts-expect-error: a draft is not cleared
  send(answer);
  // @ts-expect-error: neither is an object with the same fields
  send({ ...wellContext, content: answer.content, replyTo: undefined });
  // @ts-expect-error: nor a copy of a cleared message with other content
  // oxlint-disable-next-line typescript/no-misused-spread -- the mistake this line is about
  send({ ...cleared, content: { kind: 'text', body: 'something else' } });
  // @ts-expect-error: and a cleared message cannot be changed
  cleared.content.kind = 'template';
  // @ts-expect-error: nor sent to somebody else
  cleared.recipient.phone = '4915100000000';
}

test('a channel accepts what was cleared and, by type, nothing else', () => {
  const result = clear(answer, wellContext, currentPack, noon);
  expect(result.kind === 'cleared' && send(result.message)).toBe('out-1');
  expect(everyWayAroundClearance).toBeTypeOf('function');
});

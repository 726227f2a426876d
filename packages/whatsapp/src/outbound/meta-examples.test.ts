import { describe, expect, test } from 'vitest';
import { readExamples } from '../fixtures/read-examples.ts';
import { MarkRead, markRead } from './mark-read.ts';
import { parseMarketingRequest } from './marketing-request.ts';
import { parseSendRequest } from './send-request.ts';

/** Meta's examples that break Meta's own rules, and which rule. Every other one must be accepted. */
const broken: ReadonlyMap<string, { why: string; problem: string }> = new Map([
  [
    'Send Reply to List Message',
    { why: 'has no "type", which "BaseMessageProperties" of the same file requires', problem: 'type' },
  ],
  [
    'Send Text Message with Preview URL',
    { why: 'has no "type", which "BaseMessageProperties" of the same file requires', problem: 'type' },
  ],
  [
    'Send Sample Issue Resolution Template',
    {
      why: 'fills quick replies with parameters of the type "text" whose text is true and false; they take a "payload", and a text is a text',
      problem: 'template.components.1.parameters.0.type',
    },
  ],
  [
    'Send Order Status Message',
    {
      why: 'its reference_id has 42 characters; the payments pages allow 35',
      problem: 'reference_id',
    },
  ],
]);
const typingIndicator = 'Send typing indicator and read receipt';
const sends = readExamples('meta-send-examples.json');

describe("Meta's published requests", () => {
  test.each([...sends].filter(([title]) => !broken.has(title) && title !== typingIndicator))(
    '%j is accepted',
    (_title, example) => {
      const parsed = parseSendRequest(example);
      expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual([]);
    },
  );

  test.each([...broken])("%j is refused, because it breaks Meta's own rule", (title, { problem }) => {
    expect(sends.has(title)).toBe(true);
    const parsed = parseSendRequest(sends.get(title));
    expect(parsed.kind === 'invalid' ? parsed.problems.join('\n') : '').toContain(problem);
  });

  test('the typing indicator is what marking as read builds', () => {
    const example = sends.get(typingIndicator);
    const { message_id } = MarkRead.parse(example);
    expect(markRead(message_id, true)).toEqual(example);
  });

  test.each([...readExamples('meta-marketing-examples.json')])(
    '%j is accepted by the marketing endpoint',
    (_title, example) => {
      expect(parseMarketingRequest(example)).toEqual({ kind: 'valid', request: example });
    },
  );
});

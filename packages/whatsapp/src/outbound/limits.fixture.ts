import { expect, test } from 'vitest';
import { parseSendRequest, type SendCapabilities } from './send-request.ts';

/** A text of a length. */
export const a = (length: number): string => 'a'.repeat(length);

/** A list of a length. */
export const items = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));

/** What is wrong with a message to one person. */
export function problemsOfSend(content: object, capabilities?: SendCapabilities): readonly string[] {
  const request = { messaging_product: 'whatsapp', to: '+919500000001', ...content };
  const parsed = parseSendRequest(request, capabilities);
  return parsed.kind === 'valid' ? [] : parsed.problems;
}

export const interactive = (message: object): object => ({ type: 'interactive', interactive: message });

/** A rule, the last thing inside it, the first outside, and what the problem must name. */
export type Limit = readonly [rule: string, inside: object, outside: object, ...names: readonly string[]];

/** One test per rule, on both sides of it. */
export function testLimits(
  limits: readonly Limit[],
  problemsOf: (content: object) => readonly string[] = problemsOfSend,
): void {
  const cases = limits.map(([rule, inside, outside, ...names]) => ({ rule, inside, outside, names }));
  test.each(cases)('$rule', ({ inside, outside, names }) => {
    expect(problemsOf(inside)).toEqual([]);
    const problems = problemsOf(outside).join('\n');
    expect(problems).not.toBe('');
    for (const name of names) expect(problems).toContain(name);
  });
}

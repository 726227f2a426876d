import { asksWhoAnswers } from './checks/check-text.ts';

/**
 * Whether the customer asks if they are talking to a machine, and what else the text says once
 * that question is taken out. Source of the rule that answers it: WA-AI-002, never claim to be human.
 */
export function asksIfBot(text: string): {
  readonly asked: boolean;
  readonly rest: string;
  readonly language?: string;
} {
  const parts = text.split(/(?<=[.!?…。！？؟।\n])|(?<=[,،，;])/u);
  const asking = parts.flatMap((part) => asksWhoAnswers(part) ?? [])[0];
  if (asking === undefined) {
    const whole = asksWhoAnswers(text);
    return whole === undefined
      ? { asked: false, rest: text }
      : { asked: true, rest: '', language: whole.language };
  }
  const rest = parts.filter((part) => asksWhoAnswers(part) === undefined).join('');
  return { asked: true, rest: rest.replace(/^[\s,.!?]+|\s+$/gu, ''), language: asking.language };
}

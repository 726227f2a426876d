import { checkText } from './checks/check-text.ts';

/**
 * A text without the sentences that want to change what the agent is for; "" when nothing is left.
 * Only what is left is judged and served, so that a mixed message gets the business part alone.
 */
export function withoutInstructions(text: string): string {
  const kept = text
    .split(/(?<=[.!?…。！？؟।;\n])/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && checkText(part).injection === undefined)
    .join('')
    .trim();
  return checkText(kept).injection === undefined ? kept : '';
}

import type { Business, EscalationPath } from '../business/business.ts';
import { personButton, type ReplyButton } from '../conversation/reply.ts';
import { taskButton } from './task-button.ts';

/**
 * What the agent says when something is none of its business: its limits, a person, and one other
 * way to reach the business; never a word about the matter itself. At most 600 characters for
 * ordinary names. Source: WA-SCOPE-005, WA-SCOPE-006.
 */
export function refusal(business: Business): {
  readonly body: string;
  readonly buttons: readonly ReplyButton[];
} {
  return {
    body: `Sorry, I can only help with ${business.name}: ${taskTitles(business)}. For anything else, ${otherPath(business)}.`,
    buttons: [...business.agent.tasks.slice(0, 2).map(taskButton), personButton],
  };
}

/** What the agent can do, as one phrase: "a, b, or c". Long lists are cut. */
export function taskTitles(business: Business): string {
  const titles: string[] = [];
  let length = 0;
  for (const { title } of business.agent.tasks) {
    length += title.length + 2;
    if (titles.length > 0 && length > longestTitles) break;
    titles.push(title);
  }
  if (titles.length < business.agent.tasks.length) return `${titles.join(', ')}, and more`;
  const last = titles.pop() ?? '';
  if (titles.length === 0) return last;
  return `${titles.join(', ')}${titles.length > 1 ? ',' : ''} or ${last}`;
}

/** Leaves room for the rest of a refusal within its 600 characters. */
const longestTitles = 300;

/** A way to people that does not need this chat's opening hours, if the business has one. */
export function pathOutsideChat(business: Business): string | undefined {
  for (const kind of ['web', 'email', 'phone'] as const) {
    const path = business.escalation.find((candidate) => candidate.kind === kind);
    if (path !== undefined) return invitation(path);
  }
  return undefined;
}

function otherPath(business: Business): string {
  const outside = pathOutsideChat(business);
  return outside === undefined
    ? 'I can pass you to a person here'
    : `I can pass you to a person, or you can ${outside}`;
}

function invitation(path: EscalationPath): string {
  switch (path.kind) {
    case 'in-chat-person':
      return 'ask for a person here';
    case 'phone':
      return `call ${path.number}`;
    case 'email':
      return `write to ${path.address}`;
    case 'web':
      return `go to ${path.url}`;
    case 'in-store':
      return `visit us at ${path.address}`;
  }
}

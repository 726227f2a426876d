import type { ConversationState } from './state.ts';

/** How often in a row the agent may fail to understand before a person takes over. Source: WA-ESC-004. */
export const failuresTolerated = 1;

/** The conversation after a turn in which the agent was of use: nothing counts against it any more. */
export function afterProgress(conversation: ConversationState): ConversationState {
  const {
    unclear: _unclear,
    unclearLanguage: _language,
    likeliest: _likeliest,
    quietUntil: _quiet,
    ...rest
  } = conversation;
  return { ...rest, failedInARow: 0, offTopicInARow: 0, chitChatInARow: 0 };
}

/** The conversation after a turn in which the agent could not help, though it was asked something of its own. */
export function afterFailure(conversation: ConversationState): ConversationState {
  const { quietUntil: _quiet, ...rest } = conversation;
  return {
    ...rest,
    failedInARow: conversation.failedInARow + 1,
    offTopicInARow: 0,
    chitChatInARow: 0,
  };
}

/** The conversation with the question it waits on taken back. */
export function withoutPending(conversation: ConversationState): ConversationState {
  const { pending: _pending, ...rest } = conversation;
  return rest;
}

import type { Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Draft, Reason } from '../message/draft.ts';
import type { Outbound } from '../message/outbound.ts';
import { shortened } from '../message/split-text.ts';
import type { HandOff, Timer, Unanswered } from './next.ts';
import type { Outcome } from './outcome.ts';
import type { ConversationState } from './state.ts';
import type { Moment, Step } from './turn-state.ts';

export type ReplyButton = { readonly id: string; readonly title: string };

/** The id of the button that hands the conversation over when tapped. */
export const personButtonId = 'person';

export function personButton(language: Language): ReplyButton {
  return { id: personButtonId, title: sentencesIn(language).person.button };
}

/** WhatsApp's limits for the text of a plain and of a button message. Source: Cloud API docs, read 2026-11-21. */
export const longestText = 4096;
const longestButtonsText = 1024;

/** A message by the agent: what it has to say first, then `body`; as buttons when there are some and the text fits. */
export function agentDraft(
  moment: Moment,
  reason: Reason,
  body: string,
  buttons: readonly ReplyButton[] = [],
): Draft {
  const notice = sentencesIn(moment.turn.language).disclosure(moment.business.name);
  return {
    author: 'agent',
    reason,
    content: content([...notesOf(moment), body].join('\n\n'), buttons, notice.length + 2),
    disclosure: notice,
    ownerVersion: moment.turn.ownerVersion,
    priority: moment.turn.unasked === true ? 'notice' : 'reply',
  };
}

/** What belongs before whatever the agent says in this turn. */
export function notesOf({ turn }: Moment): readonly string[] {
  return turn.secret === true ? [sentencesIn(turn.language).keepSecret, ...turn.notes] : turn.notes;
}

/** How this turn of the agent ends, together with what its inputs already decided. */
export function finish(
  moment: Moment,
  conversation: ConversationState,
  ending: {
    readonly outcome: Outcome;
    readonly drafts?: readonly Draft[];
    readonly setTimers?: readonly Timer[];
    readonly handOff?: HandOff;
    readonly unanswered?: Unanswered;
  },
): Step {
  const { carried } = moment.turn;
  const setTimers = [...(carried.setTimers ?? []), ...(ending.setTimers ?? [])];
  const unanswered = ending.unanswered ?? moment.turn.unanswered;
  return {
    kind: 'finish',
    conversation: withLanguage(moment, withOffer(conversation, ending.drafts ?? [])),
    close: {
      kind: 'close',
      drafts: [...carried.drafts, ...(ending.drafts ?? [])],
      setTimers,
      clearTimers: carried.clearTimers.filter((name) => !setTimers.some((timer) => timer.name === name)),
      ...(ending.handOff === undefined ? {} : { handOff: ending.handOff }),
      alarms: carried.alarms,
      hide: carried.hide,
      outcome: ending.outcome,
      ...(unanswered === undefined ? {} : { unanswered }),
    },
  };
}

/** Remembers what language the customer was heard to speak. */
function withLanguage({ turn }: Moment, conversation: ConversationState): ConversationState {
  return turn.heard === undefined ? conversation : { ...conversation, language: turn.heard };
}

/** Remembers whether a person is all that was offered, so that a plain "yes" means that. */
function withOffer(conversation: ConversationState, drafts: readonly Draft[]): ConversationState {
  const content = drafts.at(-1)?.content;
  if (content === undefined) return conversation;
  const { offeredPerson: _before, offered: _offer, ...rest } = conversation;
  const offered =
    rest.pending === undefined &&
    content.kind === 'buttons' &&
    content.buttons.every(({ id }) => id === personButtonId);
  return offered ? { ...rest, offeredPerson: true } : rest;
}

/** `reserved`: characters to leave free, because clearance may put the disclosure before the text. */
function content(body: string, buttons: readonly ReplyButton[], reserved: number): Outbound {
  if (buttons.length === 0 || body.length + reserved > longestButtonsText)
    return { kind: 'text', body: shortened(body, longestText - reserved) };
  // WhatsApp takes no two of one title. The later one stays: the button for a person comes last.
  const distinct = buttons.filter(
    ({ title }, index) => !buttons.slice(index + 1).some((later) => later.title === title),
  );
  return { kind: 'buttons', body, buttons: distinct.slice(0, 3).map(({ id, title }) => ({ id, title })) };
}

import { sentencesIn } from '../language/sentences-in.ts';
import { dayMs, hourMs } from '../schedule/instant.ts';
import { refusal } from '../scope/refusal.ts';
import { languageTold } from './hear.ts';
import { agentDraft, finish, personButton, personButtonId } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';

/** Refusals in a row after which off-topic messages are left alone for a while. */
const refusalsInARow = 3;
const quietMs = hourMs;

/**
 * Answers a message that is none of the business's business: what the agent does, and a person. After
 * three in a row such messages are left alone for an hour; what is its business is served all the while.
 */
export function declineOffTopic(moment: Moment): Step {
  const { conversation, at } = moment;
  const { quietUntil, likeliest: _likeliest, ...rest } = conversation;
  if (quietUntil !== undefined && at < quietUntil)
    return finish(moment, conversation, { outcome: { kind: 'ignored', rule: 'off-topic-silence' } });
  const offTopicInARow = quietUntil === undefined ? conversation.offTopicInARow + 1 : 1;
  const { body, buttons } = refusalIn(moment);
  return finish(
    moment,
    {
      ...rest,
      offTopicInARow,
      failedInARow: 0,
      chitChatInARow: 0,
      ...(offTopicInARow < refusalsInARow ? {} : { quietUntil: at + quietMs }),
    },
    {
      drafts: [agentDraft(moment, { kind: 'refusal' }, body, buttons)],
      outcome: { kind: 'refused' },
    },
  );
}

/** A customer whose language is not spoken here reads in theirs why, and finds the way to a person in it. */
function refusalIn(moment: Moment): ReturnType<typeof refusal> {
  const { foreign, language, notes } = moment.turn;
  const { body, buttons } = refusal(moment.business, language);
  if (foreign === undefined) return { body, buttons };
  const told = languageTold(moment, foreign);
  return {
    body: notes.includes(told) ? body : `${told}\n\n${body}`,
    buttons: buttons.map((button) => (button.id === personButtonId ? personButton(foreign) : button)),
  };
}

/** Answers an insult with one calm boundary; further ones of that day are left alone. */
export function declineInsult(moment: Moment): Step {
  const { conversation, at, turn } = moment;
  if (boundaryStands(moment))
    return finish(moment, conversation, { outcome: { kind: 'ignored', rule: 'harassment' } });
  return finish(
    moment,
    { ...conversation, boundaryAt: at },
    {
      drafts: [
        agentDraft(moment, { kind: 'refusal' }, sentencesIn(turn.language).boundary(moment.business.name), [
          personButton(turn.language),
        ]),
      ],
      outcome: { kind: 'refused' },
    },
  );
}

/** The boundary said beside an answer, the first time that a day; business in an insult is business still. */
export function withBoundary(moment: Moment): Moment {
  if (boundaryStands(moment)) return moment;
  const { conversation, at, turn } = moment;
  const note = sentencesIn(turn.language).boundary(moment.business.name);
  return {
    ...moment,
    conversation: { ...conversation, boundaryAt: at },
    turn: { ...turn, notes: [...turn.notes, note] },
  };
}

function boundaryStands({ conversation, at }: Moment): boolean {
  return conversation.boundaryAt !== undefined && at - conversation.boundaryAt < dayMs;
}

import type { Business } from '../business/business.ts';
import type { Inbound, Transcript } from '../message/inbound.ts';
import type { Call, CallResult } from './call.ts';
import type { Event } from './event.ts';
import { openTurn, turnOf } from './open-turn.ts';
import { settleInputs } from './settle-inputs.ts';
import type { ConversationState } from './state.ts';
import type { Moment, Step, Waiting } from './turn-state.ts';

type Opening = Extract<Event, { kind: 'turn-began' }>;

/** So many voice notes of one turn are listened to; who sends more is asked to write. */
const mostNotes = 3;

/**
 * Opens a turn once its voice notes have been written down; from then on a transcript is judged like a
 * text: the same checks, the same scope guard, the same questions of flows.
 */
export function openHearing(business: Business, conversation: ConversationState, opening: Opening): Step {
  const mediaId = nextNote(opening);
  if (mediaId === undefined) return openTurn(business, conversation, opening);
  return {
    kind: 'call',
    turn: turnOf(business, conversation, opening, settleInputs(opening.inputs)),
    call: { kind: 'transcribe', mediaId },
    waiting: { kind: 'transcript', opening },
    conversation,
  };
}

/** Goes on with what a voice note says, or without it. */
export function afterTranscript(
  { business, conversation, at }: Moment,
  { opening }: Extract<Waiting, { kind: 'transcript' }>,
  { mediaId }: Extract<Call, { kind: 'transcribe' }>,
  result: CallResult,
): Step {
  const transcript: Transcript =
    result.kind === 'transcribed' ? result.transcript : { kind: 'unheard', why: 'failed' };
  const inputs = withTranscripts(opening.inputs, new Map([[mediaId, transcript]]));
  return openHearing(business, conversation, { ...opening, at, inputs: [...inputs] });
}

/** The messages, each voice note with what was written down of it. `transcripts`: by media id. */
export function withTranscripts(
  inputs: readonly Inbound[],
  transcripts: ReadonlyMap<string, Transcript>,
): readonly Inbound[] {
  return inputs.map((input) => {
    const { content } = input;
    const transcript = content.kind === 'media' ? transcripts.get(content.mediaId) : undefined;
    return content.kind !== 'media' || transcript === undefined
      ? input
      : { ...input, content: { ...content, transcript } };
  });
}

/** The next voice note to listen to; none while a person's reply waits to be sent, or where nobody is to speak. */
function nextNote({ inputs, owner }: Opening): string | undefined {
  if (owner.kind === 'nobody' || inputs.some(({ content }) => content.kind === 'person-reply'))
    return undefined;
  const revoked = new Set(inputs.flatMap(({ content }) => (content.kind === 'revoke' ? [content.of] : [])));
  const notes = inputs
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ content, messageId }) =>
      content.kind === 'media' && content.medium === 'audio' && !revoked.has(messageId) ? [content] : [],
    );
  return notes.slice(0, mostNotes).find(({ transcript }) => transcript === undefined)?.mediaId;
}

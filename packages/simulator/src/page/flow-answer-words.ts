import type { FlowAnswer } from '../flows/exchange-flow.ts';
import { isRecord, recordOf, textOf, type JsonRecord } from './json-value.ts';

/** What the phone does with the answer of a flow's data endpoint. */
export type FlowStep =
  /** Shows a screen, perhaps the same with other data. */
  | { kind: 'screen'; screen: string; data: JsonRecord; notice: string | undefined }
  /** Ends the flow and sends the answers. */
  | { kind: 'finished'; answers: JsonRecord }
  /** The phone fetches the key anew and asks once more. */
  | { kind: 'ask-again'; why: string }
  /** The message cannot be opened any more. */
  | { kind: 'over'; words: string; why: string }
  /** WhatsApp says that something went wrong; the customer may try again. */
  | { kind: 'failed'; why: string };

/** What WhatsApp says of a form whose token is no longer valid, if the business says nothing. */
const unavailable = 'This form is no longer available.';

/**
 * Reads an answer as the phone does. Source: Meta, "Implementing your Flow endpoint", response codes and `SUCCESS`
 * screen, as cited by public clients, read 2026-11-21.
 */
export function readFlowAnswer(
  answer: FlowAnswer,
  screens: readonly string[],
  askedTwice: boolean,
): FlowStep {
  switch (answer.kind) {
    case 'impossible':
      return { kind: 'failed', why: answer.problem };
    case 'unreachable':
      return { kind: 'failed', why: `The endpoint did not answer: ${answer.problem}` };
    case 'refused':
      if (answer.status === 421 && !askedTwice) return { kind: 'ask-again', why: answer.problem };
      if (answer.status === 427)
        return { kind: 'over', words: answer.message ?? unavailable, why: answer.problem };
      return { kind: 'failed', why: answer.problem };
    case 'answer':
      return readScreen(answer.answer, screens);
  }
}

function readScreen(answer: JsonRecord, screens: readonly string[]): FlowStep {
  const screen = textOf(answer['screen']);
  const data = recordOf(answer['data']);
  if (screen === 'SUCCESS') {
    const params = recordOf(data['extension_message_response'])['params'];
    if (isRecord(params)) return { kind: 'finished', answers: params };
    return { kind: 'failed', why: 'SUCCESS came without data.extension_message_response.params.' };
  }
  if (screen === '')
    return { kind: 'failed', why: `The answer names no screen: ${JSON.stringify(answer).slice(0, 200)}` };
  if (!screens.includes(screen)) return { kind: 'failed', why: `The flow has no screen ${screen}.` };
  const notice = textOf(data['error_message']);
  return { kind: 'screen', screen, data, notice: notice === '' ? undefined : notice };
}

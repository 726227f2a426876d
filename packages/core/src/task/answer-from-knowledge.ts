import type { Task } from '../business/business.ts';
import type { CallResult } from '../conversation/call.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { fallbackPath } from '../scope/paths.ts';
import { handOff } from '../conversation/hand-off.ts';
import { afterFailure, afterProgress } from '../conversation/progress.ts';
import { agentDraft, finish, personButton } from '../conversation/reply.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import { passageFloor } from '../knowledge/rank-passages.ts';
import { answerDraft } from './questions.ts';

const passagesAsked = 3;
/** The second question in a row without an answer goes to a person. Source: WA-ESC-004. */
const unansweredTolerated = 1;

type RetrievalResult = Extract<CallResult, { kind: 'retrieved' | 'tool-failed' | 'in-doubt' }>;

/** Answers a question with a passage the business wrote; without a question, asks for it. */
export function beginAnswerFromKnowledge(moment: Moment, task: Task, text: string): Step {
  if (text.trim() === '')
    return finish(moment, afterProgress(moment.conversation), {
      drafts: [
        agentDraft(
          moment,
          { kind: 'question', task: task.id },
          sentencesIn(moment.turn.language).knowledge.ask,
        ),
      ],
      outcome: { kind: 'clarified', task: task.id },
    });
  return {
    kind: 'call',
    turn: moment.turn,
    call: { kind: 'retrieve', text, most: passagesAsked },
    waiting: { kind: 'passages', task: task.id },
    conversation: moment.conversation,
  };
}

/** The best passage is the answer, word for word; a poor one is no answer at all. */
export function afterRetrieval(moment: Moment, task: string, result: RetrievalResult): Step {
  if (result.kind !== 'retrieved')
    return handOff(moment, moment.conversation, {
      lead: sentencesIn(moment.turn.language).knowledge.unavailable,
      why: `Searching the business's knowledge failed: ${result.why}`,
      task,
    });
  const best = result.passages.toSorted((a, b) => b.score - a.score)[0];
  if (best === undefined || best.score < passageFloor || best.body.trim() === '')
    return noAnswer(moment, task);
  const conversation = afterProgress(moment.conversation);
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, {
        reason: { kind: 'answer', task, grounds: [best.passageId] },
        body: best.body.trim(),
      }),
    ],
    outcome: { kind: 'answered', task },
  });
}

function noAnswer(moment: Moment, task: string): Step {
  const conversation = afterFailure(moment.conversation);
  const { language } = moment.turn;
  const sentences = sentencesIn(language);
  if (conversation.failedInARow > unansweredTolerated)
    return handOff(moment, conversation, {
      lead: sentences.knowledge.noAnswer,
      why: 'Two questions in a row without an answer in the knowledge',
      task,
    });
  const path = fallbackPath(moment.business, 'unanswered', language);
  const offer = sentences.knowledge.noAnswerOffer;
  const body = path === undefined ? offer : `${offer} ${sentences.clarify.insteadYouCan(path)}`;
  return finish(moment, conversation, {
    drafts: [agentDraft(moment, { kind: 'clarify' }, body, [personButton(language)])],
    outcome: { kind: 'clarified', task },
  });
}

import type { Task } from '../business/business.ts';
import type { Call, Passage } from '../conversation/call.ts';
import { afterFailure, afterProgress } from '../conversation/progress.ts';
import { finish } from '../conversation/reply.ts';
import type { Moment, PassagesWaiting, Step } from '../conversation/turn-state.ts';
import { answersIn } from '../knowledge/answers-in.ts';
import { withSource } from '../knowledge/passage-source.ts';
import { questionsIn } from '../knowledge/questions-in.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { afterRetrieval, search, unansweredQuestion, type RetrievalResult } from './answer-from-knowledge.ts';
import { answerDraft } from './questions.ts';

type Several = NonNullable<PassagesWaiting['several']>;

/** Looks for the answers to a message that asks several things, one after the other; undefined where it asks one. */
export function beginSeveral(moment: Moment, task: Task, text: string): Step | undefined {
  const [first, ...left] = questionsIn(text, moment.turn.language);
  if (left.length === 0) return undefined;
  const several = { whole: text, left, found: [], missed: [] };
  return search(moment, first, { kind: 'passages', task: task.id, several }, undefined);
}

/** Goes on with the next of several questions; after the last says all that was found, and what was not. */
export function afterOneOfSeveral(
  moment: Moment,
  task: string,
  before: Several,
  call: Extract<Call, { kind: 'retrieve' }>,
  result: RetrievalResult,
): Step {
  if (result.kind !== 'retrieved') return afterRetrieval(moment, task, call, result);
  const [best] = answersIn(result.passages);
  const known = before.found.some(({ passageId }) => passageId === best?.passageId);
  const several: Several = {
    ...before,
    found: best === undefined || known ? before.found : [...before.found, best],
    missed: best === undefined ? [...before.missed, call.text] : before.missed,
  };
  const [next, ...left] = several.left;
  if (next !== undefined)
    return search(moment, next, { kind: 'passages', task, several: { ...several, left } }, undefined);
  const [only] = several.found;
  // One passage may answer all of it, or none of them any part.
  if (only === undefined || (several.found.length === 1 && several.missed.length === 0))
    return search(moment, several.whole, { kind: 'passages', task }, undefined);
  return answerAll(moment, task, several);
}

function answerAll(moment: Moment, task: string, { whole, found, missed }: Several): Step {
  const { language } = moment.turn;
  const answers = found.map((passage: Passage) => withSource(passage.body.trim(), passage, language));
  const [unanswered] = missed;
  const open =
    unanswered === undefined ? [] : [`“${unanswered}” ${sentencesIn(language).knowledge.noAnswerOffer}`];
  const moved =
    unanswered === undefined ? afterProgress(moment.conversation) : afterFailure(moment.conversation);
  const conversation = { ...moved, asked: { text: whole, task, at: moment.at } };
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, {
        reason: { kind: 'answer', task, grounds: found.map(({ passageId }) => passageId) },
        body: [...answers, ...open].join('\n\n'),
      }),
    ],
    outcome: { kind: 'answered', task },
    ...(unanswered === undefined ? {} : { unanswered: unansweredQuestion(moment, task, unanswered) }),
  });
}

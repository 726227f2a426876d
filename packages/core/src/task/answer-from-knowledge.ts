import type { Task } from '../business/business.ts';
import type { CallResult } from '../conversation/call.ts';
import type { WriteAnswer } from '../model/answer-prompt.ts';
import { judgeWritten } from '../model/judge-written.ts';
import { writeAnswer } from '../model/write-answer.ts';
import { findTask } from '../scope/task-button.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { fallbackPath } from '../scope/paths.ts';
import { handOff } from '../conversation/hand-off.ts';
import { afterFailure, afterProgress } from '../conversation/progress.ts';
import { agentDraft, finish, personButton } from '../conversation/reply.ts';
import type { Moment, PhrasingWaiting, Step } from '../conversation/turn-state.ts';
import { passageFloor } from '../knowledge/rank-passages.ts';
import { answerDraft } from './questions.ts';

const passagesAsked = 3;
/** A phrased answer is shorter than most passages, in UTF-16 units. */
const longestPhrased = 700;
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

/**
 * The best passage is the answer, word for word unless the agent may let a model phrase it; a poor one
 * is no answer at all. `question`: what was looked for.
 */
export function afterRetrieval(
  moment: Moment,
  task: string,
  question: string,
  result: RetrievalResult,
): Step {
  if (result.kind !== 'retrieved')
    return handOff(moment, moment.conversation, {
      lead: sentencesIn(moment.turn.language).knowledge.unavailable,
      why: `Searching the business's knowledge failed: ${result.why}`,
      task,
    });
  const near = result.passages
    .filter(({ score, body }) => score >= passageFloor && body.trim() !== '')
    .toSorted((a, b) => b.score - a.score);
  const [best] = near;
  if (best === undefined) return noAnswer(moment, task);
  const extract = best.body.trim();
  const call = phrasing(moment, task, question, extract, near);
  if (call === undefined) return answer(moment, task, extract, [best.passageId]);
  const grounds = near.map(({ passageId }) => passageId);
  return askModel(moment, { kind: 'phrasing', task, extract, grounds }, call);
}

/** What a model wrote is the answer once it has passed the checks; else the extract is, or a person. */
export function afterPhrasing(
  moment: Moment,
  waiting: PhrasingWaiting,
  call: WriteAnswer,
  result: CallResult,
): Step {
  const { task, extract, grounds } = waiting;
  const written = judgeWritten(moment, call, result);
  switch (written.kind) {
    case 'good': {
      const key = moment.turn.made.at(-1);
      return answer(moment, task, written.text, [...grounds, ...(key === undefined ? [] : [key])]);
    }
    case 'again':
      return askModel(moment, waiting, written.call);
    case 'bad':
      return answer(moment, task, extract, grounds.slice(0, 1));
    case 'hand-off':
      return handOff(moment, moment.conversation, { why: written.why, task });
  }
}

function phrasing(
  moment: Moment,
  task: string,
  question: string,
  extract: string,
  passages: readonly { readonly title: string; readonly body: string }[],
): WriteAnswer | undefined {
  const known = findTask(moment.business, task);
  if (moment.business.agent.knowledgeAnswers !== 'phrased' || known === undefined) return undefined;
  return writeAnswer(moment, known, {
    instructions: 'Answer the question of the customer from the passages, in two or three short sentences.',
    language: moment.turn.language,
    question,
    evidence: passages.map(({ title, body }) => ({ name: title, text: `${title}\n${body}` })),
    reviewed: extract,
    most: longestPhrased,
  });
}

function askModel(moment: Moment, waiting: PhrasingWaiting, call: WriteAnswer): Step {
  return { kind: 'call', turn: moment.turn, call, waiting, conversation: moment.conversation };
}

function answer(moment: Moment, task: string, body: string, grounds: readonly string[]): Step {
  const conversation = afterProgress(moment.conversation);
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, { reason: { kind: 'answer', task, grounds: [...grounds] }, body }),
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

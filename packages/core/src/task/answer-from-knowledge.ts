import type { Task } from '../business/business.ts';
import type { Call, CallResult, Passage } from '../conversation/call.ts';
import type { WriteAnswer } from '../model/answer-prompt.ts';
import { judgeWritten } from '../model/judge-written.ts';
import { writeAnswer } from '../model/write-answer.ts';
import { findTask } from '../scope/task-button.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { fallbackPath } from '../scope/paths.ts';
import { handOff } from '../conversation/hand-off.ts';
import { afterFailure, afterProgress } from '../conversation/progress.ts';
import type { Unanswered } from '../conversation/next.ts';
import type { ConversationState } from '../conversation/state.ts';
import { agentDraft, finish, personButton } from '../conversation/reply.ts';
import type { Moment, PhrasingWaiting, Step, Waiting } from '../conversation/turn-state.ts';
import { goesOn } from '../knowledge/goes-on.ts';
import { answersIn } from '../knowledge/answers-in.ts';
import { withSource } from '../knowledge/passage-source.ts';
import { maskedQuestion } from '../knowledge/masked-question.ts';
import type { Verdict } from '../scope/verdict.ts';
import { topFlow } from './open-flows.ts';
import { findOrderNumber } from './order-number.ts';
import { answerDraft } from './questions.ts';

const passagesAsked = 5;
/** A model sees no more of them. */
export const passagesPhrased = 3;
/** A phrased answer is shorter than most passages, in UTF-16 units. */
const longestPhrased = 700;
/** The second question in a row without an answer goes to a person. Source: WA-ESC-004. */
const unansweredTolerated = 1;

/** How long a question may go on from the one before, in milliseconds. */
const followUpMs = 3_600_000;
/** More words say by themselves what they are about. */
const mostWordsOfFollowUp = 12;

export type RetrievalResult = Extract<CallResult, { kind: 'retrieved' | 'tool-failed' | 'in-doubt' }>;

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
  const before = earlier(moment);
  const going = goesOn(text, moment.turn.language);
  // "How much is that?" alone would find the first price there is.
  const withBefore = before !== undefined && going.kind === 'goes-on' && going.alone;
  return search(moment, text, { kind: 'passages', task: task.id }, withBefore ? before.text : undefined);
}

/**
 * Looks whether a text that nobody could place goes on from the last question; undefined when it does
 * not look like that, or when the verdict needs no help.
 */
export function askFollowUp(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  if (verdict.zone !== 'clarify' && verdict.zone !== 'refuse') return undefined;
  // While something is asked, an order's number is the answer to that.
  const answers = moment.conversation.pending !== undefined && findOrderNumber(text) !== undefined;
  const before = answers ? undefined : earlier(moment);
  if (before === undefined || goesOn(text, moment.turn.language).kind === 'by-itself') return undefined;
  return search(moment, text, { kind: 'follow-up', task: before.task, text, verdict }, before.text);
}

/**
 * Looks whether a text that nobody could place, and that may be a question, has a sure answer; undefined where
 * questions are not among what it may be.
 */
export function askPerhaps(moment: Moment, text: string, verdict: Verdict): Step | undefined {
  const { agent } = moment.business;
  const task = agent.tasks.find(({ does }) => does === 'answer-from-knowledge');
  const likely = [verdict.task, ...verdict.runnersUp.slice(0, 2).map((other) => other.task)];
  if (verdict.zone !== 'clarify' || task === undefined || !likely.includes(task.id)) return undefined;
  // A number is of an order, which the knowledge has nothing of.
  if (findOrderNumber(text) !== undefined) return undefined;
  return search(moment, text, { kind: 'perhaps-question', task: task.id, text, verdict }, undefined);
}

/** From here on a passage answers what most likely is a question, and what only may be one. */
const [sureOfLikely, sureOfPossible] = [0.45, 0.65];

/** Whether passages answer a text that nobody could place. `likeliest`: it is a question more than anything else. */
export function answersSurely(passages: readonly Passage[], likeliest: boolean): boolean {
  const [best] = answersIn(passages);
  return best !== undefined && best.score >= (likeliest ? sureOfLikely : sureOfPossible);
}

/** The last question that the knowledge answered, if it is not long ago. */
function earlier({ conversation, business, at }: Moment): ConversationState['asked'] {
  const { asked } = conversation;
  if (asked === undefined || at - asked.at > followUpMs) return undefined;
  return findTask(business, asked.task)?.does === 'answer-from-knowledge' ? asked : undefined;
}

/** Asks for the passages that may answer a text. */
export function search(moment: Moment, text: string, waiting: Waiting, before: string | undefined): Step {
  return {
    kind: 'call',
    turn: moment.turn,
    call: {
      kind: 'retrieve',
      text,
      most: passagesAsked,
      language: moment.turn.language,
      ...(before === undefined ? {} : { before }),
    },
    waiting,
    conversation: moment.conversation,
  };
}

/**
 * The best passage is the answer, word for word unless the agent may let a model phrase it; a poor one
 * is no answer at all. A question that alone finds nothing is looked for together with the one before.
 */
export function afterRetrieval(
  moment: Moment,
  task: string,
  call: Extract<Call, { kind: 'retrieve' }>,
  result: RetrievalResult,
): Step {
  if (result.kind !== 'retrieved')
    return handOff(moment, moment.conversation, {
      lead: sentencesIn(moment.turn.language).knowledge.unavailable,
      why: `Searching the business's knowledge failed: ${result.why}`,
      reason: 'trouble',
      task,
    });
  const near = answersIn(result.passages).slice(0, passagesPhrased);
  const [best] = near;
  if (best === undefined) {
    const before = call.before === undefined ? earlier(moment) : undefined;
    if (before !== undefined && call.text.split(/\s+/u).length <= mostWordsOfFollowUp)
      return search(moment, call.text, { kind: 'passages', task }, before.text);
    return noAnswer(moment, task, call.text);
  }
  const extract = best.body.trim();
  const asked = call.before ?? call.text;
  const write = phraseAnswer(moment, task, call.text, near);
  if (write === undefined)
    return answer(moment, task, { body: extract, grounds: [best.passageId], source: best, asked });
  const grounds = near.map(({ passageId }) => passageId);
  return askModel(moment, { kind: 'phrasing', task, extract, source: best, asked, grounds }, write);
}

/** What a model wrote is the answer once it has passed the checks; else the extract is, or a person. */
export function afterPhrasing(
  moment: Moment,
  waiting: PhrasingWaiting,
  call: WriteAnswer,
  result: CallResult,
): Step {
  const { task, extract, grounds, source, asked } = waiting;
  const written = judgeWritten(moment, call, result);
  switch (written.kind) {
    case 'good': {
      const key = moment.turn.made.at(-1);
      const shown = [...grounds, ...(key === undefined ? [] : [key])];
      return answer(moment, task, { body: written.text, grounds: shown, source, asked });
    }
    case 'again':
      return askModel(moment, waiting, written.call);
    case 'bad':
      return answer(moment, task, { body: extract, grounds: grounds.slice(0, 1), source, asked });
    case 'hand-off':
      return handOff(moment, moment.conversation, { why: written.why, task });
  }
}

/** What a model is asked so that it words what these passages answer; undefined where the business wants extracts. */
export function phraseAnswer(
  moment: Moment,
  task: string,
  question: string,
  passages: readonly { readonly title: string; readonly body: string }[],
): WriteAnswer | undefined {
  const known = findTask(moment.business, task);
  const extract = passages[0]?.body.trim();
  if (moment.business.agent.knowledgeAnswers !== 'phrased' || known === undefined || extract === undefined)
    return undefined;
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

type Answer = {
  readonly body: string;
  readonly grounds: readonly string[];
  readonly source: Passage;
  readonly asked: string;
};

function answer(moment: Moment, task: string, { body, grounds, source, asked }: Answer): Step {
  const conversation = { ...afterProgress(moment.conversation), asked: { text: asked, task, at: moment.at } };
  return finish(moment, conversation, {
    drafts: [
      answerDraft(moment, conversation, {
        reason: { kind: 'answer', task, grounds: [...grounds] },
        body: withSource(body, source, moment.turn.language),
      }),
    ],
    outcome: { kind: 'answered', task },
  });
}

function noAnswer(moment: Moment, task: string, question: string): Step {
  const conversation = afterFailure(moment.conversation);
  const { language } = moment.turn;
  const sentences = sentencesIn(language);
  const unanswered = unansweredQuestion(moment, task, question);
  if (conversation.failedInARow > unansweredTolerated)
    return withUnanswered(
      handOff(moment, conversation, {
        lead: sentences.knowledge.noAnswer,
        why: 'Two questions in a row without an answer in the knowledge',
        task,
      }),
      unanswered,
    );
  const path = fallbackPath(moment.business, 'unanswered', language);
  const offer = sentences.knowledge.noAnswerOffer;
  const body = path === undefined ? offer : `${offer} ${sentences.clarify.insteadYouCan(path)}`;
  // What was asked before stays open, and its buttons leave no room for another.
  const open = conversation.pending !== undefined || topFlow(conversation)?.state.position.kind === 'asking';
  const draft = open
    ? answerDraft(moment, conversation, { reason: { kind: 'question', task }, body })
    : agentDraft(moment, { kind: 'clarify' }, body, [personButton(language)]);
  return finish(moment, conversation, {
    drafts: [draft],
    outcome: { kind: 'clarified', task },
    unanswered,
  });
}

/** A question without an answer, for people who keep the knowledge; what could identify somebody is masked. */
export function unansweredQuestion({ turn }: Moment, task: string, question: string): Unanswered {
  return { text: maskedQuestion(question), language: turn.language, task };
}

function withUnanswered(step: Step, unanswered: Unanswered): Step {
  return step.kind === 'finish' ? { ...step, close: { ...step.close, unanswered } } : step;
}

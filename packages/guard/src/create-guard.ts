import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import type { PassageIndex } from '@ambit/core/knowledge/rank-passages';
import type { Verdict } from '@ambit/core/scope/verdict';
import { defaultThresholds } from './guard-definition.ts';
import type { GuardDefinition, GuardedTask, Thresholds } from './guard-definition.ts';
import { indexExamples, matchTasks } from './similarity.ts';
import type { ExampleIndex, TaskMatch } from './similarity.ts';
import { smallTalkIn } from './small-talk.ts';

/** What is known beside the text. `language`: the conversation's, if known; else all are compared. */
export type JudgeContext = { readonly language?: string };

/** Judges whether a message belongs to one of the declared tasks. Same text, same verdict. */
export type Guard = { readonly judge: (text: string, context: JudgeContext) => Verdict };

/** How much of a passage's score is added to the task that answers from it. */
const passageShare = 0.3;
/** A sentence taken out of a longer message counts less than the message itself would. */
const sentenceShare = 0.85;
const mostRunnersUp = 4;
/** Longer texts are judged by their beginning; WhatsApp allows 4096 characters. */
const longestJudged = 2_000;

/** Prepares a guard; the definition is compiled once and never changes. */
export function createGuard(definition: GuardDefinition): Guard {
  const thresholds = definition.thresholds ?? defaultThresholds;
  const compileAll = compile(definition.tasks, undefined);
  const byLanguage = new Map(
    [...new Set(definition.tasks.flatMap(({ examples }) => Object.keys(examples)))].map((language) => [
      language,
      compile(definition.tasks, language),
    ]),
  );
  return {
    judge(text, { language }) {
      const smallTalk = smallTalkIn(text);
      if (smallTalk !== undefined && smallTalk.kind !== 'orientation') {
        const zone = smallTalk.kind === 'greeting' ? 'chit-chat' : 'closing';
        return { zone, score: 1, runnersUp: [], evidence: [`"${smallTalk.phrase}" is a ${smallTalk.kind}`] };
      }
      const compiled = (language === undefined ? undefined : byLanguage.get(language)) ?? compileAll;
      const matches = scoreTasks(compiled, text.slice(0, longestJudged), thresholds);
      if (smallTalk !== undefined) {
        return clarify(matches, [`"${smallTalk.phrase}" asks what the agent can do`]);
      }
      if (!/[\p{L}\p{N}]/u.test(text)) return clarify(matches, ['the message has no words']);
      return zoned(matches, thresholds);
    },
  };
}

type Compiled = {
  readonly examples: ExampleIndex;
  readonly passages: ReadonlyMap<string, PassageIndex>;
};

function compile(tasks: readonly GuardedTask[], language: string | undefined): Compiled {
  const inLanguage = (texts: Readonly<Record<string, readonly string[]>>): readonly string[] =>
    language === undefined ? Object.values(texts).flat() : (texts[language] ?? []);
  return {
    examples: indexExamples(
      tasks.map(({ id, examples, words, passages }) => ({
        task: id,
        examples: [...inLanguage(examples), ...inLanguage(words), ...passages.map(({ title }) => title)],
      })),
    ),
    passages: new Map(
      tasks
        .filter(({ passages }) => passages.length > 0)
        .map(({ id, passages }) => [id, indexPassages(passages)]),
    ),
  };
}

/** The tasks by their score for the whole message or its best sentence. */
function scoreTasks(compiled: Compiled, text: string, thresholds: Thresholds): readonly TaskMatch[] {
  const whole = scoreText(compiled, text, thresholds);
  const sentences = text
    .split(/[.?!\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\S\s+\S+\s+\S/.test(sentence));
  if (sentences.length < 2) return whole;
  const bySentence = sentences.flatMap((sentence) =>
    scoreText(compiled, sentence, thresholds).map((match) => ({
      ...match,
      score: match.score * sentenceShare,
    })),
  );
  return whole
    .map((match) =>
      bySentence
        .filter(({ task }) => task === match.task)
        .reduce((best, other) => (other.score > best.score ? other : best), match),
    )
    .toSorted((a, b) => b.score - a.score);
}

/**
 * The cosine to each task's nearest example. Where no other task fits better, what the knowledge
 * says of the text is added to the task that answers from it.
 */
function scoreText(compiled: Compiled, text: string, thresholds: Thresholds): readonly TaskMatch[] {
  const matches = matchTasks(compiled.examples, text);
  const [best] = matches;
  return matches
    .map((match) => {
      const index = compiled.passages.get(match.task);
      if (index === undefined || best === undefined) return match;
      if (best.task !== match.task && best.score >= thresholds.refuse) return match;
      const [passage] = rankPassages(index, text, 1);
      if (passage === undefined) return match;
      return { ...match, score: Math.min(1, match.score + passageShare * passage.score) };
    })
    .toSorted((a, b) => b.score - a.score);
}

function zoned(matches: readonly TaskMatch[], thresholds: Thresholds): Verdict {
  const [best, second] = matches;
  if (best === undefined || best.score < thresholds.refuse) {
    const score = best?.score ?? 0;
    return { zone: 'refuse', score, runnersUp: [], evidence: [`no task reaches ${thresholds.refuse}`] };
  }
  if (best.score < thresholds.accept) {
    return clarify(matches, [`"${best.nearest}" is the nearest example, below ${thresholds.accept}`]);
  }
  if (second !== undefined && best.score - second.score < thresholds.margin) {
    return clarify(matches, [`"${best.nearest}" and "${second.nearest}" are about as near`]);
  }
  return {
    zone: 'accept',
    task: best.task,
    score: best.score,
    runnersUp: runnersUp(matches),
    evidence: [`"${best.nearest}" is the nearest example`],
  };
}

/** A question to the customer which of the tasks is meant, the likeliest first. */
function clarify(matches: readonly TaskMatch[], evidence: readonly string[]): Verdict {
  const [best] = matches;
  const likeliest = best === undefined || best.score === 0 ? {} : { task: best.task };
  return {
    zone: 'clarify',
    ...likeliest,
    score: best?.score ?? 0,
    runnersUp: runnersUp(matches),
    evidence: [...evidence],
  };
}

function runnersUp(matches: readonly TaskMatch[]): Verdict['runnersUp'] {
  return matches.slice(1, 1 + mostRunnersUp).map(({ task, score }) => ({ task, score }));
}

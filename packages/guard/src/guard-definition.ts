import type { Business, KnowledgePassage } from '@ambit/core/business/business';

/** One task as the guard knows it: messages and words that belong to it, by language. */
export type GuardedTask = {
  readonly id: string;
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly words: Readonly<Record<string, readonly string[]>>;
  /** What the task can answer from; titles count as examples, up to 200 of them. */
  readonly passages: readonly KnowledgePassage[];
};

/** Where the zones lie, on a score from 0 to 1. */
export type Thresholds = {
  /** From here on the best task is taken. */
  readonly accept: number;
  /** Below this the message is out of scope. */
  readonly refuse: number;
  /** A runner-up whose fit is closer than this to the best makes it a question. */
  readonly margin: number;
};

/** Everything the guard judges by. */
export type GuardDefinition = {
  readonly tasks: readonly GuardedTask[];
  /** By language: messages that sound like the business and are none of what the agent does. */
  readonly negatives?: Readonly<Record<string, readonly string[]>>;
  readonly thresholds?: Thresholds;
  /** The share of messages that belong to no business which may be accepted; 0.01 unless told. */
  readonly falseAccepts?: number;
};

/** Scores are scaled for each agent and language so that these are its zones. */
export const defaultThresholds: Thresholds = { accept: 0.55, refuse: 0.35, margin: 0.06 };

/** What the guard needs of a published business. */
export function guardDefinition(business: Business): GuardDefinition {
  const negatives: Record<string, string[]> = {};
  for (const task of business.agent.tasks)
    for (const [language, texts] of Object.entries(task.negatives))
      negatives[language] = [...new Set([...(negatives[language] ?? []), ...texts])];
  return {
    negatives,
    tasks: business.agent.tasks.map(({ id, does, examples, words }) => ({
      id,
      examples,
      words,
      passages: does === 'answer-from-knowledge' ? business.knowledge : [],
    })),
  };
}

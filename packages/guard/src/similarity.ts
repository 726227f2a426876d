import { featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** A text as a vector of length 1 in the space of the words of all examples. */
type Vector = ReadonlyMap<string, number>;

/** Which examples have a feature, and how much of it: only these are touched when a text has it. */
type Posting = { readonly examples: readonly number[]; readonly values: readonly number[] };

/** Examples of all tasks with the weight (inverse document frequency) of each feature in them. */
export type ExampleIndex = {
  readonly tasks: readonly string[];
  /** Each example with the number of its task. */
  readonly examples: readonly { readonly text: string; readonly task: number }[];
  readonly postings: ReadonlyMap<string, Posting>;
  readonly weights: ReadonlyMap<string, number>;
  readonly unseenWeight: number;
  readonly spelling: Spelling;
};

/** How well one task fits a text: the cosine to its nearest example. */
export type TaskMatch = { readonly task: string; readonly score: number; readonly nearest: string };

export function indexExamples(
  tasks: readonly { readonly task: string; readonly examples: readonly string[] }[],
): ExampleIndex {
  const counted = tasks.flatMap(({ examples }, task) =>
    examples.map((text) => ({ text, task, features: featuresOf(text) })),
  );
  const within = new Map<string, number>();
  for (const { features } of counted) {
    for (const name of features.keys()) within.set(name, (within.get(name) ?? 0) + 1);
  }
  const weightOf = (count: number): number => Math.log((1 + counted.length) / (1 + count)) + 1;
  const weights = new Map([...within].map(([name, count]) => [name, weightOf(count)]));
  const unseenWeight = weightOf(0);
  const postings = new Map<string, { examples: number[]; values: number[] }>();
  for (const [number, { features }] of counted.entries()) {
    for (const [name, value] of vectorOf(features, weights, unseenWeight)) {
      const posting = postings.get(name) ?? { examples: [], values: [] };
      posting.examples.push(number);
      posting.values.push(value);
      postings.set(name, posting);
    }
  }
  return {
    weights,
    unseenWeight,
    postings,
    spelling: createSpelling(tasks.flatMap(({ examples }) => examples)),
    tasks: tasks.map(({ task }) => task),
    examples: counted.map(({ text, task }) => ({ text, task })),
  };
}

/** The tasks by how well they fit (the cosine to the nearest example), best first. A text without words fits none. */
export function matchTasks(index: ExampleIndex, text: string): readonly TaskMatch[] {
  const vector = vectorOf(featuresOf(index.spelling(text)), index.weights, index.unseenWeight);
  const cosines = new Float64Array(index.examples.length);
  for (const [name, value] of vector) {
    const posting = index.postings.get(name);
    if (posting === undefined) continue;
    for (const [at, example] of posting.examples.entries()) {
      cosines[example] = (cosines[example] ?? 0) + value * (posting.values[at] ?? 0);
    }
  }
  const best: TaskMatch[] = index.tasks.map((task) => ({ task, score: 0, nearest: '' }));
  for (const [number, { text: nearest, task }] of index.examples.entries()) {
    const score = Math.min(1, cosines[number] ?? 0);
    const before = best[task];
    if (before !== undefined && score > before.score) best[task] = { ...before, score, nearest };
  }
  return best.toSorted((a, b) => b.score - a.score);
}

/**
 * Features the examples never use stay in the vector, and so in its length: a text that is mostly
 * about something else is far from every example even if it shares a few words with one.
 */
function vectorOf(features: Features, weights: ReadonlyMap<string, number>, unseenWeight: number): Vector {
  const vector = new Map<string, number>();
  let squares = 0;
  for (const [name, count] of features) {
    const value = dampened(count) * (weights.get(name) ?? unseenWeight);
    vector.set(name, value);
    squares += value * value;
  }
  const length = Math.sqrt(squares);
  return length === 0 ? vector : new Map([...vector].map(([name, value]) => [name, value / length]));
}

/** A repeated feature counts less each time. */
function dampened(count: number): number {
  return count <= 1 ? count : 1 + Math.log(count);
}

import { featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { createSpelling, type Spelling } from './spelling.ts';

/** An example as a vector of length 1 in the space of the words of all examples. */
type Vector = ReadonlyMap<string, number>;

/** The examples of one task, ready to be compared with. */
type TaskExamples = {
  readonly task: string;
  readonly examples: readonly { readonly text: string; readonly vector: Vector }[];
};

/** Examples of all tasks with the weight (inverse document frequency) of each feature in them. */
export type ExampleIndex = {
  readonly tasks: readonly TaskExamples[];
  readonly weights: ReadonlyMap<string, number>;
  readonly unseenWeight: number;
  readonly spelling: Spelling;
};

/** How well one task fits a text: the cosine to its nearest example. */
export type TaskMatch = { readonly task: string; readonly score: number; readonly nearest: string };

export function indexExamples(
  tasks: readonly { readonly task: string; readonly examples: readonly string[] }[],
): ExampleIndex {
  const counted = tasks.map(({ task, examples }) => ({
    task,
    examples: examples.map((text) => ({ text, features: featuresOf(text) })),
  }));
  const within = new Map<string, number>();
  let total = 0;
  for (const { examples } of counted) {
    for (const { features } of examples) {
      total += 1;
      for (const name of features.keys()) within.set(name, (within.get(name) ?? 0) + 1);
    }
  }
  const weightOf = (count: number): number => Math.log((1 + total) / (1 + count)) + 1;
  const weights = new Map([...within].map(([name, count]) => [name, weightOf(count)]));
  const unseenWeight = weightOf(0);
  return {
    weights,
    unseenWeight,
    spelling: createSpelling(tasks.flatMap(({ examples }) => examples)),
    tasks: counted.map(({ task, examples }) => ({
      task,
      examples: examples.map(({ text, features }) => ({
        text,
        vector: vectorOf(features, weights, unseenWeight),
      })),
    })),
  };
}

/** The tasks by how well they fit, best first. A text without words fits none. */
export function matchTasks(index: ExampleIndex, text: string): readonly TaskMatch[] {
  const vector = vectorOf(featuresOf(index.spelling(text)), index.weights, index.unseenWeight);
  return index.tasks
    .map(({ task, examples }) => {
      let best: TaskMatch = { task, score: 0, nearest: '' };
      for (const example of examples) {
        const score = cosine(vector, example.vector);
        if (score > best.score) best = { task, score, nearest: example.text };
      }
      return best;
    })
    .toSorted((a, b) => b.score - a.score);
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

function cosine(left: Vector, right: Vector): number {
  let sum = 0;
  for (const [name, value] of left) sum += value * (right.get(name) ?? 0);
  return Math.min(1, sum);
}

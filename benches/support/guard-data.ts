import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

const Labelled = z.array(z.tuple([z.string(), z.string()]));

/** A message with the intent it belongs to. */
export type LabelledMessage = readonly [text: string, intent: string];

const Clinc = z.object({
  domains: z.record(z.string(), z.array(z.string())),
  train: Labelled,
  val: Labelled,
  test: Labelled,
  oos_train: Labelled,
  oos_val: Labelled,
});
const Prompts = z.object({ test: Labelled });
const folder = resolve(import.meta.dirname, '../../../shared/scope');

/** The data sets, which are not part of the repository; undefined where they are missing. */
export function readScopeData() {
  if (!existsSync(folder)) return undefined;
  const read = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8'));
  return {
    clinc: Clinc.parse(read('clinc150-five-domains')),
    xsid: z.record(z.string(), Labelled).parse(read('xsid')),
    prompts: Prompts.parse(read('self-instruct-seed-tasks')).test.map(([text]) => text),
  };
}

/** A generator of numbers from 0 to 1 that always gives the same ones (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** A bot with some tasks, and messages to try it with. */
export type Draw = {
  readonly tasks: Readonly<Record<string, readonly string[]>>;
  readonly negatives: readonly string[];
  readonly own: readonly LabelledMessage[];
  readonly foreign: Readonly<Record<string, readonly string[]>>;
};

/** Declares `declared` of the intents with 10 examples each, and takes `negatives` examples of the others. */
export function drawBot(
  train: readonly LabelledMessage[],
  test: readonly LabelledMessage[],
  intents: readonly string[],
  { declared, negatives, random }: { declared: number; negatives: number; random: () => number },
): Draw {
  const order = shuffled(intents, random);
  const chosen = order.slice(0, declared);
  const left = order.slice(declared);
  const examplesOf = (intent: string): readonly string[] =>
    shuffled(
      train.filter(([, label]) => label === intent).map(([text]) => text),
      random,
    );
  const perIntent = Math.ceil(negatives / Math.max(1, left.length));
  return {
    tasks: Object.fromEntries(chosen.map((intent) => [intent, examplesOf(intent).slice(0, 10)])),
    negatives: left.flatMap((intent) => examplesOf(intent).slice(0, perIntent)).slice(0, negatives),
    own: test.filter(([, label]) => chosen.includes(label)),
    foreign: { near: test.filter(([, label]) => left.includes(label)).map(([text]) => text) },
  };
}

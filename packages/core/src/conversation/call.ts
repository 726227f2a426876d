import { z } from 'zod';
import { Transcript } from '../message/inbound.ts';
import { languages } from '../language/language.ts';
import { Verdict } from '../scope/verdict.ts';

/**
 * Something a turn needs from outside. The pipeline performs it and feeds back what came of it;
 * `advance` itself never waits.
 */
export const Call = z.discriminatedUnion('kind', [
  /** Ask the scope guard which declared task the text belongs to. `language`: of what was said before, if known. */
  z.object({ kind: z.literal('judge-scope'), text: z.string(), language: z.string().optional() }),
  /**
   * Find the passages of the business's knowledge that may answer. `before`: the question that this one
   * goes on from; `language`: what the agent speaks.
   */
  z.object({
    kind: z.literal('retrieve'),
    text: z.string(),
    most: z.number().int().positive(),
    before: z.string().optional(),
    language: z.enum(languages).optional(),
  }),
  /**
   * Ask a model which of a few tasks an unclear text belongs to, or "out-of-scope" or "chit-chat".
   * `tasks`: the likeliest, at most five; what the model says of any other counts for nothing.
   */
  z.object({
    kind: z.literal('choose-task'),
    text: z.string(),
    tasks: z.array(z.object({ id: z.string(), title: z.string() })).max(5),
  }),
  /** Write down what a voice note says, so that it can be judged like a text. */
  z.object({ kind: z.literal('transcribe'), mediaId: z.string() }),
  /**
   * Ask a model to write one message, for one task. `instructions`: the task's own, by its author;
   * `question`: what the customer wrote, which is neither an instruction nor a fact; `evidence`: all it may
   * state; `reviewed`: what is said if it fails; `most`: UTF-16 units; `rejected`: why its first text may not
   * be sent. What could identify a payment or a person is masked in all of them.
   */
  z.object({
    kind: z.literal('write-answer'),
    task: z.string(),
    title: z.string(),
    instructions: z.string(),
    language: z.string(),
    question: z.string(),
    evidence: z.array(z.object({ name: z.string(), text: z.string() })),
    reviewed: z.string(),
    most: z.number().int().positive(),
    rejected: z.array(z.string()),
  }),
  /** Call one of the business's tools. `effect`: it changes something, so it is journalled. */
  z.object({
    kind: z.literal('call-tool'),
    tool: z.string(),
    input: z.record(z.string(), z.string()),
    effect: z.boolean(),
  }),
]);
export type Call = z.infer<typeof Call>;

/**
 * A passage of knowledge found for a text. `score`: 0 to 1, how much of the question it speaks of; `source`,
 * `url`: where it stands, for the customer.
 */
export const Passage = z.object({
  passageId: z.string(),
  title: z.string(),
  body: z.string(),
  score: z.number(),
  source: z.string().optional(),
  url: z.string().optional(),
});
export type Passage = z.infer<typeof Passage>;

/** What came of a call. */
export const CallResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('judged'), verdict: Verdict }),
  z.object({ kind: z.literal('retrieved'), passages: z.array(Passage) }),
  z.object({ kind: z.literal('task-chosen'), choice: z.string() }),
  /** A model's text; nobody has checked it. `sounds`: what the scope guard hears in it. */
  z.object({ kind: z.literal('answer-written'), text: z.string(), sounds: Verdict }),
  /** No model was asked: what it may cost a day is spent. */
  z.object({
    kind: z.literal('over-budget'),
    then: z.enum(['reviewed-sentences', 'hand-off']),
    why: z.string(),
  }),
  z.object({ kind: z.literal('transcribed'), mediaId: z.string(), transcript: Transcript }),
  /** `output`: the tool's own answer, checked by the task that asked. */
  z.object({ kind: z.literal('tool-answered'), output: z.json() }),
  /** The tool answered with an error, did not answer in time, or was unreachable. */
  z.object({ kind: z.literal('tool-failed'), why: z.string() }),
  /** It was started before a crash and nobody knows whether it took effect; never repeated by a program. */
  z.object({ kind: z.literal('in-doubt'), why: z.string() }),
]);
export type CallResult = z.infer<typeof CallResult>;

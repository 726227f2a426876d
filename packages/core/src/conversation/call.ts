import { z } from 'zod';
import { Transcript } from '../message/inbound.ts';
import { Verdict } from '../scope/verdict.ts';

/**
 * Something a turn needs from outside. The pipeline performs it and feeds back what came of it;
 * `advance` itself never waits.
 */
export const Call = z.discriminatedUnion('kind', [
  /** Ask the scope guard which declared task the text belongs to. */
  z.object({ kind: z.literal('judge-scope'), text: z.string() }),
  /** Find the passages of the business's knowledge that may answer. */
  z.object({ kind: z.literal('retrieve'), text: z.string(), most: z.number().int().positive() }),
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
  /** Call one of the business's tools. `effect`: it changes something, so it is journalled. */
  z.object({
    kind: z.literal('call-tool'),
    tool: z.string(),
    input: z.record(z.string(), z.string()),
    effect: z.boolean(),
  }),
]);
export type Call = z.infer<typeof Call>;

/** A passage of knowledge found for a text. `score`: 0 to 1. */
export const Passage = z.object({
  passageId: z.string(),
  title: z.string(),
  body: z.string(),
  score: z.number(),
});
export type Passage = z.infer<typeof Passage>;

/** What came of a call. */
export const CallResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('judged'), verdict: Verdict }),
  z.object({ kind: z.literal('retrieved'), passages: z.array(Passage) }),
  z.object({ kind: z.literal('task-chosen'), choice: z.string() }),
  z.object({ kind: z.literal('transcribed'), mediaId: z.string(), transcript: Transcript }),
  /** `output`: the tool's own answer, checked by the task that asked. */
  z.object({ kind: z.literal('tool-answered'), output: z.json() }),
  /** The tool answered with an error, did not answer in time, or was unreachable. */
  z.object({ kind: z.literal('tool-failed'), why: z.string() }),
  /** It was started before a crash and nobody knows whether it took effect; never repeated by a program. */
  z.object({ kind: z.literal('in-doubt'), why: z.string() }),
]);
export type CallResult = z.infer<typeof CallResult>;

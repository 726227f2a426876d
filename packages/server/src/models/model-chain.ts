import { setTimeout as sleep } from 'node:timers/promises';
import { maskPersonalData } from '@ambit/core/personal-data/mask-personal-data';
import type { LanguageModel, ModelOutcome, ModelRequest, ModelUsage } from '../ports/language-model.ts';
import { within } from '../ports/within.ts';
import type { Attempt, AttemptedModel } from './attempted-model.ts';

/** A model of the chain. `retries`: how often more it is tried after a trouble that passes. */
export type Link = {
  readonly model: AttemptedModel;
  readonly timeoutMs: number;
  readonly retries: number;
  readonly price: { readonly inputPerMillion: number; readonly outputPerMillion: number };
};

const firstWaitMs = 200;

/**
 * Models in order: the first that answers is taken; one that is slow, away or answers with what was
 * not asked for makes room for the next. What it is asked is masked here, whoever asks: no model
 * sees a card, an account, a national number or a code.
 */
export function createModelChain(links: readonly Link[], random: () => number): LanguageModel {
  async function run<T>(
    request: ModelRequest,
    signal: AbortSignal,
    ask: (model: AttemptedModel, masked: ModelRequest, limited: AbortSignal) => Promise<Attempt<T>>,
  ): Promise<ModelOutcome<T>> {
    const masked = {
      ...request,
      instructions: maskPersonalData(request.instructions),
      input: maskPersonalData(request.input),
    };
    const troubles: string[] = [];
    let usage: ModelUsage = { inputTokens: 0, outputTokens: 0 };
    let cost = 0;
    for (const { model, timeoutMs, retries, price } of links) {
      for (let tried = 0; tried <= retries; tried += 1) {
        if (signal.aborted)
          return { kind: 'failed', why: [...troubles, 'time is over'].join('; '), usage, cost };
        const { attempt, isLate } = await within(
          timeoutMs,
          async (limited) => ({
            attempt: await ask(model, masked, limited),
            isLate: limited.aborted && !signal.aborted,
          }),
          signal,
        );
        usage = {
          inputTokens: usage.inputTokens + attempt.usage.inputTokens,
          outputTokens: usage.outputTokens + attempt.usage.outputTokens,
        };
        cost +=
          (attempt.usage.inputTokens * price.inputPerMillion +
            attempt.usage.outputTokens * price.outputPerMillion) /
          1_000_000;
        if (attempt.kind === 'answered')
          return { kind: 'answered', output: attempt.output, model: model.name, usage, cost };
        troubles.push(`${model.name}: ${isLate ? `no answer in ${timeoutMs} ms` : attempt.why}`);
        if (!attempt.mayPass || isLate) break;
        if (tried < retries) await sleep(firstWaitMs * 2 ** tried * (0.5 + random()));
      }
    }
    return { kind: 'failed', why: troubles.join('; '), usage, cost };
  }

  return {
    answer: (request, signal) =>
      run(request, signal, (model, masked, limited) => model.answer(masked, limited)),
    fill: (request, shape, signal) =>
      run(request, signal, (model, masked, limited) => model.fill(masked, shape, limited)),
  };
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Business } from '@ambit/core/business/business';
import type { Call, CallResult } from '@ambit/core/conversation/call';
import { answerPrompt, taskPrompt, type ModelPrompt } from '@ambit/core/model/answer-prompt';
import { budgetWarnings, overBudget, type DaySpend } from '@ambit/core/model/budget';
import type { Models } from '@ambit/core/model/models';
import { dayAt } from '@ambit/core/schedule/day-at';
import { raiseAlarm } from '../db/alarms.ts';
import type { Database } from '../db/database.ts';
import { insertModelUse, readDaySpend, type ModelUse } from '../db/model-usage.ts';
import type { Clock } from '../ports/clock.ts';
import type { ScopeGuard } from '../ports/judges.ts';
import type { LanguageModel, ModelOutcome } from '../ports/language-model.ts';
import type { Log } from '../ports/log.ts';
import { within } from '../ports/within.ts';

type ModelCall = Extract<Call, { kind: 'choose-task' | 'write-answer' }>;

/** A call of a turn for a model. */
export type AskedModel = {
  readonly business: Business;
  readonly guard: ScopeGuard;
  readonly call: ModelCall;
  readonly key: string;
  readonly turn: {
    readonly channelId: string;
    readonly conversationId: string;
    readonly turnId: string;
    readonly asker: { readonly contactId: string };
  };
};

/** Asks the models of a business, within its budgets. A model that is away, late or over budget is a result. */
export type ModelAsker = (asked: AskedModel) => Promise<CallResult>;

/** Where nobody can ask a model. */
export const noModel: ModelAsker = () => Promise.resolve({ kind: 'tool-failed', why: 'no model takes part' });

/** What is told of each call that was made, or was not because of a budget. */
export type ToldOfModel =
  | { readonly kind: 'asked'; readonly use: ModelUse; readonly again: boolean; readonly ms: number }
  | { readonly kind: 'over-budget'; readonly asked: ModelCall['kind'] };

/** A choice and the JSON around it. */
const mostChoiceTokens = 200;
/** Scripts of which a token holds one sign need as many tokens as signs. */
const leastAnswerTokens = 400;

/** `connect`: the models of a business behind one another. */
export function createModelAsker(needs: {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly connect: (models: Models) => LanguageModel;
  readonly onTold?: (told: ToldOfModel) => void;
}): ModelAsker {
  const { database, clock, log, connect, onTold } = needs;
  const connected = new WeakMap<Models, LanguageModel>();

  function modelOf(models: Models): LanguageModel {
    const known = connected.get(models);
    if (known !== undefined) return known;
    const made = connect(models);
    connected.set(models, made);
    return made;
  }

  return async ({ business, guard, call, key, turn }) => {
    const { models } = business;
    if (models === undefined) return { kind: 'tool-failed', why: 'no model takes part' };
    const { channelId, conversationId, turnId, asker } = turn;
    const whose = { day: dayAt(clock.now(), business.hours.timeZone), contactId: asker.contactId };
    const before = models.budgets.length === 0 ? nothing : await readDaySpend(database, whose);
    const over = overBudget(models.budgets, before);
    if (over !== undefined) {
      onTold?.({ kind: 'over-budget', asked: call.kind });
      log.info('model.over-budget', { turnId, asked: call.kind, then: over.then });
      return { kind: 'over-budget', ...over };
    }
    const prompt =
      call.kind === 'choose-task' ? taskPrompt(business.name, call) : answerPrompt(business.name, call);
    const startedAt = performance.now();
    const outcome = await within(models.answerWithinMs, (signal) =>
      ask(modelOf(models), call, prompt, signal),
    );
    const use: ModelUse = {
      ...whose,
      channelId,
      turnId,
      callKey: key,
      asked: call.kind,
      model: outcome.kind === 'answered' ? outcome.model : undefined,
      promptHash: createHash('sha256').update(prompt.instructions).digest('hex').slice(0, 16),
      outcome: outcome.kind,
      ...outcome.usage,
      cost: outcome.cost,
    };
    await insertModelUse(database, use);
    for (const { kind, about, budgetFor } of warningsOf(models, before, use))
      await raiseAlarm(database, {
        kind,
        about,
        ...(budgetFor === 'customer' ? { channelId, conversationId } : {}),
      });
    const again = call.kind === 'write-answer' && call.rejected.length > 0;
    onTold?.({ kind: 'asked', use, again, ms: performance.now() - startedAt });
    if (outcome.kind === 'failed') {
      log.warn('model.failed', { turnId, asked: call.kind, why: outcome.why });
      return { kind: 'tool-failed', why: outcome.why };
    }
    if (call.kind === 'choose-task') return { kind: 'task-chosen', choice: outcome.output };
    return { kind: 'answer-written', text: outcome.output, sounds: await guard.judge(outcome.output, {}) };
  };
}

const nothing: DaySpend = { agent: { tokens: 0, money: 0 }, customer: { tokens: 0, money: 0 } };

async function ask(
  model: LanguageModel,
  call: ModelCall,
  prompt: ModelPrompt,
  signal: AbortSignal,
): Promise<ModelOutcome<string>> {
  if (call.kind === 'write-answer')
    return model.answer({ ...prompt, mostTokens: Math.max(leastAnswerTokens, call.most) }, signal);
  const choices = [...call.tasks.map(({ id }) => id), 'out-of-scope', 'chit-chat'];
  const schema = z.object({ choice: z.enum(choices) });
  const request = { ...prompt, mostTokens: mostChoiceTokens };
  const outcome = await model.fill(request, { name: 'task-choice', schema }, signal);
  return outcome.kind === 'failed' ? outcome : { ...outcome, output: outcome.output.choice };
}

function warningsOf(models: Models, before: DaySpend, use: ModelUse): ReturnType<typeof budgetWarnings> {
  const more = ({ tokens, money }: DaySpend['agent']): DaySpend['agent'] => ({
    tokens: tokens + use.inputTokens + use.outputTokens,
    money: money + use.cost,
  });
  const after = { agent: more(before.agent), customer: more(before.customer) };
  return budgetWarnings(models.budgets, before, after);
}

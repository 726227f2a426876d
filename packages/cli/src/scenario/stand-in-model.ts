import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import { startModelServer, type AskedChat } from './model-server.ts';
import { obligingAnswer } from './obliging-model.ts';

/** What a model writes when it is asked something that has these words in it. */
export const ModelAnswer = z.strictObject({ when: z.string().min(1), says: z.string() });
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/**
 * What a stand-in for the models of a business does: says what is given here, or phrases everything that a model may
 * phrase and sorts what is unclear, also where the business leaves that to nobody.
 */
export type ModelHabit = readonly ModelAnswer[] | 'obliging';

/** A stand-in for the models of a business, or nobody. */
export type StandInModel = { stop(): Promise<void> };

const Budgets = z.looseObject({ budgets: z.array(z.unknown()).default([]) });

/** Starts a model server with this habit and has the business in this folder ask it, within its own budgets. */
export async function startStandInModel(habit: ModelHabit, business: string): Promise<StandInModel> {
  const server = await startModelServer();
  const textFor = (asked: AskedChat): string =>
    habit === 'obliging'
      ? obligingAnswer(asked)
      : (habit.find(({ when }) => asked.input.includes(when))?.says ?? 'NO_ANSWER');
  server.answers((asked) => ({ kind: 'text', text: textFor(asked) }));
  if (habit === 'obliging') letModelsDoAll(business);
  const file = join(business, 'models.yaml');
  const { budgets } = Budgets.parse(existsSync(file) ? parse(readFileSync(file, 'utf8')) : {});
  const price = { inputPerMillion: 1, outputPerMillion: 2 };
  const provider = { kind: 'openai-compatible', model: 'stand-in', baseUrl: server.url, price };
  writeFileSync(file, stringify({ providers: [provider], budgets }));
  return { stop: () => server.stop() };
}

function letModelsDoAll(business: string): void {
  const file = join(business, 'business.yaml');
  const written = parseDocument(readFileSync(file, 'utf8'));
  written.setIn(['agent', 'greyZone'], 'ask-model');
  written.setIn(['agent', 'knowledgeAnswers'], 'phrased');
  writeFileSync(file, written.toString());
}

/** Has the business in this folder do without its models. */
export function withoutModels(business: string): StandInModel {
  rmSync(join(business, 'models.yaml'), { force: true });
  return { stop: () => Promise.resolve() };
}

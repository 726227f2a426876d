import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { startModelServer } from './model-server.ts';

/** What a model writes when it is asked something that has these words in it. */
export const ModelAnswer = z.strictObject({ when: z.string().min(1), says: z.string() });
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** A stand-in for the models of a business, or nobody. */
export type StandInModel = { stop(): Promise<void> };

const Budgets = z.looseObject({ budgets: z.array(z.unknown()).default([]) });

/** Starts a model server with these answers and has the business in this folder ask it, within its own budgets. */
export async function startStandInModel(
  answers: readonly ModelAnswer[],
  business: string,
): Promise<StandInModel> {
  const server = await startModelServer();
  server.answers(({ input }) => ({
    kind: 'text',
    text: answers.find(({ when }) => input.includes(when))?.says ?? 'NO_ANSWER',
  }));
  const file = join(business, 'models.yaml');
  const { budgets } = Budgets.parse(existsSync(file) ? parse(readFileSync(file, 'utf8')) : {});
  const price = { inputPerMillion: 1, outputPerMillion: 2 };
  const provider = { kind: 'openai-compatible', model: 'stand-in', baseUrl: server.url, price };
  writeFileSync(file, stringify({ providers: [provider], budgets }));
  return { stop: () => server.stop() };
}

/** Has the business in this folder do without its models. */
export function withoutModels(business: string): StandInModel {
  rmSync(join(business, 'models.yaml'), { force: true });
  return { stop: () => Promise.resolve() };
}

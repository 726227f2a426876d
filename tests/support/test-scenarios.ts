import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeFailure } from '@ambit/cli/scenario/describe-failure';
import { playScenario } from '@ambit/cli/scenario/play-scenario';
import { sortScenarios, type Scenario, type ScenarioFile } from '@ambit/cli/scenario/scenario-file';
import { startScenarioStack, type ScenarioStack } from '@ambit/cli/scenario/scenario-stack';
import type { ModelHabit } from '@ambit/cli/scenario/stand-in-model';

/** A file of scenarios, the folder name of its business, and the model that takes part. */
type PlayedFile = Omit<ScenarioFile, 'business' | 'model'> & {
  readonly business: string;
  readonly model: ModelHabit | undefined;
};

/** Files about the same business, with the same debounce and the same model, share what is started. */
function stackOf({ business, debounceMs, model }: PlayedFile): string {
  return JSON.stringify([business, debounceMs, model]);
}

/** Has a model take part in every scenario that names none: what a customer gets must stay right. */
const withModel = process.env['AMBIT_SCENARIOS_WITH_MODEL'] === '1';

/** Makes a test of each scenario. */
export function testScenarios(given: readonly PlayedFile[]): void {
  const files = given.map((file) => ({ ...file, model: file.model ?? (withModel ? 'obliging' : undefined) }));
  const stacks = files.filter(
    (file, place) => files.findIndex((other) => stackOf(other) === stackOf(file)) === place,
  );

  describe.each(stacks)('the $business, waiting $debounceMs ms for more ($file)', (stack) => {
    const { business, debounceMs, model } = stack;
    let started: Promise<ScenarioStack> | undefined;
    beforeAll(async () => {
      started = startScenarioStack({
        business: resolve('businesses', business),
        debounceMs,
        model,
        inherited: { PATH: process.env['PATH'] ?? '' },
      });
      await started;
    });
    afterAll(async () => {
      await (await started)?.stop();
    });

    const play = async (scenario: Scenario, { backEnd }: PlayedFile): Promise<void> => {
      if (started === undefined) throw new Error('The stack was not started');
      const played = await playScenario(await started, scenario, backEnd);
      expect(played.kind === 'passed' ? 'passed' : describeFailure(played)).toBe('passed');
    };

    describe.each(files.filter((file) => stackOf(file) === stackOf(stack)))('$file', (file) => {
      const { apart, inOrder } = sortScenarios(file.scenarios);
      test.for(inOrder)('$name', (scenario) => play(scenario, file));
      test.concurrent.for(apart)('$name', (scenario) => play(scenario, file));
    });
  });
}

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { playScenario } from '@ambit/cli/scenario/play-scenario';
import type { Scenario, ScenarioFile } from '@ambit/cli/scenario/scenario-file';
import { describeFailure } from '@ambit/cli/scenario/describe-failure';
import { startScenarioStack, type ScenarioStack } from '@ambit/cli/scenario/scenario-stack';
import { readScenarios } from '../support/read-scenarios.ts';

const own = readdirSync('businesses').flatMap((business) =>
  existsSync(`businesses/${business}/scenarios`)
    ? readScenarios(`businesses/${business}/scenarios`).map((file) => ({ ...file, business }))
    : [],
);
const shared = readScenarios('tests/scenarios').map((file) => ({
  ...file,
  business: file.business ?? 'shop',
}));
const files = [...own, ...shared];

const stacks = files.filter(
  (file, place) => files.findIndex((other) => stackOf(other) === stackOf(file)) === place,
);

/** Files about the same business, with the same debounce and the same model, share what is started. */
function stackOf({ business, debounceMs, model }: (typeof files)[number]): string {
  return JSON.stringify([business, debounceMs, model]);
}

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

  const play = async (scenario: Scenario, { backEnd }: ScenarioFile): Promise<void> => {
    if (started === undefined) throw new Error('The stack was not started');
    const played = await playScenario(await started, scenario, backEnd);
    expect(played.kind === 'passed' ? 'passed' : describeFailure(played)).toBe('passed');
  };

  describe.each(files.filter((file) => stackOf(file) === stackOf(stack)))('$file', (file) => {
    // Customers of their own get in nobody's way; one who comes again, a clock and a back end do.
    const apart = (scenario: Scenario): boolean =>
      scenario.as === undefined && !scenario.steps.some((step) => 'clock' in step || 'backEnd' in step);
    const { scenarios } = file;
    test.for(scenarios.filter((scenario) => !apart(scenario)))('$name', (scenario) => play(scenario, file));
    test.concurrent.for(scenarios.filter(apart))('$name', (scenario) => play(scenario, file));
  });
});

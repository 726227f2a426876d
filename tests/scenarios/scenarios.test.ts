import { afterAll, beforeAll, describe, test } from 'vitest';
import { readScenarios, type Scenario } from '../support/scenario-file.ts';
import { playScenario } from '../support/scenario-play.ts';
import { startScenarioStack, type ScenarioStack } from '../support/scenario-stack.ts';

const files = readScenarios('tests/scenarios');

const stacks = files.filter(
  (file, place) =>
    files.findIndex(
      ({ business, debounceMs }) => business === file.business && debounceMs === file.debounceMs,
    ) === place,
);

describe.each(stacks)('the $business, waiting $debounceMs ms for more', ({ business, debounceMs }) => {
  let started: Promise<ScenarioStack> | undefined;
  beforeAll(async () => {
    started = startScenarioStack({ business, debounceMs });
    await started;
  });
  afterAll(async () => {
    await (await started)?.stop();
  });

  const play = async (scenario: Scenario): Promise<void> => {
    if (started === undefined) throw new Error('The stack was not started');
    await playScenario(await started, scenario);
  };

  describe.each(files.filter((file) => file.business === business && file.debounceMs === debounceMs))(
    '$file',
    ({ scenarios }) => {
      // Customers of their own get in nobody's way; one who comes again, and a clock that moves, do.
      const apart = (scenario: Scenario): boolean =>
        scenario.as === undefined && !scenario.steps.some((step) => 'clock' in step);
      test.for(scenarios.filter((scenario) => !apart(scenario)))('$name', play);
      test.concurrent.for(scenarios.filter(apart))('$name', play);
    },
  );
});

import { readScenarios } from '../support/read-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

/** Those about what every business has to get right, on the shop unless they name another. */
testScenarios(
  readScenarios('tests/scenarios').map((file) => ({ ...file, business: file.business ?? 'shop' })),
);

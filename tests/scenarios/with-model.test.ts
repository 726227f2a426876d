import { readScenarios } from '../support/read-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

/** What a model has most to do with; AMBIT_SCENARIOS_WITH_MODEL=1 has one take part in all scenarios. */
const chosen = ['questions.yaml', 'refusals.yaml'];

testScenarios(
  readScenarios('tests/scenarios')
    .filter(({ file }) => chosen.includes(file))
    .map((file) => ({ ...file, business: file.business ?? 'shop', model: 'obliging' })),
);

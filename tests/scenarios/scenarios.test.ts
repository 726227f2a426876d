import { existsSync, readdirSync } from 'node:fs';
import { readScenarios } from '../support/read-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

const own = readdirSync('businesses').flatMap((business) =>
  existsSync(`businesses/${business}/scenarios`)
    ? readScenarios(`businesses/${business}/scenarios`).map((file) => ({ ...file, business }))
    : [],
);
const shared = readScenarios('tests/scenarios').map((file) => ({
  ...file,
  business: file.business ?? 'shop',
}));
const withModel = process.env['AMBIT_SCENARIOS_WITH_MODEL'] === '1';

testScenarios(
  [...own, ...shared].map((file) => ({ ...file, model: file.model ?? (withModel ? 'obliging' : undefined) })),
);

import { existsSync, readdirSync } from 'node:fs';
import { readScenarios } from '../support/read-scenarios.ts';
import { testScenarios } from '../support/test-scenarios.ts';

/** Those that lie beside a business, as its owner would keep them. */
testScenarios(
  readdirSync('businesses').flatMap((business) => {
    const folder = `businesses/${business}/scenarios`;
    return existsSync(folder) ? readScenarios(folder).map((file) => ({ ...file, business })) : [];
  }),
);

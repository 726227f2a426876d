import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPackFlow } from '@ambit/core/business/pack-flow';
import { packLanguages } from '@ambit/core/business/task-pack';
import { slotTypes } from '@ambit/core/slot/slot-types';
import { validateFlow } from '@ambit/core/flow/validate/validate-flow';
import { describe, expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../packages/packs');
const withFlow = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'flow.yaml')));
const files = new Map(
  withFlow.map((name) => [`packs/${name}/flow.yaml`, readFileSync(join(folder, name, 'flow.yaml'), 'utf8')]),
);

/**
 * What depends on the business: its tools, knowledge, templates, and settings that it must give. A basket
 * may be filled without asking; what costs something is agreed to later.
 */
const ofTheBusiness = [
  'unknown-tool',
  'no-knowledge',
  'unknown-template',
  'unset-variable',
  'unconfirmed-effect',
];

test('there are packs that carry a flow', () => {
  expect(withFlow).toContain('lead');
});

describe.each(withFlow)('the flow of %s', (name) => {
  const parsed = readPackFlow(files, name);
  if (parsed === undefined) throw new Error(`Pack "${name}" has no flow`);

  test('can be read, has the name of its pack, and speaks every language of the packs', () => {
    expect(parsed.kind === 'problems' ? parsed.problems : []).toEqual([]);
    if (parsed.kind === 'problems') return;
    expect(parsed.flow.id).toBe(name);
    expect(parsed.flow.languages.toSorted()).toEqual(packLanguages.toSorted());
  });

  test('is sound in any business that has its tools', () => {
    if (parsed.kind === 'problems') throw new Error('The flow cannot be read');
    const findings = validateFlow(parsed.flow, {
      languages: packLanguages,
      tools: [],
      templates: [],
      slotTypes: [...slotTypes.keys()],
      flows: [],
      tasks: [name],
      hasKnowledge: true,
    });
    expect(
      findings
        .filter(({ code }) => !ofTheBusiness.includes(code))
        .map(({ code, node, message }) => `${code} ${node}: ${message}`),
    ).toEqual([]);
  });
});

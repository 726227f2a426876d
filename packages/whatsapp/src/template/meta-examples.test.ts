import { expect, test } from 'vitest';
import { readExamples } from '../fixtures/read-examples.ts';
import { parseTemplateDefinition, parseTemplateEdit } from './template-definition.ts';

const examples = readExamples('meta-template-examples.json');

/** Meta's examples that break Meta's own rules. Both have the same body, though one says it is a catalog. */
const broken = ['Create authentication template w/ OTP one-tap autofill button', 'Create catalog template'];
const why =
  'the signature hash "K8a%2FAINcGX7" is written for an address and so has 13 characters, with a %; Meta asks for exactly 11 letters, digits, +, / and =';

test.each([...examples].filter(([title]) => title !== 'Edit template' && !broken.includes(title)))(
  "Meta's example %j is accepted",
  (_title, example) => {
    const parsed = parseTemplateDefinition(example);
    expect(parsed.kind === 'invalid' ? parsed.problems : []).toEqual([]);
  },
);

test("Meta's example of an edit is accepted", () => {
  const example = examples.get('Edit template');
  expect(parseTemplateEdit(example)).toEqual({ kind: 'valid', value: example });
});

test.each(broken)(`Meta's example %j is refused: ${why}`, (title) => {
  const example = examples.get(title);
  const parsed = parseTemplateDefinition(example);
  expect(parsed.kind === 'invalid' ? parsed.problems.join('\n') : '').toContain('signature_hash');
  const mended: unknown = JSON.parse(JSON.stringify(example).replace('K8a%2FAINcGX7', 'K8a/AINcGX7'));
  expect(parseTemplateDefinition(mended).kind).toBe('valid');
});

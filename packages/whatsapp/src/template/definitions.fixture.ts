import { testLimits, type Limit } from '../outbound/limits.fixture.ts';
import { parseTemplateDefinition } from './template-definition.ts';

export const body = { type: 'BODY', text: 'Hello there.' };
export const image = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4::aW'] } };

/** A marketing template with other fields. */
export const define = (fields: object): object => ({
  name: 'offer',
  language: 'en_US',
  category: 'MARKETING',
  components: [body],
  ...fields,
});

/** A marketing template with a body and other parts. */
export const parts = (...components: readonly object[]): object =>
  define({ components: [body, ...components] });

/** A utility template with a body and other parts. */
export const utility = (...components: readonly object[]): object => ({
  ...parts(...components),
  category: 'UTILITY',
});

/** One test per rule of template definitions, on both sides of it. */
export function testDefinitions(limits: readonly Limit[]): void {
  testLimits(limits, (definition) => {
    const parsed = parseTemplateDefinition(definition);
    return parsed.kind === 'valid' ? [] : parsed.problems;
  });
}

import { expect, test } from 'vitest';
import { checkTemplate } from './check-template.ts';
import { TemplateDefinition } from './template.ts';

const body = (text: string) => ({ type: 'BODY', text });
const buttons = (...all: readonly object[]) => ({ type: 'BUTTONS', buttons: all });
const quick = (text: string) => ({ type: 'QUICK_REPLY', text });
const link = (url = 'https://example.com/{{1}}') => ({ type: 'URL', text: 'Open', url });

function problemOf(given: object): number | string | undefined {
  const base = { name: 'a_name', language: 'en', category: 'UTILITY', components: [body('Some words.')] };
  const error = checkTemplate(TemplateDefinition.parse({ ...base, ...given }));
  return error === undefined ? undefined : (error.subcode ?? error.details);
}
const card = (...extra: readonly object[]) => ({
  components: [{ type: 'HEADER', format: 'IMAGE' }, body('A jacket'), ...extra],
});

test.each([
  ['a plain body', {}],
  ['1,024 characters', { components: [body('x'.repeat(1_024))] }],
  [
    'a text header of 60',
    { components: [body('x'), { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(60) }] },
  ],
  ['named variables', { parameter_format: 'NAMED', components: [body('Dear {{first_name}}, it is ready.')] }],
  [
    'ten quick replies',
    { components: [body('x'), buttons(...Array.from({ length: 10 }, (_, at) => quick(`${at}`)))] },
  ],
  ['two links', { components: [body('x'), buttons(link(), link('https://example.com'))] }],
  ['a code of 20', { components: [body('x'), buttons({ type: 'COPY_CODE', example: 'x'.repeat(20) })] }],
  ['two equal cards', { components: [body('x'), { type: 'CAROUSEL', cards: [card(), card()] }] }],
  ['a marketing TTL of 12 h', { category: 'MARKETING', message_send_ttl_seconds: 43_200 }],
  [
    'an authentication template without text',
    {
      category: 'AUTHENTICATION',
      components: [{ type: 'BODY' }, buttons({ type: 'OTP', otp_type: 'COPY_CODE' })],
    },
  ],
  [
    'a limited-time offer',
    {
      category: 'MARKETING',
      components: [body('x'), { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x'.repeat(16) } }],
    },
  ],
])('%s is taken', (_name, given) => {
  expect(problemOf(given)).toBeUndefined();
});

test.each([
  ['capitals in the name', { name: 'Name' }, 'name may'],
  ['no body', { components: [{ type: 'FOOTER', text: 'x' }] }, 2388072],
  ['1,025 characters', { components: [body('x'.repeat(1_025))] }, 2388040],
  ['a variable at the start', { components: [body('{{1}} is ready for you.')] }, 2388299],
  ['a variable at the end', { components: [body('It is ready, dear {{1}}')] }, 2388299],
  ['variables out of order', { components: [body('Hello {{2}}, it is ready.')] }, 2388072],
  ['too many variables for the words', { components: [body('Hi {{1}} {{2}} {{3}} {{4}} bye')] }, 2388293],
  [
    'a header of 61',
    { components: [body('x'), { type: 'HEADER', format: 'TEXT', text: 'x'.repeat(61) }] },
    2388040,
  ],
  [
    'two variables in a header',
    { components: [body('x'), { type: 'HEADER', text: '{{1}} and {{2}} x' }] },
    2388047,
  ],
  ['a variable in the footer', { components: [body('x'), { type: 'FOOTER', text: 'for {{1}}' }] }, 2388073],
  ['a footer of 61', { components: [body('x'), { type: 'FOOTER', text: 'x'.repeat(61) }] }, 2388040],
  [
    'eleven buttons',
    { components: [body('x'), buttons(...Array.from({ length: 11 }, () => quick('x')))] },
    'ten buttons',
  ],
  ['three links', { components: [body('x'), buttons(link(), link(), link())] }, 'at most 2 URL'],
  [
    'a variable inside a link',
    { components: [body('x'), buttons(link('https://x.com/{{1}}/y'))] },
    'at its end',
  ],
  [
    'quick replies apart',
    { components: [body('x'), buttons(quick('a'), link(), quick('b'))] },
    'stand together',
  ],
  ['a button of 26', { components: [body('x'), buttons(quick('x'.repeat(26)))] }, 2388040],
  [
    'a code of 21',
    { components: [body('x'), buttons({ type: 'COPY_CODE', example: 'x'.repeat(21) })] },
    2388040,
  ],
  ['one card', { components: [body('x'), { type: 'CAROUSEL', cards: [card()] }] }, '2 to 10 cards'],
  [
    'unequal cards',
    { components: [body('x'), { type: 'CAROUSEL', cards: [card(), card(buttons(quick('a')))] }] },
    'same components',
  ],
  [
    'an OTP button on utility',
    { components: [body('x'), buttons({ type: 'OTP', otp_type: 'COPY_CODE' })] },
    'AUTHENTICATION',
  ],
  [
    'an offer on utility',
    { components: [body('x'), { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x' } }] },
    'MARKETING',
  ],
  ['a utility TTL of a day', { message_send_ttl_seconds: 86_400 }, 'message_send_ttl_seconds'],
])('%s is refused', (_name, given, problem) => {
  expect(String(problemOf(given))).toContain(String(problem));
});

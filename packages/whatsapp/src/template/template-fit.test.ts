import { expect, test } from 'vitest';
import { parseMarketingRequest } from '../outbound/marketing-request.ts';
import { oneTimePasswordMessage, templateMessage } from '../outbound/template.ts';
import { parseTemplateDefinition } from './template-definition.ts';
import { templateFit } from './template-fit.ts';

function approved(components: readonly object[], fields: object = {}) {
  const parsed = parseTemplateDefinition({
    name: 'offer',
    language: 'en',
    category: 'MARKETING',
    components,
    ...fields,
  });
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  return parsed.value;
}
function sent(...components: readonly object[]) {
  const template = { name: 'offer', language: { code: 'en' }, components };
  const request = { messaging_product: 'whatsapp', to: '+15550000001', type: 'template', template };
  const parsed = parseMarketingRequest(request);
  if (parsed.kind === 'invalid') throw new Error(parsed.problems.join('; '));
  return parsed.request.template;
}
const body = { type: 'BODY', text: 'Hi {{1}}, use {{2}} now.', example: { body_text: [['Ana', 'SALE']] } };
const plain = { type: 'BODY', text: 'Hello there.' };
const filled = { type: 'body', parameters: ['Ana', 'SALE'].map((text) => ({ type: 'text', text })) };
const buttons = {
  type: 'BUTTONS',
  buttons: [
    { type: 'COPY_CODE', example: 'SALE' },
    { type: 'URL', text: 'Open', url: 'https://e.com/{{1}}', example: ['a'] },
  ],
};
const copy = {
  type: 'button',
  sub_type: 'copy_code',
  index: 0,
  parameters: [{ type: 'coupon_code', coupon_code: 'X' }],
};
const link = { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'a' }] };
const gif = { type: 'HEADER', format: 'GIF', example: { header_handle: ['4::a'] } };
const image = { ...gif, format: 'IMAGE' };
const picture = { type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] };

test('a template that is filled as it was approved fits', () => {
  expect(templateFit(sent(filled, copy, link), approved([body, buttons]), true)).toEqual([]);
});

test.each([
  ['a variable without a parameter', sent(copy, link), '132000'],
  [
    'a named parameter for a number',
    sent(
      {
        type: 'body',
        parameters: ['a', 'b'].map((parameter_name) => ({ type: 'text', parameter_name, text: 'x' })),
      },
      copy,
      link,
    ),
    '132012',
  ],
  ['a code that is missing', sent(filled, link), 'button 0 (COPY_CODE)'],
  ['a link that is missing', sent(filled, copy), 'button 1 (URL)'],
  ['a button of another kind', sent(filled, copy, { ...link, index: 0 + 2 }), 'button 2 is no url'],
  ['a header that was not approved', sent(filled, copy, link, picture), 'header'],
])('%s does not fit', (_what, message, problem) => {
  expect(templateFit(message, approved([body, buttons]), true).join('\n')).toContain(problem);
});

test('another name or language does not fit', () => {
  const problems = templateFit(templateMessage('other', 'de', []).template, approved([plain]), true);
  expect(problems).toEqual(['the template has another name', 'the template has another language']);
});

test('a header needs its own format', () => {
  expect(templateFit(sent(picture), approved([plain, image]), true)).toEqual([]);
  expect(templateFit(sent(), approved([plain, image]), true).join()).toContain('IMAGE');
  expect(templateFit(sent(picture), approved([plain, gif]), true).join()).toContain('GIF');
});

test('as many cards are sent as were approved, each filled', () => {
  const cards = approved([
    plain,
    { type: 'CAROUSEL', cards: [{ components: [image] }, { components: [image] }] },
  ]);
  const card = (card_index: number) => ({ card_index, components: [picture] });
  const carousel = (...indexes: readonly number[]) => sent({ type: 'carousel', cards: indexes.map(card) });
  expect(templateFit(carousel(0, 1), cards, true)).toEqual([]);
  expect(templateFit(carousel(0, 1, 2), cards, true)).toEqual(['has 3 cards; 2 were approved']);
  expect(templateFit(carousel(0, 2), cards, true)).toEqual(['card 1 is missing']);
});

test('an offer that expires needs its end', () => {
  const offer = { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Now!', has_expiration: true } };
  const end = {
    type: 'limited_time_offer',
    parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: 1 } }],
  };
  expect(templateFit(sent(filled, copy, link, end), approved([body, offer, buttons]), true)).toEqual([]);
  expect(templateFit(sent(filled, copy, link), approved([body, offer, buttons]), true)).toEqual([
    'the offer needs its end',
  ]);
});

test('a one-time password has at most 15 characters and needs a phone number', () => {
  const login = approved(
    [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] }],
    { category: 'AUTHENTICATION' },
  );
  const code = (length: number) => oneTimePasswordMessage('offer', 'en', '1'.repeat(length)).template;
  expect(templateFit(code(15), login, true)).toEqual([]);
  expect(templateFit(code(16), login, true).join()).toContain('15');
  expect(templateFit(code(6), login, false).join()).toContain('131062');
});

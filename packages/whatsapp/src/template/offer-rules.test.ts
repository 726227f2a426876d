import { describe } from 'vitest';
import { a } from '../outbound/limits.fixture.ts';
import { define, image, parts, testDefinitions, utility } from './definitions.fixture.ts';

describe('an offer of limited time', () => {
  const offer = (text: string, has_expiration = true) => ({
    type: 'LIMITED_TIME_OFFER',
    limited_time_offer: { text, has_expiration },
  });
  const copy = { type: 'COPY_CODE', example: 'SALE' };
  const link = { type: 'URL', text: 'Book', url: 'https://example.com' };
  const buttons = (...all: readonly object[]) => ({ type: 'BUTTONS', buttons: all });
  const both = buttons(copy, link);
  const withBody = (text: string) => define({ components: [{ type: 'BODY', text }, offer('Now!'), both] });
  const file = { ...image, format: 'DOCUMENT' };
  testDefinitions([
    [
      'has a title of at most 16',
      parts(offer(a(16)), both),
      parts(offer(a(17)), both),
      'limited_time_offer.text',
      '16',
    ],
    ['has a body of at most 600', withBody(a(600)), withBody(a(601)), 'body', '600'],
    [
      'has no footer',
      parts(offer('Now!'), both),
      parts(offer('Now!'), both, { type: 'FOOTER', text: 'x' }),
      'FOOTER',
    ],
    [
      'has a header of a picture or film',
      parts(offer('Now!'), both, image),
      parts(offer('Now!'), both, file),
      'IMAGE or VIDEO',
    ],
    [
      'has a link',
      parts(offer('Now!', false), buttons(link)),
      parts(offer('Now!', false), buttons(copy)),
      'URL button',
    ],
    ['that expires has a code', parts(offer('Now!'), both), parts(offer('Now!'), buttons(link)), 'COPY_CODE'],
    [
      'has the code first',
      parts(offer('Now!'), both),
      parts(offer('Now!'), buttons(link, copy)),
      'comes first',
    ],
    [
      'has no other buttons',
      parts(offer('Now!'), both),
      parts(offer('Now!'), buttons(copy, link, { type: 'QUICK_REPLY', text: 'No' })),
      'only URL and COPY_CODE',
    ],
    [
      'is marketing',
      parts(offer('Now!'), both),
      utility(offer('Now!'), both),
      'LIMITED_TIME_OFFER',
      'MARKETING',
    ],
  ]);
});

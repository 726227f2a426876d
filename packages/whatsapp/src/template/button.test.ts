import { describe } from 'vitest';
import { a, items } from '../outbound/limits.fixture.ts';
import { parts, testDefinitions } from './definitions.fixture.ts';

const template = (...buttons: readonly object[]) => parts({ type: 'BUTTONS', buttons });
const reply = { type: 'QUICK_REPLY', text: 'Yes' };
const url = (fields: object = {}) => ({ type: 'URL', text: 'Open', url: 'https://example.com', ...fields });
const phone = { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+15550051310' };
const copy = { type: 'COPY_CODE', example: 'SALE' };
const flow = (fields: object) => ({ type: 'FLOW', text: 'Start', ...fields });
const checkout = { type: 'ORDER_DETAILS', text: 'Buy now' };
const voice = (fields: object) => ({ type: 'VOICE_CALL', ...fields });

describe('how many buttons', () => {
  testDefinitions([
    ['at most 10', template(...items(10, () => reply)), template(...items(11, () => reply)), 'buttons', '10'],
    ['at least 1', template(reply), template(), 'buttons', '1'],
    ['at most 2 links', template(url(), url()), template(url(), url(), url()), 'more than 2', 'URL'],
    ['at most 1 phone number', template(phone), template(phone, phone), 'more than 1', 'PHONE_NUMBER'],
    ['at most 1 code', template(copy), template(copy, copy), 'more than 1', 'COPY_CODE'],
    [
      'at most 1 flow',
      template(flow({ flow_id: '1' })),
      template(flow({ flow_id: '1' }), flow({ flow_id: '2' })),
      'more than 1',
      'FLOW',
    ],
    [
      'a bill beside 9 replies',
      template(checkout, ...items(9, () => reply)),
      template(checkout, checkout),
      'more than 1',
      'ORDER_DETAILS',
    ],
    [
      'quick replies first or last',
      template(reply, reply, url()),
      template(reply, url(), reply),
      'stand together',
    ],
    [
      'quick replies not in between',
      template(url(), phone, reply),
      template(url(), reply, phone),
      'stand together',
    ],
  ]);
});

describe('what a button says and does', () => {
  testDefinitions([
    [
      'a label has at most 25',
      template({ ...reply, text: a(25) }),
      template({ ...reply, text: a(26) }),
      'text',
      '25',
    ],
    [
      'a link label has at most 25',
      template(url({ text: a(25) })),
      template(url({ text: a(26) })),
      'text',
      '25',
    ],
    [
      'a link has at most 2000',
      template(url({ url: `https://${a(1992)}` })),
      template(url({ url: `https://${a(1993)}` })),
      'url',
      '2000',
    ],
    ['a link is a web address', template(url()), template(url({ url: 'tel:+1555' })), 'url', 'web address'],
    [
      'a link has its variable at the end',
      template(url({ url: 'https://e.com/{{1}}', example: ['a'] })),
      template(url({ url: 'https://e.com/{{1}}/b', example: ['a'] })),
      'at its end',
    ],
    [
      'a link has one variable',
      template(url({ url: 'https://e.com/{{1}}', example: ['a'] })),
      template(url({ url: 'https://e.com/{{1}}{{2}}', example: ['a'] })),
      'one variable',
    ],
    [
      'a link with a variable has a sample',
      template(url({ url: 'https://e.com/{{1}}', example: ['a'] })),
      template(url({ url: 'https://e.com/{{1}}' })),
      'example',
    ],
    ['a link without a variable has none', template(url()), template(url({ example: ['a'] })), 'example'],
    [
      'a phone number has at most 20',
      template({ ...phone, phone_number: '1'.repeat(20) }),
      template({ ...phone, phone_number: '1'.repeat(21) }),
      'phone_number',
      '20',
    ],
    [
      'a phone number is digits',
      template(phone),
      template({ ...phone, phone_number: 'call me' }),
      'phone_number',
    ],
    [
      'a code has at most 20',
      template({ ...copy, example: a(20) }),
      template({ ...copy, example: a(21) }),
      'example',
      '20',
    ],
    ['a code has no label', template(copy), template({ ...copy, text: 'Copy' }), 'text'],
    [
      'a flow has one source',
      template(flow({ flow_name: 'f' })),
      template(flow({ flow_name: 'f', flow_json: '{}' })),
      'exactly one',
    ],
    ['a flow has a source', template(flow({ flow_json: '{}' })), template(flow({})), 'exactly one'],
    [
      'a flow navigates to a screen',
      template(flow({ flow_id: '1', flow_action: 'navigate', navigate_screen: 'A' })),
      template(flow({ flow_id: '1', flow_action: 'data_exchange', navigate_screen: 'A' })),
      'navigate_screen',
    ],
    [
      'a call works for at least 1440 minutes',
      template(voice({ ttl_minutes: 1440 })),
      template(voice({ ttl_minutes: 1439 })),
      'ttl_minutes',
      '1440',
    ],
    [
      'a call works for at most 43200 minutes',
      template(voice({ ttl_minutes: 43_200 })),
      template(voice({ ttl_minutes: 43_201 })),
      'ttl_minutes',
      '43200',
    ],
    [
      'a request for a number has its one label',
      template({ type: 'REQUEST_CONTACT_INFO', text: 'Share Contact Info' }),
      template({ type: 'REQUEST_CONTACT_INFO', text: 'Number?' }),
      'Share Contact Info',
    ],
    [
      'one-time passwords are for authentication',
      template(reply),
      template({ type: 'OTP', otp_type: 'COPY_CODE' }),
      'type',
    ],
  ]);
});

import { expect, test } from 'vitest';
import { readTools } from './read-tools.ts';

const lookUp = `
kind: http
name: look-up-order
effects: none
method: GET
url: https://api.example.com/orders/{orderNumber}
auth: { kind: bearer, token: 'secret:shop-token' }
parameters:
  orderNumber: { type: string, in: path, maxLength: 30 }
belongsTo:
  phone: /customer/phone
answers:
  - kind: order
    outputs:
      status: { type: text, at: /status }
  - status: 404
    kind: not-shown
`;

function problemsOf(...texts: string[]): readonly string[] {
  const files = new Map(texts.map((text, index) => [`tools/${index}.yaml`, text]));
  return readTools(files).problems.map(
    ({ file, line, field, message }) => `${file}:${line} ${field}: ${message}`,
  );
}

test('a tool file is read with its defaults', () => {
  const { tools, problems } = readTools(new Map([['tools/look-up.yaml', lookUp]]));
  expect(problems).toEqual([]);
  expect(tools).toMatchObject([
    { name: 'look-up-order', timeoutMs: 5_000, retries: 0, answers: [{ status: 'success' }, {}] },
  ]);
});

test.each([
  ['parameters', 'token: abc', "token: 'secret:shop-token'", "token: 'abc-123'", 'auth.token'],
  ['a host', 'the host', 'api.example.com', '{host}.example.com', 'url'],
  ['a hole', 'hole', '{orderNumber}', '{number}', 'url'],
  ['dots', 'dots', 'com/orders', 'com/../orders', 'url'],
  ['a credential', 'credentials', 'https://', 'https://a:b@', 'url'],
  ['a kind', 'kinds', 'kind: not-shown', 'kind: not-found', 'answers[1].kind'],
  ['a typo', 'typos', 'maxLength: 30', 'maxlength: 30', 'parameters.orderNumber.maxlength'],
  ['a clash', 'clashes', 'effects: none', 'effects: once', 'belongsTo'],
])('a file with %s that cannot be is told where (%s)', (_what, _why, was, is, field) => {
  const problems = problemsOf(lookUp.replace(was, is));
  expect(problems.join('\n')).toContain(` ${field}: `);
});

test('a header that steers the connection is not for tools', () => {
  const declared = lookUp
    .replace('in: path,', 'in: path,')
    .replace('auth:', 'headers: { Host: evil.example }\nauth:');
  expect(problemsOf(declared).join('\n')).toContain('headers');
});

test('what is asked for one contact is not cached for everyone', () => {
  const declared = lookUp
    .replace('belongsTo:\n  phone: /customer/phone\n', 'cache: { seconds: 60, per: everyone }\n')
    .replace('parameters:', 'parameters:\n  phone: { type: contact, fact: phone, in: query }');
  expect(problemsOf(declared).join('\n')).toContain('cache.per: what is asked for one contact');
});

test('tools are checked against each other', () => {
  const cancel = `
kind: http
name: cancel-order
effects: once
requires: look-up-orders
method: POST
url: https://api.example.com/cancel
answers: [{ kind: cancelled }]
`;
  expect(problemsOf(lookUp, cancel, lookUp)).toEqual([
    'tools/1.yaml:5 requires: there is no tool "look-up-orders"',
    'tools/2.yaml:3 name: "look-up-order" is already a tool in tools/0.yaml',
  ]);
  expect(problemsOf(lookUp, cancel.replace('look-up-orders', 'look-up-order'))).toEqual([]);
});

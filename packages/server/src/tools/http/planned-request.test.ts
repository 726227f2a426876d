import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HttpTool } from '@ambit/core/tool/declared-tool';
import { planRequest, type PlannedRequest } from '@ambit/core/tool/plan-request';

const context = { asker: { contactId: 'c1', phone: '14155550142' }, callKey: 'turn-1:abc:0' };

function tool(change: object): HttpTool {
  return HttpTool.parse({
    kind: 'http',
    name: 'look-up',
    effects: 'none',
    method: 'GET',
    url: 'https://api.example.com/v1/orders/{orderNumber}/items',
    parameters: { orderNumber: { type: 'string', in: 'path' } },
    answers: [{}],
    ...change,
  });
}

function planned(declared: HttpTool, input: Record<string, string>): PlannedRequest {
  const plan = planRequest(declared, input, context);
  if (plan.kind !== 'planned') throw new Error(JSON.stringify(plan));
  return plan.request;
}

test('a value in the path never changes host or path, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (orderNumber) => {
      const plan = planRequest(tool({}), { orderNumber }, context);
      if (plan.kind !== 'planned') return;
      const url = new URL(plan.request.url);
      expect(url.origin).toBe('https://api.example.com');
      expect(url.pathname.split('/')).toHaveLength(5);
      expect(url.pathname).toMatch(/^\/v1\/orders\/[^/]+\/items$/);
      expect(decodeURIComponent(url.pathname.split('/')[3] ?? '')).toBe(orderNumber.trim().toWellFormed());
      expect(url.search + url.hash).toBe('');
      // What the URL class reads is what was written: nothing was normalised away.
      expect(url.href).toBe(plan.request.url);
    }),
  );
});

test.each(['..', '.', '../admin', 'a/b', 'a\\b', 'a\u0000b'])('%j is no part of a path', (orderNumber) => {
  expect(planRequest(tool({}), { orderNumber }, context)).toMatchObject({
    kind: 'refused',
    why: '"orderNumber" cannot be part of a path: empty, or with a slash, a backslash or nothing but dots',
  });
});

test('an encoded dot segment is encoded again and stays one segment', () => {
  expect(planned(tool({}), { orderNumber: '%2e%2e' }).url).toBe(
    'https://api.example.com/v1/orders/%252e%252e/items',
  );
});

test('a value in the query is one value, whatever it is', () => {
  const declared = tool({
    url: 'https://api.example.com/search?version=2',
    parameters: {
      words: { type: 'string', in: 'query', as: 'q' },
      exact: { type: 'fixed', in: 'query', value: true },
    },
  });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (words) => {
      const plan = planRequest(declared, { words }, context);
      if (plan.kind !== 'planned') return;
      expect([...new URL(plan.request.url).searchParams]).toEqual([
        ['version', '2'],
        ['q', words.trim().toWellFormed()],
        ['exact', 'true'],
      ]);
    }),
  );
});

test('a value in a header ends no header and names no secret', () => {
  const declared = tool({
    url: 'https://api.example.com/a',
    parameters: { note: { type: 'string', in: 'header', as: 'x-note' } },
  });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (note) => {
      const plan = planRequest(declared, { note }, context);
      const sent = plan.kind === 'planned' ? (plan.request.headers['x-note'] ?? '') : 'none';
      expect(sent).toMatch(/^[\u0020-\u007e]+$/);
    }),
  );
  expect(planRequest(declared, { note: 'a\r\nx-admin: 1' }, context).kind).toBe('refused');
  expect(planRequest(declared, { note: 'secret:shop-key' }, context).kind).toBe('refused');
});

test('a JSON body is built from types and places, not from text', () => {
  const declared = tool({
    method: 'POST',
    effects: 'repeatable',
    url: 'https://api.example.com/bookings',
    parameters: {
      day: { type: 'date', in: 'body' },
      people: { type: 'integer', in: 'body', as: '/party/size', least: 1, most: 12 },
      name: { type: 'string', in: 'body', as: '/party/name' },
      outside: { type: 'boolean', in: 'body', required: false },
      phone: { type: 'contact', fact: 'phone', in: 'body', as: '/contact/phone' },
      key: { type: 'call-key', in: 'body', as: 'reference' },
    },
  });
  const request = planned(declared, { day: '2026-12-24', people: '4', name: '","admin":true,"x":"' });
  expect(JSON.parse(request.body?.text ?? '')).toEqual({
    day: '2026-12-24',
    party: { size: 4, name: '","admin":true,"x":"' },
    contact: { phone: '14155550142' },
    reference: 'turn-1:abc:0',
  });
  expect(request.headers['Idempotency-Key']).toBe('turn-1:abc:0');
});

test('a form holds each value as one value', () => {
  const declared = tool({
    method: 'POST',
    body: 'form',
    url: 'https://api.example.com/a',
    parameters: { words: { type: 'string', in: 'body' } },
  });
  const { body } = planned(declared, { words: 'a&admin=1 +é' });
  expect(body?.type).toBe('application/x-www-form-urlencoded');
  expect([...new URLSearchParams(body?.text)]).toEqual([['words', 'a&admin=1 +é']]);
});

describe('a value that does not fit its type is refused', () => {
  test.each([
    [{ type: 'integer' }, '4.5'],
    [{ type: 'integer' }, 'four'],
    [{ type: 'number', most: 10 }, '11'],
    [{ type: 'number' }, '1e9'],
    [{ type: 'boolean' }, 'yes'],
    [{ type: 'enum', values: ['red', 'blue'] }, 'green'],
    [{ type: 'date' }, '2026-02-30'],
    [{ type: 'date' }, 'tomorrow'],
    [{ type: 'string', maxLength: 3 }, 'four'],
    [{ type: 'string' }, ''],
    [{ type: 'string' }, undefined],
  ])('%j: %j', (parameter, written) => {
    const declared = tool({
      url: 'https://api.example.com/a',
      parameters: { value: { in: 'query', ...parameter } },
    });
    const plan = planRequest(declared, written === undefined ? {} : { value: written }, context);
    expect(plan.kind).toBe('refused');
    expect(JSON.stringify(plan)).toContain('value');
  });
});

test('a call that needs a phone is not made for somebody who has none', () => {
  const declared = tool({
    url: 'https://api.example.com/orders',
    parameters: { phone: { type: 'contact', fact: 'phone', in: 'query' } },
  });
  // Whatever somebody wrote under this name is not the phone.
  const plan = planRequest(declared, { phone: '14155550199' }, { ...context, asker: { contactId: 'c1' } });
  expect(plan).toEqual({ kind: 'nobody' });
  expect(planned(declared, { phone: '14155550199' }).url).toContain('phone=14155550142');
});

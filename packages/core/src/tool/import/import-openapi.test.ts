import { expect, test } from 'vitest';
import { importOpenApi, listOperations } from './import-openapi.ts';

const order = {
  type: 'object',
  required: ['id', 'status', 'lines'],
  properties: {
    id: { type: 'string' },
    status: { type: 'string', enum: ['NEW', 'SENT'] },
    placed: { type: 'string', format: 'date-time' },
    due: { type: ['string', 'null'], format: 'date' },
    total: { $ref: '#/components/schemas/Money' },
    lines: { type: 'array', items: { allOf: [{ $ref: '#/components/schemas/Line' }] } },
    extra: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    parent: { $ref: '#/components/schemas/Order' },
  },
};

const document = {
  openapi: '3.1.0',
  info: { title: 'Shop', version: '1' },
  servers: [{ url: 'https://{region}.shop.example/v2/', variables: { region: { default: 'eu' } } }],
  security: [{ key: [] }],
  paths: {
    '/orders/{order-id}': {
      parameters: [
        { name: 'order-id', in: 'path', required: true, schema: { type: 'string', maxLength: 20 } },
      ],
      get: {
        operationId: 'getOrder',
        summary: 'One order',
        parameters: [
          { $ref: '#/components/parameters/Lang' },
          { name: 'fields', in: 'query', schema: { type: 'array', items: { type: 'string' } } },
          { name: 'Content-Type', in: 'header', required: true, schema: { type: 'string' } },
          { name: 'session', in: 'cookie', schema: { type: 'string' } },
        ],
        responses: {
          '200': {
            content: {
              'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Order' } },
            },
          },
          '404': { description: 'none' },
        },
      },
      patch: {
        security: [{ oauth: ['orders:write'] }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['address'],
                properties: {
                  address: {
                    type: 'object',
                    required: ['street'],
                    properties: { street: { type: 'string' }, floor: { type: 'integer', minimum: 0 } },
                  },
                  gifts: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
        },
        responses: { '204': { description: 'done' } },
      },
    },
    '/orders': {
      get: {
        operationId: 'list_orders',
        security: [{ cookie: [] }, { basic: [] }],
        responses: {
          '200': {
            content: {
              'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Line' } } },
            },
          },
        },
      },
      post: {
        operationId: 'upload',
        requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object' } } } },
        responses: { '200': {} },
      },
      delete: { operationId: 'wipe', security: [{ cookie: [] }], responses: {} },
    },
  },
  components: {
    parameters: { Lang: { name: 'X-Lang', in: 'header', schema: { type: 'string', enum: ['en', 'de'] } } },
    schemas: {
      Order: order,
      Money: { type: 'object', properties: { amount: { type: 'string' } } },
      Line: {
        type: 'object',
        required: ['sku'],
        properties: { sku: { type: 'string' }, n: { type: 'integer' } },
      },
    },
    securitySchemes: {
      key: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      basic: { type: 'http', scheme: 'Basic' },
      cookie: { type: 'apiKey', in: 'cookie', name: 'sid' },
      oauth: {
        type: 'oauth2',
        flows: { clientCredentials: { tokenUrl: 'https://auth.shop.example/token', scopes: {} } },
      },
    },
  },
};

test('the operations of a document are listed to pick from', () => {
  expect(listOperations(document).map(({ id }) => id)).toEqual([
    'getOrder',
    'PATCH /orders/{order-id}',
    'list_orders',
    'upload',
    'wipe',
  ]);
  expect(listOperations({ swagger: '2.0' })).toEqual([]);
});

test('an operation that reads becomes a tool, and what it cannot say is listed', () => {
  const { tools, problems } = importOpenApi(document, ['getOrder']);
  expect(tools[0]?.file).toBe('tools/get-order.yaml');
  expect(tools[0]?.tool).toMatchObject({
    name: 'get-order',
    description: 'One order',
    effects: 'none',
    method: 'GET',
    url: 'https://eu.shop.example/v2/orders/{orderId}',
    auth: { kind: 'api-key', in: 'header', name: 'X-Api-Key', value: 'secret:key-key' },
    parameters: {
      orderId: { type: 'string', maxLength: 20, in: 'path' },
      xLang: { type: 'enum', values: ['en', 'de'], in: 'header', as: 'X-Lang', required: false },
    },
    answers: [
      {
        kind: 'answered',
        outputs: {
          id: { type: 'text', at: '/id', required: true },
          placed: { type: 'time', required: false },
          due: { type: 'date', required: false },
          total: { type: 'group', fields: { amount: { type: 'text' } } },
          lines: {
            type: 'list',
            each: { type: 'group', fields: { sku: { type: 'text' }, n: { required: false } } },
          },
        },
      },
      { status: 404, kind: 'not-found' },
    ],
  });
  expect(problems.filter(({ weight }) => weight === 'needed')).toEqual([]);
  const told = problems.map(({ where, message }) => `${where}: ${message}`).join('\n');
  expect(told).toContain('getOrder /parameters/fields: it cannot be a parameter');
  expect(told).toContain('getOrder /parameters/session: tools send no cookies');
  expect(told).toContain('/extra: a choice between schemas cannot be an output');
  expect(told).toContain('/parent/parent');
});

test('an operation that changes something may happen once, with its body taken apart', () => {
  const { tools, problems } = importOpenApi(document, ['PATCH /orders/{order-id}']);
  expect(tools[0]?.tool).toMatchObject({
    name: 'patch-orders-order-id',
    effects: 'once',
    auth: {
      kind: 'oauth-client-credentials',
      tokenUrl: 'https://auth.shop.example/token',
      clientId: 'secret:oauth-client-id',
      scope: 'orders:write',
    },
    parameters: {
      addressStreet: { type: 'string', in: 'body', as: '/address/street', required: true },
      addressFloor: { type: 'integer', least: 0, as: '/address/floor', required: false },
    },
    answers: [{ kind: 'answered', outputs: {} }],
  });
  expect(problems).toEqual([
    {
      where: 'PATCH /orders/{order-id} /requestBody/gifts',
      weight: 'left-out',
      message: 'a value of type array cannot be a parameter',
    },
  ]);
});

test('a list is an output, and the alternative that a tool can sign in by is taken', () => {
  const [made] = importOpenApi(document, ['list_orders']).tools;
  expect(made?.tool).toMatchObject({
    auth: { kind: 'basic', user: 'secret:basic-user', password: 'secret:basic-password' },
    answers: [{ outputs: { items: { type: 'list', at: '', each: { type: 'group' } } } }],
  });
});

test.each([
  ['upload', '/requestBody'],
  ['wipe', '/security'],
  ['nothing', 'nothing'],
])('no tool is made of "%s", and it is said why', (id, where) => {
  const { tools, problems } = importOpenApi(document, [id]);
  expect(tools).toEqual([]);
  expect(
    problems
      .filter(({ weight }) => weight === 'needed')
      .map((problem) => problem.where)
      .join(),
  ).toContain(where);
});

test('a server without a host needs a base URL', () => {
  const local = { ...document, servers: [{ url: '/v2' }] };
  expect(importOpenApi(local, ['list_orders']).problems[0]?.message).toContain('give the base URL');
  const { tools } = importOpenApi(local, ['list_orders'], 'https://shop.example');
  expect(tools[0]?.tool).toMatchObject({ url: 'https://shop.example/v2/orders' });
});

test('what is no OpenAPI 3 document is said to be none', () => {
  expect(importOpenApi({ openapi: '2.0' }, ['a']).problems[0]?.message).toContain('OpenAPI 3');
  expect(importOpenApi('text', ['a']).tools).toEqual([]);
});

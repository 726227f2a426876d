import { expect, test } from 'vitest';
import { McpServer } from '../declared-tool.ts';
import { importMcp } from './import-mcp.ts';

const { server } = McpServer.parse({
  kind: 'mcp',
  server: { kind: 'http', url: 'https://mcp.example.com/', headers: { authorization: 'secret:clinic' } },
  tools: [{ name: 'a', tool: 'a', effects: 'none', answers: [{}] }],
});
const listed = [
  {
    name: 'find_free_slots',
    description: 'Free times',
    inputSchema: {
      type: 'object',
      required: ['day_of_visit'],
      properties: {
        day_of_visit: { type: 'string', format: 'date' },
        most: { $ref: '#/$defs/Most' },
        filter: { type: 'object', properties: {} },
      },
      $defs: { Most: { type: 'integer', maximum: 9 } },
    },
    outputSchema: { type: 'object', required: ['at'], properties: { at: { type: 'string' } } },
  },
  { name: 'say', description: '', inputSchema: { type: 'object' }, outputSchema: undefined },
  {
    name: 'deep',
    description: '',
    inputSchema: {
      type: 'object',
      required: ['who'],
      properties: { who: { type: 'object', properties: {} } },
    },
    outputSchema: undefined,
  },
];

test('tools that were picked become one file, with their schemas read', () => {
  const { tools, problems } = importMcp('clinic', server, listed, ['find_free_slots', 'say']);
  expect(tools[0]?.file).toBe('tools/clinic.yaml');
  expect(tools[0]?.tool).toMatchObject({
    kind: 'mcp',
    server,
    tools: [
      {
        name: 'find-free-slots',
        tool: 'find_free_slots',
        effects: 'once',
        parameters: {
          dayOfVisit: { type: 'date', as: 'day_of_visit', required: true },
          most: { type: 'integer', most: 9, as: 'most', required: false },
        },
        answers: [{ outputs: { at: { type: 'text', at: '/at' } } }],
      },
      { name: 'say', answers: [{ outputs: { text: { type: 'text', required: false } } }] },
    ],
  });
  expect(problems).toMatchObject([{ where: 'find_free_slots /inputSchema/filter', weight: 'left-out' }]);
});

test('a tool that needs what cannot be said is not made', () => {
  const { tools, problems } = importMcp('clinic', server, listed, ['deep', 'none']);
  expect(tools).toEqual([]);
  expect(problems).toMatchObject([{ where: 'deep /inputSchema/who' }, { where: 'none' }]);
});

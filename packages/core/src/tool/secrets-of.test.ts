import { expect, test } from 'vitest';
import { HttpTool, McpServer } from './declared-tool.ts';
import { secretsOf, secretVariable } from './secrets-of.ts';

test('the secrets of a tool and of a server are named, each once', () => {
  const answers = [{}];
  const tool = HttpTool.parse({
    kind: 'http',
    name: 'look',
    effects: 'none',
    method: 'GET',
    url: 'https://api.shop.example/',
    headers: { 'x-shop': 'secret:shop-key' },
    auth: { kind: 'basic', user: 'secret:shop-user', password: 'secret:shop-key' },
    answers,
  });
  expect(secretsOf(tool)).toEqual(['shop-key', 'shop-user']);
  const server = McpServer.parse({
    kind: 'mcp',
    server: { kind: 'stdio', command: 'secret-keeper', environment: { KEY: 'secret:clinic-token' } },
    tools: [{ name: 'a', tool: 'a', effects: 'none', answers }],
  });
  expect(secretsOf(server)).toEqual(['clinic-token']);
  expect(secretVariable('clinic-token')).toBe('AMBIT_TOOL_SECRET_CLINIC_TOKEN');
});

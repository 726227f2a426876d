import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startBackEnd } from './back-end.ts';
import { turnToolsTo } from './turn-tools.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ambit-turn-tools-'));
  await mkdir(join(folder, 'tools'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('no tool of a scenario calls anything real, however its file is written', async () => {
  await writeFile(
    join(folder, 'tools', 'look.yaml'),
    `{ kind: http, name: look, effects: none, method: GET, url: "https://erp.example/repairs/{number}", parameters: { number: { type: string, in: path } }, auth: { kind: oauth-client-credentials, tokenUrl: "https://erp.example/token", clientId: "secret:erp-id", clientSecret: "secret:erp-key" }, answers: [{ kind: found }] }`,
  );
  const pick = 'tools: [{ name: lifts, tool: free_lifts, effects: none, answers: [{ kind: lifts }] }]';
  await writeFile(
    join(folder, 'tools', 'bench.yaml'),
    `kind: mcp\nserver: { kind: stdio, command: npx, environment: { T: "secret:bench" } }\n${pick}`,
  );
  await writeFile(
    join(folder, 'tools', 'far.yaml'),
    `kind: mcp\nserver: { kind: http, url: "https://far.example/mcp" }\n${pick.replace('lifts', 'far')}`,
  );
  expect(Object.keys(turnToolsTo('127.0.0.1:9', folder)).toSorted()).toEqual([
    'AMBIT_TOOL_SECRET_BENCH',
    'AMBIT_TOOL_SECRET_ERP_ID',
    'AMBIT_TOOL_SECRET_ERP_KEY',
  ]);
  const files = ['look', 'bench', 'far'].map((name) =>
    readFile(join(folder, 'tools', `${name}.yaml`), 'utf8'),
  );
  const written = (await Promise.all(files)).join('\n');
  expect(written).not.toMatch(/example|npx|stdio/);
  expect(written).toContain('http://127.0.0.1:9/repairs/{number}');
  expect(written).toContain('http://127.0.0.1:9/-/mcp?tool=free_lifts');
});

test('the stand-in gives out tokens and answers tools of an MCP server', async () => {
  const backEnd = await startBackEnd();
  backEnd.behave('well', [
    { request: 'TOOL free_lifts', status: 200, json: { lifts: ['09:00'] } },
    { request: 'TOOL book', status: 500, json: { text: 'no' } },
  ]);
  const ask = async (path: string, body: object): Promise<unknown> => {
    const response = await fetch(`http://${backEnd.host}${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const call = (name: string): Promise<unknown> =>
    ask('/-/mcp?tool=free_lifts', { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name } });
  try {
    expect(await ask('/-/token', {})).toMatchObject({ token_type: 'Bearer' });
    expect(await call('free_lifts')).toMatchObject({
      result: { structuredContent: { lifts: ['09:00'] }, isError: false },
    });
    expect(await call('book')).toMatchObject({ result: { isError: true } });
    expect(await call('unknown')).toMatchObject({ result: { isError: true } });
  } finally {
    await backEnd.stop();
  }
});

import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
let port = '';
beforeAll(async () => {
  stack = await startTestStack();
  port = new URL(stack.server.deskUrl ?? '').port;
});
afterAll(() => stack.stop());

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };

/** Over node:http, because fetch does not let a test choose the Host header. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

async function cookie(): Promise<string> {
  const opened = await ask(`/?token=${stack.token}`);
  return (opened.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '';
}

test('without the token a browser is told how to get in, and a program in JSON', async () => {
  const page = await ask('/', { accept: 'text/html' });
  expect(page.status).toBe(401);
  expect(page.body).toContain('The desk needs a token.');
  const api = await ask('/api/status');
  expect(api.status).toBe(401);
  expect(JSON.parse(api.body)).toMatchObject({ error: { code: 'unauthorized' } });
  expect((await ask('/desk.ts')).status).toBe(401);
  expect((await ask('/api/status', { authorization: 'Bearer wrong' })).status).toBe(401);
  expect((await ask('/?token=wrong', { accept: 'text/html' })).body).toContain('not the right one');
});

test('the token leaves the address bar for a cookie that scripts and other sites do not get', async () => {
  const opened = await ask(`/?token=${stack.token}`);
  expect(opened.status).toBe(303);
  expect(opened.headers.location).toBe('/');
  const [set] = opened.headers['set-cookie'] ?? [];
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  expect(set).not.toContain(stack.token);
  expect((await ask('/', { cookie: await cookie() })).body).toContain('<title>Ambit desk</title>');
});

test('a foreign name that resolves to this machine gets nothing', async () => {
  const headers = { authorization: `Bearer ${stack.token}`, host: `evil.example:${port}` };
  expect((await ask('/api/status', headers)).status).toBe(403);
  expect((await ask('/api/status', { ...headers, host: `localhost:${port}` })).status).toBe(200);
});

test('a page on another port of this machine cannot command with the cookie', async () => {
  const path = '/api/alarms/1/clear';
  const headers = { cookie: await cookie(), host: `127.0.0.1:${port}` };
  expect((await ask(path, { ...headers, origin: 'http://127.0.0.1:1' }, 'POST')).status).toBe(403);
  expect((await ask(path, headers, 'POST')).status).toBe(403);
  const own = await ask(path, { ...headers, origin: `http://127.0.0.1:${port}` }, 'POST');
  expect(JSON.parse(own.body)).toMatchObject({ error: { code: 'not-found' } });
});

test('pages run only the desk’s own scripts, in nobody’s frame', async () => {
  const { headers } = await ask('/', { cookie: await cookie() });
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
  );
  expect(headers['x-content-type-options']).toBe('nosniff');
  const script = await ask('/desk.ts', { cookie: await cookie() });
  expect(script.headers['content-type']).toMatch(/^text\/javascript/);
  expect(script.body).not.toContain('import type');
  expect((await ask('/..%2f..%2fdesk-app.ts', { cookie: await cookie() })).status).toBe(404);
});

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { json, startBackEnd, type BackEnd } from '@ambit/server/tools/back-end.fixture';
import { cleanUp, repository } from '../processes/real-process.ts';
import { runAmbit } from '../support/run-ambit.ts';
import { eventually, startTestStack, type RunningStack } from '../support/running-stack.ts';

const document = (url: string): string => `
openapi: 3.0.3
info: { title: Warehouse, version: "1" }
servers: [{ url: "${url}/v1" }]
security: [{ key: [] }]
paths:
  /parcels/{parcel-id}:
    parameters: [{ name: parcel-id, in: path, required: true, schema: { type: string, maxLength: 20 } }]
    get:
      operationId: getParcel
      summary: Where a parcel is
      responses:
        200:
          content:
            application/json:
              schema:
                type: object
                required: [place]
                properties: { place: { type: string }, gifts: { type: object } }
        404: { description: none }
    delete:
      operationId: stopParcel
      responses: { 204: { description: done } }
components:
  securitySchemes: { key: { type: apiKey, in: header, name: X-Key } }
`;

let home: string;
let folder: string;
let warehouse: BackEnd;
let stack: RunningStack;
beforeAll(async () => {
  warehouse = await startBackEnd(({ headers, path, method }, response) => {
    if (headers['x-key'] !== 'T0p-s3cret') json(response, {}, 401);
    else if (method === 'DELETE') response.writeHead(204).end();
    else if (path === '/v1/parcels/P-7') json(response, { place: 'Galway', key: 'T0p-s3cret' });
    else json(response, {}, 404);
  });
  home = await mkdtemp(join(tmpdir(), 'ambit-tools-'));
  folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  await writeFile(join(home, 'warehouse.yaml'), document(warehouse.url));
  stack = await startTestStack({
    environment: {
      AMBIT_BUSINESS: folder,
      AMBIT_TOOL_PRIVATE_HOSTS: warehouse.host,
      AMBIT_TOOL_SECRET_KEY_KEY: 'T0p-s3cret',
    },
  });
});
afterAll(async () => {
  await cleanUp();
  await stack.stop();
  await warehouse.close();
  await rm(home, { recursive: true, force: true });
});

const ambit = (...args: readonly string[]) => runAmbit({ stack, home, folder }, args);

test('operations of an OpenAPI document are listed, and those that are picked become tools', async () => {
  const from = join(home, 'warehouse.yaml');
  expect((await ambit('tools', 'openapi', from)).said).toContain(
    'getParcel  GET /parcels/{parcel-id}  Where a parcel is',
  );
  const wrong = await ambit('tools', 'openapi', from, 'getParcl', '--into', folder);
  expect(wrong).toMatchObject({ code: 1 });
  expect(wrong.said).toContain('did you mean "getParcel"?');

  const made = await ambit('tools', 'openapi', from, 'getParcel', 'stopParcel', '--into', folder);
  expect(made.code).toBe(0);
  expect(made.said).toContain('tools/get-parcel.yaml: get-parcel (changes nothing)');
  expect(made.said).toContain('stop-parcel (effects: once)');
  expect(made.said).toContain('start the server with AMBIT_TOOL_SECRET_KEY_KEY');
  expect((await ambit('lint', folder)).code).toBe(0);

  const again = await ambit('tools', 'openapi', from, 'getParcel', '--into', folder);
  expect(again).toMatchObject({ code: 1 });
  expect(again.said).toContain('it is there already');
  expect((await ambit('tools', 'openapi', from, 'getParcel', '--into', home)).said).toContain(
    'no business.yaml',
  );
});

test('a tool is tried before it is published: what was sent, what came back, what a flow gets', async () => {
  const tried = await ambit('tools', 'try', 'get-parcel', 'parcelId=P-7', '--folder', folder);
  expect(tried.code).toBe(0);
  expect(tried.said).toContain(`→ GET ${warehouse.url}/v1/parcels/P-7`);
  expect(tried.said.toLowerCase()).toContain('x-key: ••••');
  expect(tried.said).toContain('"place": "Galway"');
  expect(tried.said).toContain('"kind": "answered"');
  expect(tried.said).not.toContain('T0p-s3cret');
  const none = await ambit('tools', 'try', 'get-parcel', 'parcelId=P-8', '--folder', folder, '--json');
  expect(JSON.parse(none.said.slice(none.said.indexOf('{')))).toMatchObject({
    outcome: { output: { kind: 'not-found' } },
  });
  const typo = await ambit('tools', 'try', 'get-parcel', 'parcel=P-7', '--folder', folder);
  expect(typo).toMatchObject({ code: 1 });
  expect(typo.said).toContain('it takes no "parcel"');
  expect(typo.said).toContain('Nothing was called.');
  expect((await ambit('tools', 'try', 'get-parcels', '--folder', folder)).said).toContain(
    'did you mean "get-parcel"?',
  );
});

test('what changes something is called only when somebody says that it may', async () => {
  const before = warehouse.asked.length;
  const held = await ambit('tools', 'try', 'stop-parcel', 'parcelId=P-7', '--folder', folder);
  expect(held.said).toContain('it changes something');
  expect(warehouse.asked).toHaveLength(before);
  const done = await ambit('tools', 'try', 'stop-parcel', 'parcelId=P-7', '--folder', folder, '--yes');
  expect(done.said).toContain(`→ DELETE ${warehouse.url}/v1/parcels/P-7`);
  expect(warehouse.asked).toHaveLength(before + 1);
});

test('published tools are listed with what they take and the secrets that are missing', async () => {
  expect((await ambit('tools')).said).toContain('declares no tools');
  const text = await readFile(join(folder, 'tools/stop-parcel.yaml'), 'utf8');
  await writeFile(join(folder, 'tools/stop-parcel.yaml'), text.replace('secret:key-key', 'secret:other'));
  expect((await ambit('push', folder, '--yes')).code).toBe(0);
  // A node looks for another version every five seconds.
  await eventually(
    async () => ((await stack.client.tools()).tools.length > 0 ? true : undefined),
    'the published tools',
  );
  const listed = (await ambit('tools')).said;
  expect(listed).toContain('get-parcel (http, changes nothing): Where a parcel is');
  expect(listed).toContain('takes parcelId; answers answered, not-found');
  expect(listed).toContain(
    'the secret "other" is not set; start the server once with AMBIT_TOOL_SECRET_OTHER',
  );
  expect((await ambit('tools', 'try', 'get-parcel', 'parcelId=P-7')).said).toContain('"place": "Galway"');
});

test('tools of an MCP server are listed, and those that are picked become a file that can be tried', async () => {
  const clinic = [
    '--with',
    'CLINIC_TOKEN=secret:key-key',
    '--',
    process.execPath,
    join(repository, 'packages/server/src/tools/mcp/mcp-server.fixture.ts'),
  ];
  const listed = await ambit('tools', 'mcp', 'clinic', ...clinic);
  expect(listed.said).toContain('find_free_slots  Free times on a day');
  const made = await ambit(
    'tools',
    'mcp',
    'clinic',
    '--pick',
    'find_free_slots',
    '--into',
    folder,
    ...clinic,
  );
  expect(made.code).toBe(0);
  expect(made.said).toContain('tools/clinic.yaml: find-free-slots (effects: once)');
  const tried = await ambit('tools', 'try', 'find-free-slots', 'day=2026-12-01', '--folder', folder, '--yes');
  expect(tried.said).toContain('2026-12-01T09:00');
  const nowhere = await ambit('tools', 'mcp', 'clinic', '--', '/no/such/program');
  expect(nowhere).toMatchObject({ code: 1 });
  expect(nowhere.said).toContain('The MCP server could not be asked');
});

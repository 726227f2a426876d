import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('main.ts', import.meta.url));
const businesses = fileURLToPath(new URL('../../../../businesses', import.meta.url));
const shop = `${businesses}/shop`;

function run(args: readonly string[], input: string) {
  const child = spawn(process.execPath, ['--conditions=ambit-source', program, '--encoder', 'off', ...args], {
    stdio: 'pipe',
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  child.stdin.end(input);
  return new Promise<{ code: number | null; out: string; err: string }>((settle) =>
    child.once('close', (code) => settle({ code, out, err })),
  );
}

test('judge answers each line in order, the same every time', async () => {
  const input = '{"id":"a","text":"where is my order"}\n\n{"id":2,"text":"tell me a joke","lang":"en"}\n';
  const first = await run(['judge', '--business', shop], input);
  expect(
    first.out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toMatchObject([
    { id: 'a', zone: 'accept', task: 'order-status', language: 'en' },
    { id: 2, zone: 'refuse', task: null, language: 'en' },
  ]);
  expect((await run(['judge', '--business', shop], input)).out).toBe(first.out);
  expect(first.code).toBe(0);
});

test.each(readdirSync(businesses))('judge reads all of businesses/%s', async (name) => {
  const { out, err } = await run(
    ['judge', '--business', `${businesses}/${name}`],
    '{"id":1,"text":"hello"}\n',
  );
  expect(err).toBe('');
  expect(JSON.parse(out)).toMatchObject({ id: 1 });
});

test('score fits a guard on what it is given and names the best task of every message', async () => {
  const document = {
    language: 'es',
    tasks: {
      pedido: ['dónde está mi pedido', 'rastrear mi paquete'],
      cita: ['quiero una cita', 'reservar hora'],
    },
    negatives: ['venden zapatos'],
    messages: ['donde esta mi paquete', 'cuéntame un chiste'],
  };
  const { out, code } = await run(['score'], JSON.stringify(document));
  expect(JSON.parse(out)).toMatchObject({
    results: [{ task: 'pedido', zone: 'accept' }, { zone: 'refuse' }],
  });
  expect(code).toBe(0);
});

test('explain names the zone and the nearest examples; report names each task', async () => {
  const { out } = await run(['explain', '--business', shop, 'cancel my order please'], '');
  expect(out).toMatch(/^zone +accept \(cancel-order\)/u);
  expect(out).toMatch(/cancel-order: "Cancel my order" \(shares cancel, my, order\)/u);
  const report = await run(['report', '--business', shop], '');
  expect(report.out).toMatch(/%.*order-status in en, \d+ examples/u);
});

test.each([
  [['judge', '--business', shop], 'nonsense', /Line 1 of the input is no message/u],
  [['judge', '--business', '/nowhere'], '', /\/nowhere cannot be read/u],
  [['judge'], '', /Name the business/u],
  [
    ['score'],
    '{"language":"en","tasks":{"a":["b",3]}}',
    /does not fit at "tasks\.a\[1\]": 3 was read as a number, not as text\n.*at "messages": "messages" is missing[^]*"tasks": \{ "order-status"/u,
  ],
  [['score'], '[]', /does not fit as a whole: this is a list[^]*"language": "en"/u],
  [['score'], '{language: en}', /is no JSON \(.*\)\nWrite one document such as/u],
  [['score'], '', /nothing on standard input\n/u],
  [['sing'], '', /Unknown command "sing"/u],
  [['score', '--loud'], '', /--loud/u],
])('%j given %j is a mistake that is explained', async (args, input, message) => {
  const { code, err } = await run(args, input);
  expect(err).toMatch(message);
  expect(code).toBe(2);
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { init, type InitRequest } from './init.ts';
import { readForLint } from './lint-read.ts';
import { lintFolder } from './lint-folder.ts';

const bakery = {
  name: 'Pão & "Canela": padaria',
  purpose: 'Atendimento da padaria: horários, encomendas de bolos e entregas no bairro.',
  country: 'BR',
  languages: 'pt-BR, en',
  phone: '+55 11 3555 0142',
  tasks: 'support take-order order-status human',
};

let parent = '';
let said: string[] = [];
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'ambit-init-'));
  said = [];
});
afterEach(() => rm(parent, { recursive: true, force: true }));

function run(folder: string, given: InitRequest['given'], ask?: InitRequest['ask']): Promise<number> {
  return init({ folder, given, ask, say: (line) => said.push(line) });
}

test('a business made of flags has nothing to mend, and is what was asked for', async () => {
  const folder = join(parent, 'new', 'bakery');
  expect(await run(folder, bakery)).toBe(0);
  expect(await lintFolder(folder)).toEqual({ folder, problems: [] });
  const read = await readForLint(folder);
  const parsed = parseBusinessFiles(read.kind === 'read' ? read.files : new Map());
  expect(parsed).toMatchObject({
    kind: 'parsed',
    business: {
      name: bakery.name,
      languages: ['pt-BR', 'en'],
      currency: 'BRL',
      hours: {
        timeZone: 'America/Sao_Paulo',
        week: { friday: [{ from: '09:00', to: '18:00' }], sunday: [] },
      },
      escalation: [{ kind: 'in-chat-person' }, { kind: 'phone', number: bakery.phone }],
      agent: {
        tasks: [
          { id: 'support', does: 'answer-from-knowledge' },
          { id: 'take-order', does: 'hand-off' },
          { id: 'order-status', does: 'hand-off' },
          { id: 'human', does: 'hand-off' },
        ],
      },
    },
  });
  // Each file of answers is for who speaks its language.
  const knowledge = parsed.kind === 'parsed' ? parsed.business.knowledge : [];
  expect(new Set(knowledge.map(({ language }) => language))).toEqual(new Set(['pt-BR', 'en']));
  expect(said.join('\n')).toContain(`lint ${folder}`);
  expect(said.join('\n')).toContain(`--business ${folder} "Qual é o horário de funcionamento?"`);
  const taking = await readFile(join(folder, 'tasks', '02-take-order.yaml'), 'utf8');
  expect(taking).toContain('"flow", which the pack has, once data/catalogue.csv is there');
});

test('every pack makes a business without a problem', async () => {
  const tasks =
    'account appointment-clinic appointment-course appointment-restaurant appointment-shop appointment-test-drive human lead order-cancel order-change order-status reminders returns shopping-guide support take-order';
  expect(await run(join(parent, 'all'), { ...bakery, tasks, languages: 'en' })).toBe(0);
});

test('every language of the packs makes a business without a problem', async () => {
  const languages = 'en es pt fr id hi hi-Latn ar zh';
  expect(await run(join(parent, 'all'), { ...bakery, tasks: 'support', languages })).toBe(0);
  expect(await readdir(join(parent, 'all', 'knowledge'))).toHaveLength(9);
});

test('nothing that is there is written over', async () => {
  await writeFile(join(parent, 'business.yaml'), 'mine');
  expect(await run(parent, bakery)).toBe(1);
  expect(await readdir(parent)).toEqual(['business.yaml']);
  expect(await readFile(join(parent, 'business.yaml'), 'utf8')).toBe('mine');
});

test('without anybody to ask, every answer that is missing or wrong is named by its flag, and nothing is written', async () => {
  const folder = join(parent, 'none');
  const given = { name: 'Kiosk', tasks: 'suport', hours: '18:00-09:00', languages: 'de' };
  expect(await run(folder, given)).toBe(1);
  const flags = ['--purpose', '--country', '--languages', '--hours', '--task'];
  expect(said.map((line) => line.split(': ')[0])).toEqual(flags);
  await expect(readdir(folder)).rejects.toThrow('ENOENT');
});

test('a person is asked what no flag says, again until the answer can be taken', async () => {
  const typed = [
    'Bakery',
    'short',
    bakery.purpose,
    '',
    'XX',
    'DE',
    'en',
    '',
    'Europe/Berlin',
    '',
    '',
    '',
    '',
  ];
  const asked: string[] = [];
  const folder = join(parent, 'asked');
  const code = await run(folder, {}, (question) => {
    asked.push(question);
    return Promise.resolve(typed.shift() ?? '');
  });
  expect(code).toBe(0);
  expect(asked).toHaveLength(13);
  expect(await readFile(join(folder, 'business.yaml'), 'utf8')).toContain('timeZone: "Europe/Berlin"');
  expect(await readdir(join(folder, 'tasks'))).toEqual(['01-support.yaml', '02-human.yaml']);
});

test('a phone number that is none is called by its name', async () => {
  expect(await run(join(parent, 'new'), { ...bakery, phone: '12', email: 'nobody' })).toBe(1);
  expect(said[0]).toMatch(/^--phone: this is not a phone number/);
  expect(said[1]).toMatch(/^--email: "nobody" is not an e-mail address/);
});

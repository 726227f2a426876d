import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAmbitClient } from '@ambit/sdk/client';
import { prepareBusiness } from '@ambit/server/compose/prepare-business';
import { suggestionDesk } from '@ambit/server/http/routes/suggestions.fixture';
import { listSuggestions } from '@ambit/server/db/knowledge-suggestions';
import {
  createShopDatabase,
  draftsOf,
  outcomesOf,
  receiverOn,
  runDue,
  textFrom,
  workerOn,
} from '../support/engine-fixture.ts';
import type { TestDatabase } from '../support/test-database.ts';

let made: TestDatabase;
let count = 0;
beforeAll(async () => {
  made = await createShopDatabase();
});
afterAll(async () => {
  await made.drop();
});

/** A guard that takes everything for a question: what it thinks of the shop's tasks is tried elsewhere. */
const sureOfQuestions: typeof prepareBusiness = (...given) => ({
  ...prepareBusiness(...given),
  guard: {
    judge: () =>
      Promise.resolve({
        zone: 'accept',
        task: 'questions',
        score: 1,
        runnersUp: [],
        evidence: [],
        language: 'en',
      }),
  },
});

/** A guard that is sure of nothing: each message is asked back. */
const sureOfNothing: typeof prepareBusiness = (...given) => ({
  ...prepareBusiness(...given),
  guard: {
    judge: () =>
      Promise.resolve({
        zone: 'clarify',
        task: 'order-status',
        score: 0.4,
        runnersUp: [],
        evidence: [],
        language: 'en',
      }),
  },
});

/** Says several things, one after the other, that are asked back. */
async function mumble(...texts: readonly string[]): Promise<void> {
  count += 1;
  const bsuid = `US.${9_000 + count}`;
  const sender = { bsuid, phone: `1555010${9_000 + count}`, profileName: 'Kim' };
  for (const [n, text] of texts.entries()) {
    await receiverOn(made.database).receive([textFrom(sender, `wamid.q${count}.${n}`, text)]);
    await runDue(workerOn(made.database, { node: `n${count}.${n}`, prepare: sureOfNothing }));
  }
}

async function ask(text: string): Promise<string> {
  count += 1;
  const bsuid = `US.${9_000 + count}`;
  const sender = { bsuid, phone: `1555010${9_000 + count}`, profileName: 'Kim' };
  await receiverOn(made.database).receive([textFrom(sender, `wamid.q${count}`, text)]);
  await runDue(workerOn(made.database, { node: `n${count}`, prepare: sureOfQuestions }));
  return bsuid;
}

function client() {
  return createAmbitClient({
    baseUrl: 'http://desk.test',
    token: 'x',
    fetch: suggestionDesk(made.database),
  });
}

test('questions without an answer are kept and grouped, and answered once somebody has approved one', async () => {
  await ask('do you have wifi in your store?');
  await ask('Do you have WiFi in your store');
  const { suggestions } = await client().suggestions();
  expect(suggestions).toHaveLength(1);
  expect(suggestions[0]).toMatchObject({ asked: 2, status: 'open', language: 'en', task: 'questions' });

  const id = suggestions[0]?.suggestionId ?? '';
  const answer = 'Yes: the network is called Harbour.';
  await client().decideSuggestion(id, { kind: 'approve', answer, by: 'Ada' });
  expect((await client().suggestions()).suggestions).toEqual([]);

  const asker = await ask('do you have wifi in your store');
  expect(await outcomesOf(made.database, asker)).toMatchObject([{ kind: 'answered', task: 'questions' }]);
  expect((await draftsOf(made.database, asker))[0]).toContain(answer);
});

test('what was declined is counted on, not suggested again', async () => {
  await ask('do you have a cafe in your store?');
  const [open] = await listSuggestions(made.database, 'open', 10);
  await client().decideSuggestion(open?.suggestionId ?? '', { kind: 'decline', by: 'Ada' });
  await ask('do you have a cafe in your store');
  expect(await listSuggestions(made.database, 'open', 10)).toEqual([]);
  expect(await listSuggestions(made.database, 'declined', 10)).toMatchObject([{ asked: 2 }]);
});

test('a question that was asked back and ended with a person, or with "never mind", is suggested, once for all alike', async () => {
  await mumble('is the pier wheelchair friendly on Tuesdays', 'a person please');
  await mumble('is the pier wheelchair friendly on tuesdays?', 'never mind');
  await mumble('can dogs ride along to +353 85 555 0711', 'I mean the dogs');
  const open = await listSuggestions(made.database, 'open', 10);
  expect(open.map(({ question, asked }) => ({ question, asked }))).toEqual([
    { question: 'is the pier wheelchair friendly on Tuesdays', asked: 2 },
    { question: 'can dogs ride along to [number]', asked: 1 },
  ]);
});

test('a suggestion that is not there, and an answer that says nothing, are refused', async () => {
  await expect(client().decideSuggestion('999', { kind: 'decline', by: 'Ada' })).rejects.toThrow(
    'There is no suggestion "999"',
  );
  await expect(client().decideSuggestion('1', { kind: 'approve', answer: ' ', by: 'Ada' })).rejects.toThrow(
    'not usable',
  );
});

import type { Call } from '@ambit/core/conversation/call';
import { currentPack } from '@ambit/core/policy/pack';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { saveChannel } from '@ambit/server/db/channels';
import { importBusiness } from '@ambit/server/pipeline/import-business';
import type { ModelAsker } from '@ambit/server/pipeline/ask-model';
import { createReceiver, type Receiver } from '@ambit/server/pipeline/receive';
import { defaultSettings, type EngineSettings } from '@ambit/server/pipeline/settings';
import type { Database } from '@ambit/server/db/database';
import { prepareBusiness } from '@ambit/server/compose/prepare-business';
import { createPublishedBusinesses } from '@ambit/server/pipeline/published-business';
import { createTurnTaker, type TurnTaker } from '@ambit/server/pipeline/take-turns';
import type { Tool } from '@ambit/server/ports/tools';
import { createOrderTools } from '@ambit/server/tools/order-tools';
import type { Log } from '@ambit/server/ports/log';
import type { ReceivedMessage, SenderIdentities } from '@ambit/server/ports/received';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

/** The number every engine test sends from. */
export const channelId = 'whatsapp:106540352242922';
export const address = '106540352242922';
export const noon = Date.parse('2026-11-24T20:00:00Z');

export const quietLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A database with the example shop published and one number connected. */
export async function createShopDatabase(): Promise<TestDatabase> {
  const made = await createTestDatabase();
  await importBusiness(made.database, 'businesses/shop', await readBusinessFolder('businesses/shop'));
  await saveChannel(made.database, { channelId, kind: 'whatsapp', address, displayName: 'Shop' }, 1_000, {
    sealed: new Uint8Array([1]),
    renewed: true,
  });
  return made;
}

/** A node's ingress. */
export function receiverOn(
  database: Database,
  debounceMs = 0,
  onRepeats: (count: number) => void = () => undefined,
): Receiver {
  return createReceiver({
    database,
    clock: { now: () => noon },
    settings: { ...defaultSettings, debounceMs: { base: debounceMs, fragment: debounceMs } },
    log: quietLog,
    channelOf: (given) => (given === address ? channelId : undefined),
    onWoken: () => undefined,
    onRepeats,
  });
}

/** A text as the channel delivers it. */
export function textFrom(
  sender: SenderIdentities,
  messageId: string,
  body: string,
  at: number = noon,
): ReceivedMessage {
  return { kind: 'message', address, sender, messageId, at, content: { kind: 'text', body } };
}

/** A worker of its own, whose turns are taken and run step by step. */
export function workerOn(
  database: Database,
  options: {
    node: string;
    tools?: readonly Tool[];
    at?: number;
    settings?: Partial<EngineSettings>;
    /** Makes a version ready, with the tools it declares connected. */
    prepare?: typeof prepareBusiness;
    askModel?: ModelAsker;
    /** Told of each call that has settled; one that throws is a crash right after it. */
    onSettled?: (call: Call) => void;
  },
): TurnTaker {
  const tools = options.tools ?? createOrderTools(database);
  return createTurnTaker({
    database,
    clock: { now: () => options.at ?? noon },
    log: quietLog,
    settings: { ...defaultSettings, ...options.settings },
    businesses: createPublishedBusinesses({
      database,
      refreshMs: 1_000,
      monotonicMs: () => performance.now(),
      prepare: (version, business, stored) =>
        (options.prepare ?? prepareBusiness)(version, business, undefined, undefined, { stored }),
    }),
    tools: new Map(tools.map((tool) => [tool.name, tool])),
    ...(options.askModel === undefined ? {} : { askModel: options.askModel }),
    ...(options.onSettled === undefined ? {} : { onSettled: options.onSettled }),
    node: options.node,
    pack: currentPack.id,
  });
}

/** Takes what is due and runs it to the end. */
export async function runDue(worker: TurnTaker): Promise<void> {
  const { turns } = await worker.take(50);
  await Promise.all(turns.map((taken) => worker.run(taken)));
}

/** The outcomes of a person's turns, in order. */
export async function outcomesOf(database: Database, bsuid: string): Promise<readonly unknown[]> {
  const found = await database.query({
    text: `select t.outcome from turns t join conversations v using (channel_id, conversation_id)
            where v.bsuid = $1 order by t.from_seq`,
    values: [bsuid],
  });
  return found.rows.map((row) => row['outcome']);
}

/** The texts drafted for a person, in order. */
export async function draftsOf(database: Database, bsuid: string): Promise<readonly string[]> {
  const found = await database.query({
    text: `select o.draft->'content'->>'body' as body from outbox o
             join conversations v using (channel_id, conversation_id) where v.bsuid = $1 order by o.ordinal`,
    values: [bsuid],
  });
  return found.rows.map((row) => String(row['body']));
}

/** Where a person's conversation is. */
export async function placeOf(
  database: Database,
  bsuid: string,
): Promise<{ channelId: string; conversationId: string }> {
  const found = await database.query({
    text: 'select conversation_id from conversations where bsuid = $1',
    values: [bsuid],
  });
  return { channelId, conversationId: String(found.rows[0]?.['conversation_id']) };
}

import { debounceMs } from '@ambit/core/conversation/debounce';
import { hideSecretsIn } from '@ambit/core/personal-data/hide-secrets';
import { hideSecretsInRaw } from '@ambit/core/personal-data/hide-secrets-in-raw';
import { applyStatuses, type StatusRow } from '../db/apply-statuses.ts';
import { isDataError, type Database } from '../db/database.ts';
import { insertInbound, type InboundRow } from '../db/insert-inbound.ts';
import { storableText } from '../db/json-text.ts';
import { openConversations } from '../db/open-conversations.ts';
import { findUnchanged, resolveConversation, type SenderOnChannel } from '../db/resolve-conversations.ts';
import { storeUnrouted } from '../db/unrouted.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Received, ReceivedMessage, ReceivedStatus, SenderIdentities } from '../ports/received.ts';
import { createConversationCache } from './conversation-cache.ts';
import { createGroupCommit } from './group-commit.ts';
import type { EngineSettings } from './settings.ts';
import { wakeForFailures } from './wake-conversation.ts';

const mostResolvedAtOnce = 8;

/** Takes what a webhook said. Resolves once all of it is committed: only then may it be acknowledged. */
export type Receiver = {
  receive(received: readonly Received[]): Promise<void>;
  drain(): Promise<void>;
};

type Ours = { readonly channelId: string; readonly message: ReceivedMessage };

/**
 * Ingress: identities become conversations, then messages and statuses are written in groups.
 * `channelOf`: the channel of an address, or undefined for a number that is not ours.
 * `onWoken`: told, after commit, that a turn will be due in so many ms.
 * `onRepeats`: told how many messages came twice within one group: the database never sees those.
 * Rejects with QueueFull under overload; Meta then tries again.
 */
export function createReceiver(options: {
  database: Database;
  clock: Clock;
  settings: EngineSettings;
  log: Log;
  channelOf: (address: string) => string | undefined;
  onWoken: (delayMs: number) => void;
  onRepeats: (count: number) => void;
}): Receiver {
  const { database, clock, settings, log, channelOf, onWoken, onRepeats } = options;
  const cache = createConversationCache(100_000);
  const debounce = { baseMs: settings.debounceMs.base, fragmentMs: settings.debounceMs.fragment };

  /** What no table takes would come again for a week, with all that came beside it: it is kept with the unrouted. */
  async function keepUnstorable(row: InboundRow | StatusRow, error: unknown): Promise<void> {
    log.error('receive.unstorable', { error: error instanceof Error ? error.message : String(error) });
    await storeUnrouted(database, [{ reason: 'cannot be stored', field: 'messages', body: row }]);
  }

  const messages = createGroupCommit<InboundRow, void>({
    name: 'ingress',
    slots: 2,
    mostPerFlush: 1_000,
    mostWaiting: 20_000,
    gatherMs: 3,
    isItemsFault: isDataError,
    setAside: keepUnstorable,
    flush: async (arrivals) => {
      const unique = withoutRepeats(arrivals);
      await insertInbound(database, unique, settings.longestDebounceMs);
      if (unique.length < arrivals.length) onRepeats(arrivals.length - unique.length);
      onWoken(arrivals.reduce((least, { delayMs }) => Math.min(least, delayMs), Number.POSITIVE_INFINITY));
      return arrivals.map(() => undefined);
    },
  });

  const statuses = createGroupCommit<StatusRow, void>({
    name: 'statuses',
    slots: 1,
    mostPerFlush: 100,
    mostWaiting: 50_000,
    gatherMs: 10,
    isItemsFault: isDataError,
    setAside: keepUnstorable,
    flush: async (rows) => {
      const unique = withoutRepeatedStatuses(rows);
      if (rows.some((row) => row.status === 'failed')) {
        const failures = await database.transaction(async (client) => {
          const failed = await applyStatuses(client, unique);
          await wakeForFailures(client, failed, clock.now(), settings);
          return failed;
        });
        if (failures.length > 0) onWoken(0);
      } else {
        await applyStatuses(database, unique);
      }
      return rows.map(() => undefined);
    },
  });

  const looks = createGroupCommit<SenderOnChannel, string | undefined>({
    name: 'looks for senders',
    slots: 2,
    mostPerFlush: 200,
    mostWaiting: 20_000,
    gatherMs: 1,
    isItemsFault: isDataError,
    flush: placesOf,
  });

  function arrivalOf({ channelId, message }: Ours, conversationId: string): InboundRow {
    return {
      channelId,
      conversationId,
      messageId: storableText(message.messageId),
      at: message.at,
      // Before it is written anywhere: what opens an account or pays is no business of any table.
      content: hideSecretsIn(message.content),
      raw: hideSecretsInRaw(message.raw),
      delayMs: debounceMs(message.content, debounce),
    };
  }

  /** Remembered, unless Meta says that this person was known by something else. */
  function knownConversation({ channelId, message }: Ours): string | undefined {
    return message.linkedTo === undefined ? cache.find(channelId, message.sender) : undefined;
  }

  /** The conversations of people of whom nothing has changed, and of those who are entirely new. */
  async function placesOf(senders: readonly SenderOnChannel[]): Promise<readonly (string | undefined)[]> {
    const known = await findUnchanged(database, senders);
    const strangers = senders.filter((_, n) => known[n] === undefined);
    const opened = (await openConversations(database, strangers)).values();
    return known.map((place) => place ?? opened.next().value);
  }

  /** Who a phone alone is, or somebody whom Meta says was another before, is decided one by one. */
  function look({ channelId, message }: Ours): Promise<string | undefined> {
    return message.linkedTo === undefined && message.sender.bsuid !== undefined
      ? looks.add({ channelId, sender: storableSender(message.sender) })
      : Promise.resolve(undefined);
  }

  async function resolve({ channelId, message: { sender, linkedTo } }: Ours): Promise<string> {
    const before = linkedTo === undefined ? undefined : storableSender(linkedTo);
    return resolveConversation(database, channelId, storableSender(sender), before);
  }

  /** All are looked for together; those of whom something has to be decided, several at a time. */
  async function resolveAll(people: ReadonlyMap<string, Ours>): Promise<ReadonlyMap<string, string>> {
    const all = [...people];
    const places = await Promise.all(all.map(([, ours]) => look(ours)));
    const resolved = new Map<string, string>();
    const undecided: (readonly [string, Ours])[] = [];
    for (const [n, one] of all.entries()) {
      const place = places[n];
      if (place === undefined) undecided.push(one);
      else resolved.set(one[0], place);
    }
    for (let start = 0; start < undecided.length; start += mostResolvedAtOnce) {
      await Promise.all(
        undecided.slice(start, start + mostResolvedAtOnce).map(async ([key, ours]) => {
          resolved.set(key, await resolve(ours));
        }),
      );
    }
    for (const [key, { channelId, message }] of people) {
      const conversationId = resolved.get(key);
      if (conversationId !== undefined) cache.remember(channelId, message.sender, conversationId);
    }
    return resolved;
  }

  /** A person who wrote twice in one webhook is resolved once. */
  async function arrivalsOf(messages: readonly Ours[]): Promise<readonly InboundRow[]> {
    const found = messages.map(knownConversation);
    const people = new Map<string, Ours>();
    for (const [n, ours] of messages.entries()) {
      const key = senderKey(ours);
      const says = ours.message.linkedTo !== undefined || !people.has(key);
      if (found[n] === undefined && says) people.set(key, ours);
    }
    const resolved = people.size === 0 ? undefined : await resolveAll(people);
    return messages.map((ours, n) => {
      const conversationId = found[n] ?? resolved?.get(senderKey(ours));
      if (conversationId === undefined) throw new Error('a sender was not resolved');
      return arrivalOf(ours, conversationId);
    });
  }

  async function receiveAll(received: readonly Received[]): Promise<void> {
    const ours: Ours[] = [];
    const stati: StatusRow[] = [];
    const unrouted: { reason: string; field?: string; address?: string; body: unknown }[] = [];
    for (const update of received) {
      const channelId = update.address === undefined ? undefined : channelOf(update.address);
      if (update.kind === 'other') {
        unrouted.push({
          reason: 'not a message or status',
          field: update.field,
          ...(update.address === undefined ? {} : { address: update.address }),
          body: hideSecretsInRaw(update.raw),
        });
      } else if (channelId === undefined) {
        log.warn('receive.unknown-number', { address: update.address });
        unrouted.push({
          reason: 'unknown number',
          field: 'messages',
          address: update.address,
          body: hideSecretsInRaw(update.raw ?? withoutSecretsOf(update)),
        });
      } else if (update.kind === 'message') ours.push({ channelId, message: update });
      else stati.push(statusOf(update, channelId));
    }
    // Within one webhook the order is Meta's timestamp; across webhooks, that of arrival.
    const inOrder = ours.toSorted((a, b) => a.message.at - b.message.at);
    const arrivals = await arrivalsOf(inOrder);
    await Promise.all([
      ...arrivals.map((arrival) => messages.add(arrival)),
      ...stati.map((status) => statuses.add(status)),
      ...(unrouted.length === 0 ? [] : [storeUnrouted(database, unrouted)]),
    ]);
  }

  /** Undefined where more has to be done for it than to write one row. */
  function receiveOne(update: Received): Promise<void> | undefined {
    const channelId = update.address === undefined ? undefined : channelOf(update.address);
    if (channelId === undefined || update.kind === 'other') return undefined;
    if (update.kind === 'status') return statuses.add(statusOf(update, channelId));
    const ours = { channelId, message: update };
    const conversationId = knownConversation(ours);
    return conversationId === undefined ? undefined : messages.add(arrivalOf(ours, conversationId));
  }

  return {
    receive(received) {
      // Nearly all webhooks hold one status, or one message of somebody known: nothing stands between it and its group.
      const [only] = received;
      const stored = only === undefined || received.length > 1 ? undefined : receiveOne(only);
      return stored ?? receiveAll(received);
    },
    async drain() {
      await Promise.all([looks.drain(), messages.drain(), statuses.drain()]);
    },
  };
}

function statusOf(status: ReceivedStatus, channelId: string): StatusRow {
  return { ...status, channelId, messageId: storableText(status.messageId) };
}

function withoutSecretsOf(update: ReceivedMessage | ReceivedStatus): ReceivedMessage | ReceivedStatus {
  return update.kind === 'message' ? { ...update, content: hideSecretsIn(update.content) } : update;
}

function withoutRepeats(rows: readonly InboundRow[]): readonly InboundRow[] {
  if (new Set(rows.map((row) => row.messageId)).size === rows.length) return rows;
  const first = new Map<string, InboundRow>();
  for (const row of rows) {
    const key = `${row.channelId}\n${row.messageId}`;
    if (!first.has(key)) first.set(key, row);
  }
  return [...first.values()];
}

function withoutRepeatedStatuses(rows: readonly StatusRow[]): readonly StatusRow[] {
  return [...new Map(rows.map((row) => [`${row.channelId}\n${row.messageId}\n${row.status}`, row])).values()];
}

function senderKey({ channelId, message: { sender } }: Ours): string {
  return `${channelId}\n${sender.bsuid ?? ''}\n${sender.phone ?? ''}`;
}

function storableSender(sender: SenderIdentities): SenderIdentities {
  return {
    ...(sender.bsuid === undefined ? {} : { bsuid: storableText(sender.bsuid) }),
    ...(sender.phone === undefined ? {} : { phone: storableText(sender.phone) }),
    ...(sender.username === undefined ? {} : { username: storableText(sender.username) }),
    ...(sender.profileName === undefined ? {} : { profileName: storableText(sender.profileName) }),
  };
}

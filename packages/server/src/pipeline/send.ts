import { setTimeout as sleep } from 'node:timers/promises';
import { ChannelId, ConversationId, OutboxId } from '@ambit/core/conversation/identifiers';
import type { Owner } from '@ambit/core/conversation/owner';
import { clear, type Cleared } from '@ambit/core/policy/clear';
import type { PolicyPack } from '@ambit/core/policy/pack';
import { raiseAlarm } from '../db/alarms.ts';
import { pauseChannel } from '../db/channels.ts';
import { isDataError, type Database, type Queryable } from '../db/database.ts';
import { emptyBudget } from '../db/number-budgets.ts';
import {
  hasDueDrafts,
  lockDueDrafts,
  markDrafts,
  recordSends,
  type DueDraft,
  type Mark,
  type SendRecord,
} from '../db/outbox.ts';
import type { Channel, SendOutcome } from '../ports/channel.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { byChannel } from './by-channel.ts';
import { createGroupCommit } from './group-commit.ts';
import type { TemplateRegister } from './known-templates.ts';
import { createNumberBudget } from './number-budget.ts';
import type { PublishedBusinesses, ReadyBusiness } from './published-business.ts';
import { reactToRejection } from './react-to-rejection.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations, wakeForFailures } from './wake-conversation.ts';
import { within } from '../ports/within.ts';

/** The sender: what is due is cleared, marked, sent, and what came of it recorded. */
export type Sender = {
  /**
   * One pass. Resolves when what was due is marked; the sends themselves go on. `taken`: how many
   * drafts it decided on; `more`: there may be more that are due.
   */
  sendDue(): Promise<{ readonly taken: number; readonly more: boolean }>;
  drain(): Promise<void>;
};

type Marked = Mark & { readonly message?: Cleared };
type Recorded = {
  readonly record: SendRecord;
  readonly conversationId: string;
  readonly emptyBudgetMs?: number;
};

/** `channels`: by channel id, without paused ones. `onWoken`: told when a conversation was woken. */
export function createSender(needs: {
  database: Database;
  clock: Clock;
  log: Log;
  settings: EngineSettings;
  pack: PolicyPack;
  businesses: PublishedBusinesses;
  channels: () => ReadonlyMap<string, Channel>;
  templates: Pick<TemplateRegister, 'known' | 'forget'>;
  random: () => number;
  onWoken: () => void;
  onFreed: () => void;
  onPaused: () => void;
}): Sender {
  const { database, clock, log, settings, pack, businesses, channels, random } = needs;
  const budget = createNumberBudget(20);
  const flying = new Set<Promise<void>>();
  let wasIdle = false;

  const records = createGroupCommit<Recorded, void>({
    name: 'send records',
    slots: 2,
    mostPerFlush: 100,
    mostWaiting: 100_000,
    gatherMs: 4,
    isItemsFault: isDataError,
    flush: async (group) => {
      await record(group);
      return group.map(() => undefined);
    },
  });

  async function record(group: readonly Recorded[]): Promise<void> {
    const all = group.map((entry) => entry.record);
    const failed = group.flatMap((entry) =>
      entry.record.kind === 'failed' ? [{ ...entry, record: entry.record }] : [],
    );
    if (failed.length === 0) {
      await recordSends(database, all);
      return;
    }
    await database.transaction(async (client) => {
      await recordSends(client, all);
      await wakeForFailures(
        client,
        failed.map(({ record: { channelId, outboxId, error }, conversationId }) => ({
          channelId,
          conversationId,
          outboxId,
          reason: reasonOf(error),
        })),
        clock.now(),
        settings,
      );
    });
    needs.onWoken();
  }

  async function markDue(ready: ReadyBusiness, most: number): Promise<readonly Marked[]> {
    const open = [...channels().keys()];
    const marks = await database.transaction(async (client) => {
      const due = await lockDueDrafts(client, open, monthOf(clock.now()), most);
      for (const [channelId, drafts] of byChannel(due, (draft) => draft.channel_id)) {
        await budget.secure(client, channelId, drafts.length);
      }
      const decided = due.map((draft) => decide(draft, ready));
      if (decided.length > 0) await markDrafts(client, decided);
      await wakeRefused(client, decided);
      return decided;
    });
    if (marks.some((mark) => mark.kind === 'refused')) needs.onWoken();
    return marks;
  }

  function decide(draft: DueDraft, ready: ReadyBusiness): Marked {
    if (draft.pace < 1) return { kind: 'later', draft, delayMs: Math.ceil((1 - draft.pace) * 6_000) };
    const { content } = draft.draft;
    const templates =
      content.kind === 'template' ? needs.templates.known(ready.business, content) : { ours: [] };
    // Meta is being asked whether it may go.
    if (templates === undefined) return { kind: 'later', draft, delayMs: 250 };
    const cleared = clear(
      draft.draft,
      {
        outboxId: OutboxId.parse(draft.outbox_id),
        conversationId: ConversationId.parse(draft.conversation_id),
        channelId: ChannelId.parse(draft.channel_id),
        recipient: recipientNow(draft),
        recipientOfDraft: draft.recipient,
        business: ready.business,
        owner: ownerNow(draft),
        ownerVersion: draft.owner_version,
        windowClosesAt: draft.window_closes_at,
        agentLastSpokeAt: draft.agent_last_spoke_at,
        serviceMessagesThisMonth: draft.service_delivered,
        templates,
        consents: draft.agreements?.consents,
        stoppedAt: draft.agreements?.stoppedAt,
      },
      pack,
      clock.now(),
    );
    if (cleared.kind === 'refused') {
      log.info('send.refused', { outboxId: draft.outbox_id, rule: cleared.clearance.refusal?.rule });
      return { kind: 'refused', draft, clearance: cleared.clearance };
    }
    if (!budget.spend(draft.channel_id)) return { kind: 'later', draft, delayMs: 50 };
    return { kind: 'sending', draft, clearance: cleared.clearance, message: cleared.message };
  }

  async function wakeRefused(client: Queryable, marks: readonly Marked[]): Promise<void> {
    const refused = marks.flatMap((mark) => (mark.kind === 'refused' ? [mark] : []));
    if (refused.length === 0) return;
    await wakeConversations(
      client,
      refused.map(({ draft, clearance }) => ({
        channelId: draft.channel_id,
        conversationId: draft.conversation_id,
        messageId: `refused:${draft.outbox_id}`,
        at: clock.now(),
        content: {
          kind: 'refused-by-policy',
          outboxId: draft.outbox_id,
          rule: clearance.refusal?.rule ?? 'unknown',
        },
      })),
      settings,
    );
  }

  async function deliver(draft: DueDraft, message: Cleared): Promise<void> {
    const channel = channels().get(draft.channel_id);
    const outcome: SendOutcome =
      channel === undefined
        ? { kind: 'not-sent', reason: 'the channel was paused meanwhile' }
        : await within(settings.sendingExpiresMs / 2, (signal) => channel.send(message, signal));
    await untilRecorded(await recordOf(draft, outcome));
  }

  /** A database that is away for a moment must not turn a known outcome into an unknown one. */
  async function untilRecorded(recorded: Recorded): Promise<void> {
    const until = performance.now() + settings.sendingExpiresMs / 2;
    for (let waitMs = 250; ; waitMs = Math.min(2_000, waitMs * 2)) {
      try {
        await records.add(recorded);
        return;
      } catch (error) {
        if (performance.now() > until) throw error;
        await sleep(waitMs * (0.6 + random() * 0.4));
      }
    }
  }

  async function recordOf(draft: DueDraft, outcome: SendOutcome): Promise<Recorded> {
    const place = { channelId: draft.channel_id, outboxId: draft.outbox_id };
    const conversationId = draft.conversation_id;
    const attempts = draft.attempts + 1;
    switch (outcome.kind) {
      case 'accepted': {
        const byAgent = draft.draft.author === 'agent';
        const record: SendRecord = {
          ...place,
          kind: 'accepted',
          messageId: outcome.messageId,
          byAgent,
          at: clock.now(),
        };
        return { record, conversationId };
      }
      case 'unknown':
        log.warn('send.unknown', { outboxId: draft.outbox_id, reason: outcome.reason });
        return { record: { ...place, kind: 'unknown', error: { reason: outcome.reason } }, conversationId };
      case 'rejected':
      case 'not-sent': {
        const code = outcome.kind === 'rejected' ? outcome.code : undefined;
        if (isOfTemplate(outcome)) needs.templates.forget();
        log.warn('send.rejected', { outboxId: draft.outbox_id, code, reason: outcome.reason, attempts });
        const error = { reason: outcome.reason, ...(code === undefined ? {} : { code }) };
        const consequence = reactToRejection(outcome, attempts, settings, random());
        if (consequence.kind === 'fail')
          return { record: { ...place, kind: 'failed', error }, conversationId };
        if (consequence.pauseNumber !== undefined) await pause(draft.channel_id, consequence.pauseNumber);
        if (consequence.emptyBudgetMs !== undefined) {
          budget.forfeit(draft.channel_id);
          await emptyBudget(database, draft.channel_id, consequence.emptyBudgetMs);
        }
        return { record: { ...place, kind: 'retry', delayMs: consequence.delayMs, error }, conversationId };
      }
    }
  }

  async function pause(channelId: string, why: string): Promise<void> {
    log.error('channel.paused', { channelId, why });
    await pauseChannel(database, channelId, why);
    await raiseAlarm(database, { kind: 'number-paused', about: `Sending is paused: ${why}`, channelId });
    needs.onPaused();
  }

  function launch(draft: DueDraft, message: Cleared): void {
    const flight = deliver(draft, message)
      .catch((error: unknown) => {
        // Nothing was recorded: the row stays `sending` and becomes `unknown` by itself.
        log.error('send.not-recorded', { outboxId: draft.outbox_id, error: String(error) });
      })
      .finally(() => {
        const wasFull = flying.size >= settings.mostSendsAtOnce;
        flying.delete(flight);
        if (wasFull) needs.onFreed();
      });
    flying.add(flight);
  }

  return {
    async sendDue() {
      const most = Math.min(100, settings.mostSendsAtOnce - flying.size);
      if (most <= 0) return { taken: 0, more: false };
      if (wasIdle && !(await hasDueDrafts(database))) return { taken: 0, more: false };
      const marks = await markDue(await businesses.current(), most);
      wasIdle = marks.length === 0;
      for (const mark of marks) {
        if (mark.kind === 'sending' && mark.message !== undefined) launch(mark.draft, mark.message);
      }
      return { taken: marks.length, more: marks.length === most };
    },
    async drain() {
      await Promise.allSettled(flying);
      await records.drain();
    },
  };
}

function recipientNow(draft: DueDraft): { phone?: string; bsuid?: string } {
  return {
    ...(draft.phone === undefined ? {} : { phone: draft.phone }),
    ...(draft.bsuid === undefined ? {} : { bsuid: draft.bsuid }),
  };
}

function ownerNow(draft: DueDraft): Owner {
  switch (draft.owner_kind) {
    case 'agent':
    case 'nobody':
      return { kind: draft.owner_kind };
    case 'people':
      return draft.owner_person === undefined
        ? { kind: 'people' }
        : { kind: 'people', person: draft.owner_person };
  }
}

function monthOf(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 7)}-01`;
}

function reasonOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'reason' in error
    ? String(error.reason)
    : String(error);
}

/** Whether Meta does not take the template itself, whoever it goes to. */
function isOfTemplate(outcome: SendOutcome): boolean {
  return (
    outcome.kind === 'rejected' &&
    outcome.reaction.kind === 'give-up' &&
    outcome.reaction.why === 'template-problem'
  );
}

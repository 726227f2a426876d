import type { Business } from '@ambit/core/business/business';
import { randomUUID } from 'node:crypto';
import { advance, beginState } from '@ambit/core/conversation/advance';
import type { Call, CallResult } from '@ambit/core/conversation/call';
import type { Event } from '@ambit/core/conversation/event';
import type { Close } from '@ambit/core/conversation/next';
import type { Outcome } from '@ambit/core/conversation/outcome';
import type { Owner } from '@ambit/core/conversation/owner';
import type { ConversationState } from '@ambit/core/conversation/state';
import { serviceWindowClosesAt } from '@ambit/core/conversation/service-window';
import { withTranscripts } from '@ambit/core/conversation/voice-notes';
import type { Transcript } from '@ambit/core/message/inbound';
import type { Verdict } from '@ambit/core/scope/verdict';
import type { Claim } from '../db/claim-mailboxes.ts';
import type { ClosedAs, ClosingTurn } from '../db/close-turns.ts';
import type { Database } from '../db/database.ts';
import { journalSettle, readJournal, type JournalEntry } from '../db/journal.ts';
import { reopenTurn, type OpenedTurn } from '../db/open-turns.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Tool } from '../ports/tools.ts';
import { handToPeople, isStale } from './hand-to-people.ts';
import { leftCallAlarms, leftCalls } from './left-calls.ts';
import { noModel, type ModelAsker } from './ask-model.ts';
import { deaf, type VoiceListener } from './listen-to-voice.ts';
import { performCall, type Performed } from './perform-call.ts';
import type { PublishedBusinesses, ReadyBusiness } from './published-business.ts';
import { recordUnanswered } from './record-unanswered.ts';
import type { EngineSettings } from './settings.ts';
import { timelineEntries } from './timeline-entries.ts';
import type { WaitingTurns } from './waiting-turns.ts';

/** What running turns needs from outside. */
export type TurnDependencies = {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: EngineSettings;
  readonly businesses: PublishedBusinesses;
  readonly tools: ReadonlyMap<string, Tool>;
  /** Commits a closing turn, grouped with those of others. */
  readonly close: (turn: ClosingTurn) => Promise<ClosedAs>;
  /** Writes down voice notes; without it, customers are asked to type. */
  readonly listen?: VoiceListener;
  /** Asks the models of a business; without it, none takes part. */
  readonly askModel?: ModelAsker;
  /** Told which turns wait for somebody outside. */
  readonly waiting?: WaitingTurns;
  /** Told of each call that has settled, and how long it took. */
  readonly onSettled?: (call: Call, result: CallResult, ms: number, turnId: string) => void;
};

type Ran = {
  readonly close: Close;
  readonly state: ConversationState;
  readonly events: readonly Event[];
  readonly hadEffects: boolean;
};

/** How a run ended for the worker: `sends`: drafts are waiting for the sender; `queued`: their outbox ids. */
export type TurnRan =
  | { kind: 'closed'; sends: boolean; queued: readonly string[]; outcome: Outcome['kind']; reopened: boolean }
  | { kind: 'fenced' };

/**
 * Runs one claimed turn to its commit. Holds no database connection while a call is out.
 * A turn whose conversation grew meanwhile takes the new messages in, once; a fenced one leaves
 * nothing behind.
 */
export async function runTurn(needs: TurnDependencies, claim: Claim, opened: OpenedTurn): Promise<TurnRan> {
  const place = { channelId: claim.channelId, turnId: opened.turn_id };
  let journal: ReadonlyMap<string, JournalEntry> = claim.resumed
    ? await readJournal(needs.database, place)
    : new Map();
  let turn = opened;
  for (;;) {
    const ran = await decide(needs, claim, turn, journal);
    if (ran === 'lost') return { kind: 'fenced' };
    const left = leftCalls(journal, ran.events);
    for (const { key, entry } of left) {
      if (entry.kind === 'settled') continue;
      await journalSettle(needs.database, place, key, {
        kind: 'in-doubt',
        why: `"${entry.tool}" was started by a run of this turn that did not end`,
      });
    }
    const closing = closingTurn(needs, claim, turn, {
      ...ran,
      close: { ...ran.close, alarms: [...ran.close.alarms, ...leftCallAlarms(left)] },
    });
    const closedAs = await needs.close(closing);
    if (closedAs === 'closed') {
      await keepUnanswered(needs, turn.turn_id, ran.close);
      return {
        kind: 'closed',
        sends: ran.close.drafts.length > 0,
        queued: closing.entries.flatMap(({ queued }) => (queued === undefined ? [] : [queued.outboxId])),
        outcome: ran.close.outcome.kind,
        reopened: turn.reopened > 0,
      };
    }
    const grown = closedAs === 'grown' ? await reopen(needs, claim, turn) : undefined;
    if (grown === undefined) {
      needs.log.info('turn.fenced', { conversationId: claim.conversationId, turnId: turn.turn_id });
      return { kind: 'fenced' };
    }
    turn = grown;
    // Of voice notes that were written down already, nothing is asked again.
    journal = await readJournal(needs.database, place);
  }
}

/** The customer has their answer; what people may learn from it must not spoil the turn. */
async function keepUnanswered(needs: TurnDependencies, turnId: string, close: Close): Promise<void> {
  if (close.unanswered === undefined) return;
  try {
    await recordUnanswered(needs.database, turnId, close.unanswered, needs.clock.now());
  } catch (error) {
    needs.log.warn('question.not-kept', {
      turnId,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}

function reopen(needs: TurnDependencies, claim: Claim, turn: OpenedTurn): Promise<OpenedTurn | undefined> {
  return reopenTurn(needs.database, {
    channelId: claim.channelId,
    conversationId: claim.conversationId,
    turnId: turn.turn_id,
    epoch: claim.epoch,
  });
}

async function decide(
  needs: TurnDependencies,
  claim: Claim,
  turn: OpenedTurn,
  journal: ReadonlyMap<string, JournalEntry>,
): Promise<Ran | 'lost'> {
  const began = turnBegan(turn);
  const without = async (why: string, kind: string, outcome: 'handed-off' | 'failed'): Promise<Ran> => ({
    close: handToPeople({
      why,
      kind,
      outcome,
      owner: began.owner,
      business: await teamsOf(needs, turn.business_version),
    }),
    state: turn.state,
    events: [began],
    hadEffects: false,
  });
  if (claim.attempts > needs.settings.mostTurnAttempts) {
    return without('the messages could not be handled', 'poison-turn', 'failed');
  }
  // Trying again would not help.
  if (turn.unreadable !== undefined) {
    needs.log.error('turn.unreadable', {
      turnId: turn.turn_id,
      conversationId: claim.conversationId,
      error: turn.unreadable,
    });
    return without('what is stored of this conversation cannot be read', 'poison-turn', 'failed');
  }
  if (began.owner.kind === 'agent' && isStale(turn.inputs, turn.clock_at, needs.settings.staleAfterMs)) {
    return without(
      'the messages were found too late to answer by themselves',
      'stale-messages',
      'handed-off',
    );
  }
  const ready = await needs.businesses.byVersion(turn.business_version);
  return drive(needs, ready, claim, turn, journal, began);
}

async function drive(
  needs: TurnDependencies,
  ready: ReadyBusiness,
  claim: Claim,
  turn: OpenedTurn,
  journal: ReadonlyMap<string, JournalEntry>,
  began: Event,
): Promise<Ran | 'lost'> {
  const events: Event[] = [began];
  let hadEffects = journal.size > 0;
  let step = advance(ready.business, beginState(turn.state), began);
  while (step.next.kind === 'await') {
    const { call, key } = step.next;
    const startedAt = performance.now();
    const perform = (): Promise<Performed> =>
      performCall({
        database: needs.database,
        tools: needs.tools,
        toolTimeoutMs: needs.settings.toolTimeoutMs,
        listen: needs.listen ?? deaf,
        askModel: needs.askModel ?? noModel,
        ready,
        turn: {
          channelId: claim.channelId,
          conversationId: claim.conversationId,
          turnId: turn.turn_id,
          epoch: claim.epoch,
          asker: {
            contactId: turn.contact_id,
            ...(turn.phone === undefined ? {} : { phone: turn.phone }),
            ...(turn.bsuid === undefined ? {} : { bsuid: turn.bsuid }),
          },
          journal,
        },
        call,
        key,
      });
    const performed = await (needs.waiting !== undefined && isOutside(call, ready)
      ? needs.waiting.during(perform)
      : perform());
    if (performed.kind === 'lost') return 'lost';
    needs.onSettled?.(call, performed.result, performance.now() - startedAt, turn.turn_id);
    hadEffects ||= performed.hadEffect;
    const settled: Event = { kind: 'settled', key, at: needs.clock.now(), result: performed.result };
    events.push(settled);
    step = advance(ready.business, step.state, settled);
  }
  return { close: step.next, state: step.state.conversation, events, hadEffects };
}

/** Whether a call leaves this machine: the built-in tools, the guard and the search do not. */
function isOutside(call: Call, ready: ReadyBusiness): boolean {
  switch (call.kind) {
    case 'judge-scope':
    case 'retrieve':
      return false;
    case 'choose-task':
    case 'write-answer':
    case 'transcribe':
      return true;
    case 'call-tool':
      return ready.tools.has(call.tool);
  }
}

function turnBegan(turn: OpenedTurn): Extract<Event, { kind: 'turn-began' }> {
  const windowClosesAt = serviceWindowClosesAt(turn.window_closes_at, turn.inputs);
  return {
    kind: 'turn-began',
    turn: turn.turn_id,
    at: turn.clock_at,
    owner: ownerOf(turn),
    ownerVersion: turn.owner_version,
    contactId: turn.contact_id,
    ...(turn.phone === undefined ? {} : { contactPhone: turn.phone }),
    ...(turn.customer === undefined ? {} : { customer: turn.customer }),
    ...(windowClosesAt === undefined ? {} : { windowClosesAt }),
    inputs: turn.inputs,
  };
}

function ownerOf(turn: OpenedTurn): Owner {
  switch (turn.owner_kind) {
    case 'agent':
    case 'nobody':
      return { kind: turn.owner_kind };
    case 'people':
      return turn.owner_person === undefined
        ? { kind: 'people' }
        : { kind: 'people', person: turn.owner_person };
  }
}

function closingTurn(needs: TurnDependencies, claim: Claim, turn: OpenedTurn, ran: Ran): ClosingTurn {
  const { close } = ran;
  const handsOff = close.handOff !== undefined && turn.owner_kind === 'agent';
  return {
    channelId: claim.channelId,
    conversationId: claim.conversationId,
    turnId: turn.turn_id,
    epoch: claim.epoch,
    toSeq: turn.to_seq,
    mayGrow: turn.reopened === 0 && !ran.hadEffects,
    moreWaited: claim.nextSeq - 1 > turn.to_seq,
    state: ran.state,
    handsOff,
    ticket:
      handsOff && close.handOff !== undefined
        ? { ...close.handOff.ticket, why: close.handOff.why }
        : undefined,
    windowClosesAt: serviceWindowClosesAt(turn.window_closes_at, turn.inputs),
    at: turn.clock_at,
    events: ran.events,
    outcome: close.outcome,
    verdict: verdictOf(ran.events),
    entries: timelineEntries({
      inputs: withTranscripts(turn.inputs, transcriptsIn(ran.events)),
      close,
      recipient: {
        ...(turn.phone === undefined ? {} : { phone: turn.phone }),
        ...(turn.bsuid === undefined ? {} : { bsuid: turn.bsuid }),
      },
      ownerVersion: turn.owner_version + (handsOff ? 1 : 0),
      at: needs.clock.now(),
      newId: randomUUID,
    }),
    setTimers: close.setTimers,
    clearTimers: close.clearTimers,
    alarms: close.alarms,
    hide: close.hide,
  };
}

/** What cannot be answered goes to people even if the business cannot be read. */
async function teamsOf(
  { businesses }: TurnDependencies,
  version: number,
): Promise<Pick<Business, 'teams' | 'routing'>> {
  return businesses.byVersion(version).then(
    ({ business }) => business,
    () => ({ teams: [], routing: [] }),
  );
}

/** What this run wrote down of voice notes, by media id. */
function transcriptsIn(events: readonly Event[]): ReadonlyMap<string, Transcript> {
  return new Map(
    events.flatMap((event) =>
      event.kind === 'settled' && event.result.kind === 'transcribed'
        ? [[event.result.mediaId, event.result.transcript] as const]
        : [],
    ),
  );
}

function verdictOf(events: readonly Event[]): Verdict | undefined {
  for (const event of events.toReversed()) {
    if (event.kind === 'settled' && event.result.kind === 'judged') return event.result.verdict;
  }
  return undefined;
}

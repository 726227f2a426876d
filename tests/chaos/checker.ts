import type { Evidence } from './evidence.ts';
import { acceptedSends, toldIn, type AcceptedSend } from './simulator-facts.ts';

/** What may never happen. Each counter is a list of what was found, in words. */
export const counters = {
  withoutOutcome,
  statusesLost,
  repliesDoubled,
  unrecorded,
  orderBroken,
  effectsTwice,
  sentAfterTakeOver,
  sentOutsideWindow,
  forgedTaken,
  untold,
  stuck,
} satisfies Readonly<Record<string, (evidence: Evidence) => readonly string[]>>;

export type Findings = { readonly [Name in keyof typeof counters]: readonly string[] };

/** Counts what went wrong in a round, from the simulator's own log and the tables. Shares no query with the server. */
export function check(evidence: Evidence): Findings {
  return {
    withoutOutcome: withoutOutcome(evidence),
    statusesLost: statusesLost(evidence),
    repliesDoubled: repliesDoubled(evidence),
    unrecorded: unrecorded(evidence),
    orderBroken: orderBroken(evidence),
    effectsTwice: effectsTwice(evidence),
    sentAfterTakeOver: sentAfterTakeOver(evidence),
    sentOutsideWindow: sentOutsideWindow(evidence),
    forgedTaken: forgedTaken(evidence),
    untold: untold(evidence),
    stuck: stuck(evidence),
  };
}

/** Messages the server acknowledged that belong to no closed turn with an outcome. */
function withoutOutcome(evidence: Evidence): readonly string[] {
  const places = new Map(evidence.inbox.map((row) => [row.message_id, row]));
  const turnsOf = Map.groupBy(evidence.turns, (turn) => turn.conversation_id);
  const acknowledged = toldIn(evidence, 'acknowledged').messages.map(({ id }) => id);
  const own = evidence.inbox.map((row) => row.message_id);
  return [...new Set([...acknowledged, ...own])].flatMap((id) => {
    const place = places.get(id);
    if (place === undefined) return [`${id} was acknowledged and is not in the inbox`];
    const turn = turnsOf
      .get(place.conversation_id)
      ?.find(({ from_seq: from, to_seq: to }) => from <= place.seq && place.seq <= to);
    return turn?.closed === true && turn.outcome !== null
      ? []
      : [`${id} (${place.conversation_id} #${place.seq}) has no outcome`];
  });
}

const rankOf: Readonly<Record<string, number>> = { sent: 1, delivered: 2, read: 3, played: 4 };

/** Statuses the server acknowledged and did not keep, or that did not move their message forward. */
function statusesLost(evidence: Evidence): readonly string[] {
  const kept = new Set(evidence.statuses.map((row) => `${row.message_id} ${row.status}`));
  const rowOf = new Map(evidence.outbox.map((row) => [row.outbox_id, row]));
  const outboxOf = new Map(acceptedSends(evidence.log).map((send) => [send.wamid, send.outboxId]));
  return toldIn(evidence, 'acknowledged').statuses.flatMap(({ messageId, status }) => {
    if (!kept.has(`${messageId} ${status}`)) return [`${status} of ${messageId} is not kept`];
    const row = rowOf.get(outboxOf.get(messageId) ?? '');
    return row === undefined || row.delivery_rank >= (rankOf[status] ?? 0)
      ? []
      : [`${row.outbox_id} is at ${row.delivery_rank} although ${status} came`];
  });
}

/** The same send, or the same words of one turn, accepted twice. */
function repliesDoubled(evidence: Evidence): readonly string[] {
  const turnOf = new Map(evidence.outbox.map((row) => [row.outbox_id, row.turn_id]));
  const sends = acceptedSends(evidence.log);
  const ids = repeated(sends, (send) => send.outboxId).map((id) => `outbox ${id} was accepted twice`);
  const words = repeated(sends, (send) => `${turnOf.get(send.outboxId) ?? send.outboxId} ${send.text}`);
  return [...ids, ...(ids.length > 0 ? [] : words.map((one) => `one turn said twice: ${one}`))];
}

function repeated<T>(items: readonly T[], keyOf: (item: T) => string): readonly string[] {
  return [...Map.groupBy(items, keyOf)].flatMap(([key, group]) => (group.length > 1 ? [key] : []));
}

/** What the simulator accepted and the outbox knows otherwise, and the other way round. */
function unrecorded(evidence: Evidence): readonly string[] {
  const rowOf = new Map(evidence.outbox.map((row) => [row.outbox_id, row]));
  const accepted = new Set(acceptedSends(evidence.log).map((send) => send.outboxId));
  return [
    ...[...accepted].flatMap((outboxId) => {
      const status = rowOf.get(outboxId)?.status;
      return status === 'accepted' || status === 'failed' || status === 'unknown'
        ? []
        : [`${outboxId} was accepted, and the outbox says ${status ?? 'nothing'}`];
    }),
    ...evidence.outbox.flatMap((row) =>
      row.status === 'accepted' && !accepted.has(row.outbox_id)
        ? [`${row.outbox_id} counts as accepted, and never was`]
        : [],
    ),
  ];
}

/** Sequences with gaps, ranges of turns that overlap or leave something out, replies out of their order. */
function orderBroken(evidence: Evidence): readonly string[] {
  const inboxOf = Map.groupBy(evidence.inbox, (row) => row.conversation_id);
  const turnsOf = Map.groupBy(evidence.turns, (turn) => turn.conversation_id);
  const rowOf = new Map(evidence.outbox.map((row) => [row.outbox_id, row]));
  const sends = acceptedSends(evidence.log).flatMap((send) => {
    const row = rowOf.get(send.outboxId);
    return row === undefined ? [] : [row];
  });
  const sendsOf = Map.groupBy(sends, (row) => row.conversation_id);
  return evidence.conversations.flatMap(({ conversation_id: id, next_seq: next, handled_seq: handled }) => {
    const seqs = (inboxOf.get(id) ?? []).map((row) => row.seq).toSorted((a, b) => a - b);
    const ids = new Set((inboxOf.get(id) ?? []).map((row) => row.message_id));
    const turns = (turnsOf.get(id) ?? []).toSorted((a, b) => a.from_seq - b.from_seq);
    const ordinals = (sendsOf.get(id) ?? []).map((row) => row.ordinal);
    const starts = [1, ...turns.map((turn) => turn.to_seq + 1)];
    return [
      ...(seqs.every((seq, index) => seq === index + 1) && seqs.length === next - 1
        ? []
        : [`${id} has gaps in its sequence`]),
      ...(ids.size === seqs.length ? [] : [`${id} holds a message twice`]),
      ...(turns.every((turn, index) => turn.from_seq === starts[index])
        ? []
        : [`${id} has turns that overlap or leave messages out`]),
      ...((turns.at(-1)?.to_seq ?? 0) === handled ? [] : [`${id} is handled up to ${handled}`]),
      ...(ordinals.every((ordinal, index) => index === 0 || ordinal >= (ordinals[index - 1] ?? 0))
        ? []
        : [`${id} was sent out of order: ${ordinals.join(', ')}`]),
    ];
  });
}

/** An order cancelled or sent elsewhere by two effects, an effect that is not seen, or one turn that asked for it twice. */
function effectsTwice(evidence: Evidence): readonly string[] {
  const done = evidence.effects.filter((effect) => effect.what === 'cancelled');
  const cancelled = new Set(done.map((effect) => effect.order_number));
  return [
    ...repeated(done, (effect) => effect.order_number ?? '').map((order) => `${order} was cancelled twice`),
    ...repeated(evidence.changes, (change) => change.key).map((key) => `${key} was done twice`),
    ...repeated(evidence.changes, (change) => change.order).map(
      (order) => `${order} was sent elsewhere twice`,
    ),
    ...repeated(evidence.journal, (call) => `${call.turn_id} ${call.order_number ?? ''}`).map(
      (call) => `one turn asked for it under two keys: ${call}`,
    ),
    ...evidence.orders.flatMap((order) =>
      cancelled.has(order.order_number) === (order.status === 'cancelled')
        ? []
        : [`${order.order_number} is ${order.status}, and its effects say otherwise`],
    ),
  ];
}

/** Sends whose marking came after somebody else had got the word. */
function sentAfterTakeOver(evidence: Evidence): readonly string[] {
  const marksOf = Map.groupBy(evidence.marks, (mark) => mark.outbox_id);
  const accepted = new Set(acceptedSends(evidence.log).map((send) => send.outboxId));
  return evidence.outbox.flatMap((row) => {
    if (!accepted.has(row.outbox_id)) return [];
    const marks = marksOf.get(row.outbox_id) ?? [];
    if (marks.length === 0) return [`${row.outbox_id} was accepted and never marked`];
    return marks.flatMap((mark) => {
      const rightful =
        mark.owner_version === row.owner_version &&
        (mark.owner_kind === 'agent'
          ? row.author !== 'person'
          : mark.owner_kind === 'people' &&
            (row.author === 'person'
              ? mark.owner_person === null || mark.owner_person === row.person
              : row.reason === 'handoff'));
      return rightful
        ? []
        : [
            `${row.outbox_id} of a ${row.author}, version ${row.owner_version}, was marked when ${mark.owner_kind} had ${mark.owner_version}`,
          ];
    });
  });
}

const windowMs = 24 * 3_600_000;
/** The server's clock follows the simulator's by 250 ms at most; then a send may be on its way. */
const noticedWithinMs = 4_000;

/** Free-form sends accepted later than 24 hours after the customer's last word, by the simulator's clock. */
function sentOutsideWindow(evidence: Evidence): readonly string[] {
  const opening = toldIn(evidence, 'all').messages.filter(({ type }) => type !== 'revoke');
  const saidBy = Map.groupBy(opening, (message) => message.from);
  const rowOf = new Map(evidence.outbox.map((row) => [row.outbox_id, row]));
  const customerOf = new Map(evidence.conversations.map((row) => [row.conversation_id, row.bsuid ?? '']));
  return acceptedSends(evidence.log).flatMap((send) => {
    const row = rowOf.get(send.outboxId);
    if (row === undefined || row.kind === 'template') return [];
    const said = saidBy.get(customerOf.get(row.conversation_id) ?? '') ?? [];
    const inside = momentsOf(send, evidence).some((at) =>
      said.some((message) => message.said <= at && at < message.said + windowMs),
    );
    return inside ? [] : [`${send.outboxId} was accepted outside the window`];
  });
}

/** When it was accepted, by the clock as it was then, and as the server may still have known it. */
function momentsOf(send: AcceptedSend, { jumps }: Evidence): readonly number[] {
  const unnoticed = jumps.filter(
    ({ afterIndex, toMs }) => afterIndex < send.index && send.atMs - toMs < noticedWithinMs,
  );
  return [send.atMs, send.atMs - unnoticed.reduce((sum, jump) => sum + jump.byMs, 0)];
}

/** Messages without a good signature that were stored, or whose bearer was told that all is well. */
function forgedTaken(evidence: Evidence): readonly string[] {
  const inbox = new Set(evidence.inbox.map((row) => row.message_id));
  return evidence.posts.flatMap(({ body, status, forged }) => {
    if (!forged) return [];
    const id = /"id":"(wamid[^"]*)"/.exec(body)?.[1] ?? '';
    return status !== 200 && !inbox.has(id) ? [] : [`${id} was answered ${status}`];
  });
}

/** Sends that came to nothing and of which the conversation was not told. */
function untold(evidence: Evidence): readonly string[] {
  const inbox = new Set(evidence.inbox.map((row) => row.message_id));
  return evidence.outbox.flatMap((row) => {
    const notice =
      row.status === 'refused'
        ? `refused:${row.outbox_id}`
        : row.status === 'failed' || (row.status === 'unknown' && row.told)
          ? `failed:${row.outbox_id}`
          : undefined;
    return notice === undefined || inbox.has(notice) ? [] : [`${row.outbox_id} is ${row.status}`];
  });
}

/** Whatever still waits, though nothing is left to wait for. */
function stuck(evidence: Evidence): readonly string[] {
  return [
    ...evidence.conversations.flatMap((box) =>
      box.wake_at === undefined &&
      box.lease_until === undefined &&
      box.lease_node === null &&
      box.open_turn === null &&
      box.handled_seq === box.next_seq - 1
        ? []
        : [`${box.conversation_id} waits: handled ${box.handled_seq} of ${box.next_seq - 1}`],
    ),
    ...evidence.outbox.flatMap((row) =>
      ['queued', 'sending', 'retry'].includes(row.status) || (row.status === 'unknown' && !row.told)
        ? [`${row.outbox_id} is ${row.status}`]
        : [],
    ),
    ...evidence.timers.flatMap((timer) =>
      (timer.due_at ?? 0) < evidence.simulatorNow - 5_000
        ? [`timer ${timer.name} of ${timer.conversation_id} is overdue`]
        : [],
    ),
    ...evidence.media.flatMap((file) =>
      ['wanted', 'failed'].includes(file.status) && (file.due_at ?? 0) < evidence.databaseNow - 5_000
        ? [`file ${file.media_id} is ${file.status}`]
        : [],
    ),
    ...evidence.journal.flatMap((call) =>
      call.settled ? [] : [`a call of turn ${call.turn_id} never settled`],
    ),
  ];
}

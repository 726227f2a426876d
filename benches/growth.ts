/**
 * Whether a reply costs more when much is stored: CPU of server and database per reply with 1
 * thousand and 100 thousand stored messages, and `--messages` if more are asked for, each with its
 * turn, outbox row, statuses and dedupe key; then after a month's worth of changes with vacuum.
 * Run: `npm run -s bench:growth -- [--json] [--seconds N] [--messages N]`.
 *
 * Figures: `cpuMicrosN` per reply at each size, `cpuMicrosAfterMonth`, and `ratio` of the dearest to
 * the cheapest.
 */
import { printReport, readArguments, rounded } from './support/bench-report.ts';
import { cpuMicros, treeCpuMicros } from './support/process-cpu.ts';
import { runCustomers } from './support/reply-load.ts';
import { startReplyStack } from './support/reply-stack.ts';

const { json, numbers } = readArguments({
  seconds: 6,
  rate: 100,
  people: 2_000,
  messages: 100_000,
  days: 30,
});
const stack = await startReplyStack({ people: numbers.people, numbers: 8, workers: 1 });
let stored = 0;
let from = 0;
let logFrom = 0;

const storing = `
      with places as (
        select channel_id, conversation_id, row_number() over (order by conversation_id) - 1 as n from conversations
      ), rows as (
        select p.channel_id, p.conversation_id, gen_random_uuid() as turn_id, gen_random_uuid() as outbox_id,
               $1::bigint + g as serial, now() - interval '10 days' as at
          from generate_series(1, $2::int) as g join places p on p.n = g % $3
      ), boxes as (
        update mailboxes m set next_seq = m.next_seq + c.added, handled_seq = m.handled_seq + c.added,
                               next_position = m.next_position + 2 * c.added
          from (select channel_id, conversation_id, count(*) as added from rows group by 1, 2) c
         where m.channel_id = c.channel_id and m.conversation_id = c.conversation_id
        returning m.channel_id, m.conversation_id, m.next_seq - c.added as seq, m.next_position - 2 * c.added as pos
      ), placed as (
        select r.*, b.seq + row_number() over w - 1 as seq, b.pos + 2 * (row_number() over w - 1) as pos
          from rows r join boxes b using (channel_id, conversation_id)
        window w as (partition by r.channel_id, r.conversation_id order by r.serial)
      ), i as (
        insert into inbox (channel_id, conversation_id, seq, message_id, said_at, content)
        select channel_id, conversation_id, seq, 'old.' || serial, at, '{"kind":"text","body":"Where is my order?"}'
          from placed
      ), d as (
        insert into dedupe (channel_id, message_id, received_at) select channel_id, 'old.' || serial, at from placed
      ), t as (
        insert into turns (channel_id, turn_id, conversation_id, from_seq, to_seq, business_version, pack, clock_at,
                           events, outcome, opened_at, closed_at)
        select channel_id, turn_id, conversation_id, seq, seq, 1, '2026-11-21', at, '[]', '{"kind":"answered"}', at, at
          from placed
      ), o as (
        insert into outbox (channel_id, outbox_id, conversation_id, ordinal, turn_id, draft, recipient, priority,
                            status, message_id, accepted_at, delivery_rank, created_at, due_at)
        select channel_id, outbox_id, conversation_id, pos + 1, turn_id, '{"old":true}', '{}', 0, 'accepted',
               'wamid.old.' || serial, at, 3, at, at
          from placed
      ), s as (
        insert into statuses (channel_id, message_id, status, outbox_id, said_at, body, received_at)
        select channel_id, 'wamid.old.' || serial, k, outbox_id, at, '{}', at
          from placed cross join unnest(array['sent', 'delivered', 'read']) as k
      )
      insert into messages (channel_id, conversation_id, position, author, content, said_at, message_id, outbox_id)
      select channel_id, conversation_id, pos, 'customer', '{"kind":"text","body":"Where is my order?"}'::jsonb, at,
             'old.' || serial, null::uuid from placed
      union all
      select channel_id, conversation_id, pos + 1, 'agent', '{"kind":"text","body":"On its way."}'::jsonb, at, null, outbox_id
        from placed`;

/** Stores `count` messages more, spread over all conversations, as if they had been answered long ago. */
async function store(count: number): Promise<void> {
  await stack.client.transaction(async (client) => {
    // The product's connections are held to looking things up by key; this reads whole tables.
    for (const plan of ['enable_hashjoin', 'enable_mergejoin', 'enable_seqscan']) {
      await client.query({ text: `set local ${plan} = on` });
    }
    await client.query({ text: storing, values: [stored, count, numbers.people] });
  });
  stored += count;
  await stack.client.query({ text: 'vacuum (analyze)' });
}

/** The changes a month of traffic makes to the rows that change most, with the vacuum a server would run. */
async function passMonth(): Promise<void> {
  for (let day = 0; day < numbers.days; day += 1) {
    for (const change of [
      `update mailboxes set wake_at = now() + interval '1 day', epoch = epoch`,
      'update mailboxes set wake_at = null',
      'update conversations set last_activity_at = last_activity_at',
    ]) {
      await stack.client.query({ text: change });
    }
    if (day % 5 === 4) await stack.client.query({ text: 'vacuum (analyze)' });
  }
}

function busyMicros(): number {
  return cpuMicros(stack.servers[0]?.pid ?? 0) + treeCpuMicros(stack.database.pid);
}

/** Compiled code is what is measured: the first replies cost twice as much as the ten thousandth. */
const warming = { seconds: 10, rateTimes: 2.5 };

async function costOfReply(seconds: number, perSecond = numbers.rate): Promise<number> {
  const before = busyMicros();
  const ran = await runCustomers({
    simulator: stack.simulator,
    numbers: stack.numbers,
    people: numbers.people,
    from,
    perSecond,
    seconds,
    patienceS: 15,
    logFrom,
  });
  from += ran.sent;
  logFrom = ran.logTo;
  if (ran.lost > 0) throw new Error(`${ran.lost} replies were lost`);
  return (busyMicros() - before) / ran.accepted;
}

try {
  const figures: Record<string, number> = {};
  await costOfReply(warming.seconds, warming.rateTimes * numbers.rate);
  for (const size of [...new Set([1_000, 100_000, numbers.messages])].toSorted((a, b) => a - b)) {
    if (size > Math.max(100_000, numbers.messages)) continue;
    await store(size - stored);
    figures[`cpuMicros${size}`] = rounded(await costOfReply(numbers.seconds));
  }
  await passMonth();
  figures['cpuMicrosAfterMonth'] = rounded(await costOfReply(numbers.seconds));
  const costs = Object.values(figures);
  const ratio = Math.max(...costs) / Math.min(...costs);
  printReport(
    {
      bench: 'growth',
      figures: { ...figures, ratio: rounded(ratio) },
      targets: [{ figure: 'ratio', wanted: '≤ 1.3', met: ratio <= 1.3 }],
      notes: [
        `${numbers.rate} messages/s for ${numbers.seconds} s at each size, ${numbers.people} people; CPU of server and database together.`,
        'Server, PostgreSQL, and the simulator with the load share these cores.',
      ],
    },
    json,
  );
} finally {
  await stack.stop();
}

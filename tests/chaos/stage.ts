import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { AmbitClient } from '@ambit/sdk/client';
import type { Random } from '@ambit/simulator/random';
import type { LogEntry } from '@ambit/simulator/sim-log';
import type { Simulator } from '@ambit/simulator/simulator';
import type { ChaosPostgres, RoundDatabase } from './chaos-database.ts';
import type { ChaosCustomer } from './customers.ts';
import type { ClockJump, OwnPost } from './evidence.ts';
import type { Gateway } from './gateway.ts';
import { pick } from './customers.ts';
import type { Node } from './nodes.ts';

/** The one number of a round. */
export const channelId = 'whatsapp:106540352242922';

/** Everything a fault can lay hands on. `posts` and `jumps` grow as faults happen. */
export type Stage = {
  readonly simulator: Simulator;
  readonly postgres: ChaosPostgres;
  readonly database: RoundDatabase;
  readonly nodes: readonly Node[];
  /** Between the server and the Cloud API, and between Meta and the server. */
  readonly graph: Gateway;
  readonly ingress: Gateway;
  /** `crowd`: those who only speak when a fault makes them. */
  readonly customers: readonly ChaosCustomer[];
  readonly crowd: readonly ChaosCustomer[];
  readonly random: Random;
  readonly posts: OwnPost[];
  readonly jumps: ClockJump[];
  /** Faults that go on by themselves, such as a restart after a while. */
  readonly pending: Set<Promise<void>>;
  note(what: string): void;
};

/** All that the simulator has logged. */
export function readLog(simulator: Simulator): readonly LogEntry[] {
  const entries: LogEntry[] = [];
  for (;;) {
    const page = simulator.control.log(entries.at(-1)?.index ?? 0, 5_000);
    if (page.entries.length === 0) return entries;
    entries.push(...page.entries);
  }
}

/** Kills a node and starts it again after a while, as its service manager would. */
export async function killNode(stage: Stage, node: Node, backAfterMs: number): Promise<void> {
  if (!node.isUp()) return;
  stage.note(`kill ${node.name}`);
  await node.kill();
  later(stage, async () => {
    await wait(backAfterMs);
    await startNode(node);
  });
}

/** Lets something go on besides; the round waits for it at its end. */
export function later(stage: Stage, work: () => Promise<void>): void {
  const going = work().finally(() => stage.pending.delete(going));
  stage.pending.add(going);
}

/** A start may meet a database that is just away; a service manager tries again. */
export async function startNode(node: Node): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await node.start();
      return;
    } catch (cause) {
      if (attempt === 10) throw cause;
      await wait(500);
    }
  }
}

export function nodesUp(stage: Stage, role?: 'worker'): readonly Node[] {
  const up = stage.nodes.filter((node) => node.isUp());
  return role === undefined ? up : up.filter((node) => node.role !== 'ingress');
}

/** Asks the desk of whatever node answers. Undefined if none does, or if it says no. */
export async function atDesk<T>(
  stage: Stage,
  ask: (desk: AmbitClient) => Promise<T>,
): Promise<T | undefined> {
  for (const { desk } of nodesUp(stage)) {
    try {
      if (desk !== undefined) return await ask(desk);
    } catch (error) {
      stage.note(`the desk said: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return undefined;
}

/**
 * Holds a lock in a transaction of the test's while `work` runs, so that whatever needs it freezes
 * at that point. The lock goes with the connection, also when PostgreSQL is killed meanwhile.
 */
export async function whileLocked(stage: Stage, lock: string, work: () => Promise<void>): Promise<void> {
  const client = await stage.database.pool.connect();
  client.on('error', () => undefined);
  try {
    await client.query('begin');
    await client.query(`set local lock_timeout = '2s'`);
    await client.query(lock);
    await work();
  } finally {
    await client.query('rollback').catch(() => undefined);
    client.release(true);
  }
}

const Waiting = z.object({ application_name: z.string() });

/** The node one of whose statements with these words waits for a lock; undefined if none does for a while. */
export async function frozenNode(stage: Stage, words: string, limitMs: number): Promise<Node | undefined> {
  for (const until = performance.now() + limitMs; performance.now() < until;) {
    const { rows } = await stage.database.pool.query(
      `select application_name from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database() and position($1 in query) > 0`,
      [words],
    );
    const frozen = z
      .array(Waiting)
      .parse(rows)
      .map((row) => row.application_name);
    const node = nodesUp(stage).find(({ name }) => frozen.includes(name));
    if (node !== undefined) return node;
    await wait(20);
  }
  return undefined;
}

/** Some of the customers, each at most once. */
export function someCustomers(stage: Stage, count: number): readonly ChaosCustomer[] {
  return [...new Set(Array.from({ length: count }, () => pick(stage.random, stage.customers)))];
}

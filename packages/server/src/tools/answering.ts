import { z } from 'zod';
import { readToolEffect, saveToolEffect } from '../db/orders.ts';
import type { Database, Queryable } from '../db/database.ts';
import type { ToolOutcome } from '../ports/tools.ts';

const ToolOutput = z.json();

/** The outcome of a built-in tool's work: what it answers, or why it failed. */
export async function answering(work: () => Promise<unknown>): Promise<ToolOutcome> {
  try {
    const output: unknown = await work();
    return { kind: 'answered', output: ToolOutput.parse(output) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The outcome of work that changes the built-in tables: one transaction, with what was done stored under
 * the call's key, so that the same call twice does it once. `given`: what the work needs to know, found out
 * before the transaction holds a connection.
 */
export function answeringOnce<T>(
  database: Database,
  made: { readonly tool: string; readonly key: string; given(): Promise<T> },
  work: (client: Queryable, given: T) => Promise<unknown>,
): Promise<ToolOutcome> {
  return answering(async () => {
    const given = await made.given();
    return database.transaction(async (client) => {
      const before = await readToolEffect(client, made.key);
      if (before !== undefined) return before;
      const output = await work(client, given);
      await saveToolEffect(client, made.key, made.tool, output);
      return output;
    });
  });
}

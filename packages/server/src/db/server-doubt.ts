import pg from 'pg';

/** SQLSTATEs by which a server says that it will not write, or is going, gone or not there yet. */
const doubtfulStates = new Set(['25006', '57P01', '57P02', '57P03']);

/**
 * Whether an error may mean that this server is not the one that takes writes any more. What PostgreSQL itself did not
 * say (a refused or broken connection, a time-out) always may.
 * Source: PostgreSQL 18 documentation, Appendix A "Error Codes": class 08, read_only_sql_transaction, admin_shutdown,
 * crash_shutdown, cannot_connect_now.
 */
export function doubtsServer(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return true;
  const state = error.code ?? '';
  return state.startsWith('08') || doubtfulStates.has(state);
}

/** What went wrong, in words; a host with several addresses fails with one error for each, and none of its own. */
export function wordsOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(wordsOf))].join(', ');
  return error instanceof Error ? error.message : String(error);
}

/** Why a node should be restarted, or given no traffic now. A code for programs; it names no person and no address. */
export type HealthProblem =
  | 'loop-stuck'
  | 'draining'
  | 'database-unreachable'
  | 'database-not-migrated'
  | 'disk-nearly-full'
  | 'ingress-full';

export type HealthVerdict = { kind: 'ok' } | { kind: 'not'; reason: HealthProblem };

/** How this node is. */
export type NodeHealth = {
  /** Not ok: only a restart helps. */
  live(): HealthVerdict;
  /** Not ok: send it nothing for now. */
  ready(): Promise<HealthVerdict>;
};

/** Told of every loop's rounds, so that one that has stopped turning is seen. */
export type LoopWatch = {
  began(loop: string): void;
  /** A round that failed counts as well: the loop turns. */
  completed(loop: string): void;
  ended(loop: string): void;
};

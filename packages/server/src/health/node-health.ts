import type { HealthProblem, HealthVerdict, LoopWatch, NodeHealth } from '../ports/health.ts';

/** Rounds end within seconds, failing ones too; a loop silent for this long waits for what will not come. */
const stuckAfterMs = 120_000;
const probeTimeoutMs = 2_000;
/** However often it is asked, the database is looked at once in this time. */
const keptMs = 1_000;
/** How long a full ingress queue counts: longer than Meta is asked to wait. */
const overloadMs = 3_000;

/** One question about readiness. Resolves with what is wrong, or undefined. */
export type Probe = () => Promise<HealthProblem | undefined>;

/** The health of a node that can be told to drain. */
export type DrainableHealth = NodeHealth & {
  readonly watch: LoopWatch;
  /** From now on the node is not ready; it finishes what it has. */
  drain(): void;
  isDraining(): boolean;
  /** Ingress has just turned a webhook away because its queue is full. */
  overloaded(): void;
};

/**
 * Keeps the health of one node. `probes`: asked in order, the first problem counts; one that takes longer than 2 s, or
 * throws, counts as an unreachable database. `monotonicMs`: a clock that only goes forward.
 */
export function createNodeHealth(needs: {
  probes: readonly Probe[];
  monotonicMs: () => number;
}): DrainableHealth {
  const { probes, monotonicMs } = needs;
  const turnedAt = new Map<string, number>();
  let draining = false;
  let overloadedAt = Number.NEGATIVE_INFINITY;
  let kept: { readonly at: number; readonly problem: Promise<HealthProblem | undefined> } | undefined;

  async function look(): Promise<HealthProblem | undefined> {
    for (const probe of probes) {
      const problem = await withinTime(probe).catch(() => 'database-unreachable' as const);
      if (problem !== undefined) return problem;
    }
    return undefined;
  }

  return {
    watch: {
      began: (loop) => turnedAt.set(loop, monotonicMs()),
      completed: (loop) => turnedAt.set(loop, monotonicMs()),
      ended: (loop) => turnedAt.delete(loop),
    },
    drain() {
      draining = true;
    },
    isDraining: () => draining,
    overloaded() {
      overloadedAt = monotonicMs();
    },
    live() {
      const stuck = [...turnedAt.values()].some((at) => monotonicMs() - at > stuckAfterMs);
      return verdictOf(stuck ? 'loop-stuck' : undefined);
    },
    async ready() {
      if (draining) return verdictOf('draining');
      if (monotonicMs() - overloadedAt < overloadMs) return verdictOf('ingress-full');
      if (kept === undefined || monotonicMs() - kept.at > keptMs)
        kept = { at: monotonicMs(), problem: look() };
      const problem = await kept.problem;
      return verdictOf(draining ? 'draining' : problem);
    },
  };
}

function verdictOf(reason: HealthProblem | undefined): HealthVerdict {
  return reason === undefined ? { kind: 'ok' } : { kind: 'not', reason };
}

async function withinTime(probe: Probe): Promise<HealthProblem | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${probeTimeoutMs} ms`)), probeTimeoutMs);
  });
  try {
    return await Promise.race([probe(), late]);
  } finally {
    clearTimeout(timer);
  }
}

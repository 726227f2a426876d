import type { Check } from '../ports/doctor.ts';
import { leastFreeBytes } from '../health/free-disk.ts';

/** Whether people have something to look at, and work goes on. */
export function judgeWork(work: {
  readonly alarmsOpen: number;
  readonly overdue: number;
  readonly unknown: number;
  readonly paused: readonly { readonly address: string; readonly why: string }[];
}): readonly Check[] {
  return [
    work.alarmsOpen === 0
      ? { name: 'alarms', verdict: 'ok', says: 'none is open' }
      : {
          name: 'alarms',
          verdict: 'warning',
          says: `${work.alarmsOpen} open`,
          fix: 'Read and clear them at the desk.',
        },
    work.overdue === 0
      ? { name: 'turns', verdict: 'ok', says: 'no conversation waits too long' }
      : {
          name: 'turns',
          verdict: 'problem',
          says: `${work.overdue} conversations have waited too long for a worker`,
          fix: 'Check that a process with the role worker or all runs, and its log for "turn.failed".',
        },
    work.unknown === 0
      ? { name: 'sends', verdict: 'ok', says: 'no message of ours is in doubt' }
      : {
          name: 'sends',
          verdict: 'warning',
          says: `of ${work.unknown} messages nobody knows whether they arrived`,
          fix: 'Look at them at the desk; a status from Meta settles them, no program sends them again.',
        },
    ...work.paused.map(({ address, why }): Check => ({
      name: `channel ${address}`,
      verdict: 'problem',
      says: `sending is paused: ${why}`,
      fix: 'Mend that, then resume the number at the desk.',
    })),
  ];
}

/** `needed`: whether the database lies on this disk. */
export function judgeDisk(freeBytes: number, needed: 'database' | 'files'): Check {
  const says = `${(freeBytes / 1e9).toFixed(1)} GB free`;
  const fix = 'Free some space, or move AMBIT_HOME to a larger disk.';
  if (freeBytes < leastFreeBytes)
    return { name: 'disk', verdict: needed === 'database' ? 'problem' : 'warning', says, fix };
  return freeBytes < 10 * leastFreeBytes
    ? { name: 'disk', verdict: 'warning', says, fix }
    : { name: 'disk', verdict: 'ok', says };
}

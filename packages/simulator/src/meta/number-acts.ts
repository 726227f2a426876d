import type { World } from '../world.ts';
import type { MetaOutcome } from './act-as-meta.ts';
import { nameUpdate, qualityUpdate } from './account-webhook.ts';
import type { NumberAct } from './meta-act.ts';

/** How long an upgrade of the throughput keeps a number busy. Source: "Throughput", read 2026-11-21. */
const upgradeMs = 60_000;

/** What Meta does with one number. */
export function actOnNumber(world: World, act: NumberAct): MetaOutcome {
  const phoneNumberId = act.phoneNumberId ?? world.options.phoneNumberId;
  const line = world.lines.get(phoneNumberId);
  if (line === undefined) return { kind: 'unknown', what: `number ${phoneNumberId}` };
  switch (act.kind) {
    case 'rate-number': {
      const wasFlagged = line.quality === 'RED';
      line.quality = act.quality;
      const isFlagged = act.quality === 'RED';
      if (isFlagged !== wasFlagged)
        world.queue.enqueue([qualityUpdate(world, line, isFlagged ? 'FLAGGED' : 'UNFLAGGED')]);
      break;
    }
    case 'set-throughput':
      line.throughput = act.level;
      if (act.level === 'HIGH') {
        line.maintenanceUntilMs = world.clock.nowMs() + upgradeMs;
        world.queue.enqueue([qualityUpdate(world, line, 'THROUGHPUT_UPGRADE')]);
      }
      break;
    case 'review-name':
      line.nameStatus = act.decision === 'APPROVED' ? 'APPROVED' : 'DECLINED';
      world.queue.enqueue([nameUpdate(line, act.decision)]);
      break;
  }
  world.live.tell({ kind: 'account' });
  return { kind: 'done' };
}

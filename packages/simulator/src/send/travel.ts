import type { World } from '../world.ts';
import type { LateFailure } from './late-failure.ts';
import { postStatus, type Travelling } from './post-status.ts';

/** Posts the statuses of an accepted message, one after the other. */
export function travel(
  world: World,
  travelling: Travelling,
  failure: LateFailure | undefined,
  onlySent: boolean,
): void {
  const delays = world.options.statusDelaysMs ?? { sent: 20, delivered: 60 };
  world.after(delays.sent, () => {
    if (failure !== undefined) {
      postStatus(world, travelling, { kind: 'failed', ...failure });
      return;
    }
    postStatus(world, travelling, { kind: 'sent' });
    if (onlySent) return;
    world.after(Math.max(0, delays.delivered - delays.sent), () => {
      if (travelling.message?.progress.kind !== 'read') postStatus(world, travelling, { kind: 'delivered' });
      if (world.settings.autoRead === 'when-delivered')
        world.after(30, () => {
          postStatus(world, travelling, { kind: 'read' });
        });
    });
  });
}

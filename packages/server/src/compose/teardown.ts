import type { Log } from '../ports/log.ts';

/** Things to undo, last first. */
export type Teardown = (() => Promise<void> | void)[];

/** Undoes all of them; one that fails is logged and does not keep the others from being undone. */
export async function undo(teardown: Teardown, log: Log): Promise<void> {
  for (const step of teardown.splice(0).toReversed()) {
    try {
      await step();
    } catch (error) {
      log.error('stop.failed', { error: String(error) });
    }
  }
}

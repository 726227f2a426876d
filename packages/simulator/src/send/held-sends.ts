import type { Template } from '../templates/template.ts';
import type { World } from '../world.ts';
import { postStatus, type Travelling } from './post-status.ts';

/** A send that waits for Meta's quality assessment of its template. */
export type HeldSend = { readonly travelling: Travelling; readonly go: () => void };

/** Holds a send back; it was answered with `held_for_quality_assessment`. */
export function hold(world: World, template: Template, held: HeldSend): void {
  const waiting = world.held.get(template.id);
  if (held.travelling.message !== undefined) held.travelling.message.progress = { kind: 'held' };
  if (waiting === undefined) world.held.set(template.id, [held]);
  else waiting.push(held);
}

/** Ends the assessment: what was held travels on, or fails with 132015. Returns how many there were. */
export function releaseHeld(world: World, template: Template, how: 'send' | 'drop'): number {
  const waiting = world.held.get(template.id) ?? [];
  world.held.delete(template.id);
  for (const { travelling, go } of waiting) {
    if (how === 'send') go();
    else
      postStatus(world, travelling, {
        kind: 'failed',
        code: 132015,
        details: 'The template was paused while its quality was assessed; the message was dropped.',
      });
  }
  return waiting.length;
}

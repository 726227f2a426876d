import type { World } from '../world.ts';
import { releaseHeld } from '../send/held-sends.ts';
import type { Template, TemplateCategory, TemplateQuality } from './template.ts';
import {
  categoryChange,
  categoryNotice,
  templateQualityUpdate,
  templateStatusUpdate,
  type TemplateEvent,
} from './template-webhook.ts';

const hourMs = 3_600_000;
/** How long the first and the second pause last; the third time the template is disabled. Read 2026-11-21. */
const pauseHours = [3, 6] as const;

/** Sends a new or edited template to review, which ends by itself if the settings say so. */
export function review(world: World, template: Template): void {
  template.status = 'PENDING';
  if (world.settings.templateReview === 'manual') return;
  world.agenda.at(world.clock.nowMs() + world.settings.templateReviewMs, () => {
    if (template.status === 'PENDING') approve(world, template);
  });
}

export function approve(world: World, template: Template): void {
  template.status = 'APPROVED';
  template.rejectedReason = 'NONE';
  tell(world, template, { event: 'APPROVED' });
}

export function reject(world: World, template: Template, reason: string): void {
  template.status = 'REJECTED';
  template.rejectedReason = reason;
  tell(world, template, {
    event: 'REJECTED',
    reason,
    recommendation: 'Change the template to follow the guidelines, then submit it again.',
  });
}

/** Pauses for 3 h, the second time for 6 h; the third time the template is disabled. */
export function pause(world: World, template: Template): void {
  const hours = pauseHours[template.pauses];
  template.pauses += 1;
  if (hours === undefined) {
    disable(world, template);
    return;
  }
  const untilMs = world.clock.nowMs() + hours * hourMs;
  template.status = 'PAUSED';
  template.pausedUntilMs = untilMs;
  tell(world, template, { event: 'PAUSED', title: hours === 3 ? 'FIRST_PAUSE' : 'SECOND_PAUSE', hours });
  releaseHeld(world, template, 'drop');
  world.agenda.at(untilMs, () => {
    if (template.status !== 'PAUSED' || template.pausedUntilMs !== untilMs) return;
    template.status = 'APPROVED';
    template.pausedUntilMs = undefined;
    tell(world, template, { event: 'UNPAUSED' });
  });
}

export function disable(world: World, template: Template): void {
  template.status = 'DISABLED';
  template.pausedUntilMs = undefined;
  tell(world, template, { event: 'DISABLED', atMs: world.clock.nowMs() });
}

/** Takes back a pause or a ban. */
export function reinstate(world: World, template: Template): void {
  template.status = 'APPROVED';
  template.pausedUntilMs = undefined;
  tell(world, template, { event: 'REINSTATED' });
}

/** Sets the quality; RED pauses the template. */
export function rate(world: World, template: Template, quality: TemplateQuality): void {
  const previous = template.quality;
  if (previous === quality) return;
  template.quality = quality;
  world.queue.enqueue([templateQualityUpdate(template, previous)]);
  world.live.tell({ kind: 'account' });
  if (quality === 'RED' && template.status === 'APPROVED') pause(world, template);
}

/** Changes the category, with a day's notice or, for warned businesses, at once. */
export function recategorise(
  world: World,
  template: Template,
  category: TemplateCategory,
  notice: 'a-day' | 'none',
): void {
  const change = (): void => {
    const previous = template.category;
    template.previousCategory = previous;
    template.category = category;
    template.correctCategory = undefined;
    world.queue.enqueue([categoryChange(template, previous)]);
    world.live.tell({ kind: 'account' });
  };
  if (notice === 'none') {
    change();
    return;
  }
  const atMs = world.clock.nowMs() + 24 * hourMs;
  template.correctCategory = category;
  world.queue.enqueue([categoryNotice(template, category, atMs)]);
  world.live.tell({ kind: 'account' });
  world.agenda.at(atMs, () => {
    if (template.correctCategory === category) change();
  });
}

/** Deletes a template; its name is told as deleted. */
export function remove(world: World, template: Template): void {
  world.templates.remove(template);
  tell(world, template, { event: 'DELETED' });
}

function tell(world: World, template: Template, event: TemplateEvent): void {
  world.queue.enqueue([templateStatusUpdate(template, event)]);
  world.live.tell({ kind: 'account' });
}

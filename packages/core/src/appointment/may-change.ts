import { minuteMs, type Instant } from '../schedule/instant.ts';
import type { Resource } from './resource.ts';

/** Whether a customer may still move or cancel. `until`: the last moment they might have. */
export type ChangeVerdict =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'too-late'; readonly until: Instant };

/** Judges a change of a booking that starts at `start`; the last allowed moment itself is allowed. */
export function mayChange(resource: Resource, start: Instant, now: Instant): ChangeVerdict {
  const until = start - resource.changeNoticeMinutes * minuteMs;
  return now <= until && now < start ? { kind: 'allowed' } : { kind: 'too-late', until };
}

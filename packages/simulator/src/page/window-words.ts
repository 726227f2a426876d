import type { WindowState } from '../thread-message.ts';
import { durationOf, fullTimeOf } from './words.ts';

const hour = 3_600_000;
const warnBelow = 4 * hour;

export type WindowWords = { tone: string; title: string; detail: string; percent: number; pill: string };

/** How the service window stands, in words. */
export function windowWords(window: WindowState, nowMs: number): WindowWords {
  switch (window.kind) {
    case 'never-opened':
      return {
        tone: 'idle',
        title: 'Not open',
        detail: 'The customer has not written yet: the business may only send templates.',
        percent: 0,
        pill: '',
      };
    case 'closed':
      return {
        tone: 'bad',
        title: 'Closed',
        detail: `Since ${fullTimeOf(window.closedAtMs)}: only templates until the customer writes again.`,
        percent: 0,
        pill: 'Window closed',
      };
    case 'open': {
      const left = window.closesAtMs - nowMs;
      return {
        tone: left < warnBelow ? 'warn' : 'good',
        title: `Open for ${durationOf(left)}`,
        detail: `The business may answer freely until ${fullTimeOf(window.closesAtMs)}.`,
        percent: Math.min(100, Math.max(2, (left / (24 * hour)) * 100)),
        pill: `${durationOf(left).replace(/ \d+ min$/, '')} left`,
      };
    }
  }
}

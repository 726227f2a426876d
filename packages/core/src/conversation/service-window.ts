import { opensServiceWindow, type Inbound } from '../message/inbound.ts';
import { dayMs, type Instant } from '../schedule/instant.ts';

/**
 * When free-form replies stop being allowed, after these messages.
 * `before`: when they stopped before them; absent if the window never opened.
 * Source: Cloud API docs, "Customer service windows": 24 h from the user's latest message or call,
 * read 2026-11-21.
 */
export function serviceWindowClosesAt(
  before: Instant | undefined,
  inputs: readonly Pick<Inbound, 'at' | 'content'>[],
): Instant | undefined {
  const opened = inputs.filter((input) => opensServiceWindow(input.content)).map((input) => input.at + dayMs);
  const all = before === undefined ? opened : [before, ...opened];
  return all.length === 0 ? undefined : Math.max(...all);
}

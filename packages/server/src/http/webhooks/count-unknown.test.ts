import { expect, test } from 'vitest';
import type { Counters } from '../../ports/metrics.ts';
import { countUnknown } from './count-unknown.ts';

function counted() {
  const counts: unknown[] = [];
  const lines: unknown[] = [];
  const count = countUnknown(
    {
      count: <N extends keyof Counters>(name: N, labels: Counters[N]) => counts.push([name, labels]),
      observe: () => undefined,
      set: () => undefined,
    },
    {
      debug: () => undefined,
      info: (event, fields) => lines.push([event, fields]),
      warn: () => undefined,
      error: () => undefined,
    },
  );
  return { count, counts, lines };
}

test('what is unknown is counted each time, and logged by name once', () => {
  const { count, counts, lines } = counted();
  count({ what: 'message-type', name: 'hologram' });
  count({ what: 'message-type', name: 'hologram' });
  count({ what: 'field', name: 'hologram' });
  expect(counts).toEqual([
    ['unknownParts', { what: 'message-type' }],
    ['unknownParts', { what: 'message-type' }],
    ['unknownParts', { what: 'field' }],
  ]);
  expect(lines).toEqual([
    ['webhook.unknown', { what: 'message-type', name: 'hologram' }],
    ['webhook.unknown', { what: 'field', name: 'hologram' }],
  ]);
});

test('names without end do not fill the log', () => {
  const { count, lines } = counted();
  for (let n = 0; n < 1_000; n += 1) count({ what: 'key', name: `k${n}` });
  expect(lines).toHaveLength(200);
});

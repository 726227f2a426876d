import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

let stack: RunningStack;
beforeAll(async () => {
  stack = await startTestStack();
  stack.simulator.control.addCustomer({ id: 'ana', name: 'Ana', phone: '14155550177', userId: 'US.902' });
});
afterAll(() => stack.stop());

/** Some 4 MB, of which only the last line is wrong: all of it is read, and nothing is written. */
function largeFile(): string {
  const lines = ['order_number,status,placed_at,phone,carrier,address,total'];
  for (let n = 0; n < 40_000; n += 1)
    lines.push(
      `L-${n},shipped,2026-11-20,+1 415 555 ${1000 + (n % 9000)},City Bikes of the north,"${n} Main Street, Oakland, CA 94607",42.50`,
    );
  lines.push('L-40000,lost,2026-11-20,,,,');
  return Buffer.from(lines.join('\n')).toString('base64');
}

test('customers are answered while a large file is read', { timeout: 300_000 }, async () => {
  await stack.settled(stack.say('ana', 'hello'));
  let over = false;
  const files = { 'large.csv': largeFile() };
  const imported = stack.client
    .importTable('orders', { files, replace: false, skipBad: false, dryRun: true }, () => undefined)
    .finally(() => {
      over = true;
    });
  let answered = 0;
  while (!over) {
    await stack.settled(stack.say('ana', 'when are you open?'));
    if (!over) answered += 1;
  }
  const outcome = await imported;
  expect(outcome).toMatchObject({
    kind: 'refused',
    problems: [{ file: 'large.csv', line: 40_002, field: 'status' }],
  });
  // Held by the parsing, the server would have answered one at most.
  expect(answered).toBeGreaterThanOrEqual(2);
});

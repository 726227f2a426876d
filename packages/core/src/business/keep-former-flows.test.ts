import { expect, test } from 'vitest';
import { shop } from '../conversation/testing/run-turn.ts';
import { booking, flowFrom } from '../flow/testing/flows.ts';
import { keepFormerFlows } from './keep-former-flows.ts';

const table = flowFrom(booking);
const version = (number: number) => ({ ...table, version: number });

test('former versions of a flow stay for the conversations that are in them, the newest five', () => {
  const before = { ...shop, flows: [1, 2, 3, 4, 5].map(version) };
  const kept = keepFormerFlows({ ...shop, flows: [version(6)] }, before);
  expect(kept.kind === 'kept' && kept.business.flows.map((flow) => flow.version)).toEqual([6, 5, 4, 3, 2]);
});

test('a flow that changed without a new version is refused', () => {
  const changed = { ...table, languages: ['es', 'en'] };
  expect(keepFormerFlows({ ...shop, flows: [changed] }, { ...shop, flows: [table] })).toEqual({
    kind: 'changed',
    flows: ['book-table'],
  });
});

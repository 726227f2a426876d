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

test('the order of fields says nothing, since a database changes it', () => {
  const [first, ...rest] = table.nodes;
  if (first?.kind !== 'start') throw new Error('The booking flow begins with its start');
  const { to, ...fields } = first;
  const same = { ...table, nodes: [{ to, ...fields }, ...rest] };
  expect(keepFormerFlows({ ...shop, flows: [same] }, { ...shop, flows: [table] }).kind).toBe('kept');
});

test('a flow older than what is published is refused, for new conversations would not get it', () => {
  expect(keepFormerFlows({ ...shop, flows: [version(1)] }, { ...shop, flows: [version(3)] })).toEqual({
    kind: 'changed',
    flows: ['book-table'],
  });
});

test('a flow of a pack is counted on by itself when it changes, and not when it does not', () => {
  const packed = { ...table, pack: 'appointment-restaurant', with: { team: 'tables' } };
  const before = { ...shop, flows: [{ ...packed, version: 4 }] };
  const versions = (flows: readonly (typeof packed)[]) => {
    const kept = keepFormerFlows({ ...shop, flows: [...flows] }, before);
    return kept.kind === 'kept' ? kept.business.flows.map((flow) => flow.version) : kept.flows;
  };
  expect(versions([packed])).toEqual([4]);
  expect(versions([{ ...packed, with: { team: 'reservations' } }])).toEqual([5, 4]);
});

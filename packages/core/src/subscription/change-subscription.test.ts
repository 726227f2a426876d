import { expect, test } from 'vitest';
import {
  judgeCancellation,
  judgePause,
  renewalBeside,
  withoutPause,
  withPause,
} from './change-subscription.ts';
import { stateOn, type SubscriptionRecord } from './subscription.ts';

const today = '2026-11-24';
const monthly: SubscriptionRecord = {
  subscriptionId: 'M-1',
  contactPhone: '5511955500171',
  plan: 'Mensal',
  status: 'active',
  renewsOn: '2026-12-10',
  fields: {},
};
const plan = {
  name: 'Mensal',
  pause: { leastDays: 15, mostDays: 60, mostDaysPerYear: 60 },
  cancel: { noticeDays: 5 },
};

function ask(given: Partial<Parameters<typeof judgePause>[1]>, subscription = monthly) {
  return judgePause(subscription, {
    from: '2026-11-30',
    lasting: 30,
    plan,
    pauses: [],
    today,
    ...given,
  });
}

test('a pause of thirty days ends on its thirtieth, and moves the renewal by as many', () => {
  const verdict = ask({});
  expect(verdict).toEqual({
    kind: 'possible',
    pause: { from: '2026-11-30', until: '2026-12-29', days: 30, renewsOn: '2027-01-09' },
  });
  if (verdict.kind !== 'possible') return;
  const paused = withPause(monthly, verdict.pause);
  expect(stateOn(paused, '2026-11-29')).toBe('pause-to-come');
  expect(stateOn(paused, '2026-11-30')).toBe('paused');
  expect(stateOn(paused, '2026-12-29')).toBe('paused');
  expect(stateOn(paused, '2026-12-30')).toBe('active');
});

test('a pause that begins after the next renewal does not move it; one from that very day on does', () => {
  const january = { from: '2026-12-20', until: '2027-01-18', days: 30 };
  expect(ask({ from: january.from })).toEqual({
    kind: 'possible',
    pause: { ...january, renewsOn: '2026-12-10' },
  });
  expect(ask({ from: '2026-12-10' })).toMatchObject({ pause: { renewsOn: '2027-01-09' } });
  // Nor is anything given back when it ends early: neither before its renewal, nor after it.
  const paused = withPause(monthly, { ...january, renewsOn: '2026-12-10' });
  expect(withoutPause(paused, today)).toEqual(monthly);
  const renewed = { ...paused, renewsOn: renewalBeside('2027-01-10', january) };
  expect(renewed.renewsOn).toBe('2027-02-09');
  expect(withoutPause(renewed, '2026-12-30')).toMatchObject({ renewsOn: '2027-01-20' });
});

test('a pause until a day is the same as its days', () => {
  expect(ask({ lasting: '2026-12-29' })).toEqual(ask({ lasting: 30 }));
});

test.each([
  ['too short', { lasting: 14 }, { kind: 'too-short', leastDays: 15 }],
  ['backwards', { lasting: '2026-11-20' }, { kind: 'too-short', leastDays: 15 }],
  ['too long', { lasting: 61 }, { kind: 'too-long', mostDays: 60 }],
  ['in the past', { from: '2026-11-23' }, { kind: 'passed' }],
  ['of a plan without rules', { plan: undefined }, { kind: 'not-offered' }],
])('a pause that is %s is refused with what would do', (_, given, verdict) => {
  expect(ask(given)).toEqual(verdict);
});

test('days of earlier pauses count for a year', () => {
  const pauses = [{ from: '2026-03-01', until: '2026-04-09' }];
  expect(ask({ pauses })).toEqual({ kind: 'too-long', mostDays: 20 });
  expect(ask({ pauses, lasting: 20 })).toMatchObject({ kind: 'possible' });
  expect(ask({ pauses: [{ from: '2026-03-01', until: '2026-04-20' }] })).toEqual({ kind: 'not-offered' });
  expect(ask({ pauses: [{ from: '2025-03-01', until: '2025-04-20' }] })).toMatchObject({ kind: 'possible' });
});

test('what is paused, over or ends before the pause is not paused', () => {
  expect(ask({}, { ...monthly, status: 'paused' })).toEqual({ kind: 'already-paused' });
  expect(ask({}, { ...monthly, pausedFrom: '2026-12-01', status: 'paused' })).toEqual({
    kind: 'already-paused',
  });
  expect(ask({}, { ...monthly, endsOn: '2026-11-01' })).toEqual({ kind: 'not-active' });
  expect(ask({}, { ...monthly, endsOn: '2026-11-28' })).toEqual({ kind: 'after-end' });
  expect(ask({}, { ...monthly, status: 'cancelled', endsOn: '2026-12-09' })).toEqual({ kind: 'not-active' });
});

test('a pause that is ended early gives back what was not used of it', () => {
  const paused = withPause(monthly, {
    from: '2026-11-20',
    until: '2026-12-19',
    days: 30,
    renewsOn: '2027-01-09',
  });
  // Four days were used.
  expect(withoutPause(paused, today)).toEqual({ ...monthly, renewsOn: '2026-12-14' });
  // None was used of one that is to come.
  const later = withPause(monthly, {
    from: '2026-12-01',
    until: '2026-12-30',
    days: 30,
    renewsOn: '2027-01-09',
  });
  expect(withoutPause(later, today)).toEqual(monthly);
});

test('what is cancelled runs until the day before it would renew', () => {
  expect(judgeCancellation(monthly, { plan, today })).toEqual({ kind: 'possible', endsOn: '2026-12-09' });
  const cancelled = { ...monthly, status: 'cancelled' as const, endsOn: '2026-12-09' };
  expect(stateOn(cancelled, today)).toBe('ending');
  expect(stateOn(cancelled, '2026-12-10')).toBe('cancelled');
  expect(judgeCancellation(cancelled, { plan, today })).toEqual({ kind: 'already-cancelled' });
});

test('nobody cancels after the notice is due, nor a plan whose rules or day are not known', () => {
  expect(judgeCancellation(monthly, { plan, today: '2026-12-06' })).toEqual({ kind: 'too-late' });
  expect(judgeCancellation(monthly, { plan, today: '2026-12-05' })).toMatchObject({ kind: 'possible' });
  expect(judgeCancellation(monthly, { plan: undefined, today })).toEqual({ kind: 'not-offered' });
  const { renewsOn: _, ...without } = monthly;
  expect(judgeCancellation(without, { plan, today })).toEqual({ kind: 'not-offered' });
  expect(judgeCancellation({ ...monthly, status: 'expired' }, { plan, today })).toEqual({
    kind: 'not-active',
  });
});

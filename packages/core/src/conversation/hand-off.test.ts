import { expect, test } from 'vitest';
import { handOffMessage } from './hand-off.ts';
import { monday10, shop } from './testing/run-turn.ts';

test('in opening hours a person replies here', () => {
  expect(handOffMessage(shop, monday10, 'en')).toBe("I'm passing you to our team; a person will reply here.");
});

test('in the evening it names the next morning, in the time of the business', () => {
  expect(handOffMessage(shop, Date.UTC(2026, 10, 23, 20, 0), 'en')).toContain(
    'back tomorrow at 09:00 (Dublin time)',
  );
});

test('on a holiday it names the day people are back', () => {
  const hours = { ...shop.hours, holidays: [{ date: '2026-11-24', name: 'Stocktaking', shifts: [] }] };
  expect(handOffMessage({ ...shop, hours }, Date.UTC(2026, 10, 23, 20, 0), 'en')).toContain(
    'back on Wednesday at 09:00',
  );
});

test('when nobody knows when people are back, it says so and names what works', () => {
  const closed = {
    ...shop,
    hours: {
      ...shop.hours,
      week: { ...shop.hours.week, monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] },
    },
  };
  expect(handOffMessage(closed, monday10, 'en')).toBe(
    "I've passed this to our team. They are away at the moment, and I don't know yet when they are back. In the meantime you can write to care@fernoak.example.",
  );
});

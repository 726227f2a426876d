import { expect, test } from 'vitest';
import { bookingChangeSlot } from './booking-change-slot.ts';

/** Monday 23 November 2026. */
const context = { at: Date.UTC(2026, 10, 23, 10), timeZone: 'UTC', country: 'GB', currency: 'GBP' };

test.each([
  ['actually make it 8pm', true],
  ['mejor a las 8', true],
  ['na verdade às 20h', true],
  ['en fait plutôt à 20h', true],
  ['ganti jam 8 malam', true],
  ['असल में शाम 8 बजे', true],
  ['asal mein shaam 8 baje', true],
  ['الأحسن الساعة 8 مساء', true],
  ['改成周五', true],
  ['算了 取消吧', true],
  ['one more person', true],
  ['cancel it', true],
  ['an hour later', true],
  ['yes', false],
  ['no thanks', false],
  ['can i bring my dog', false],
  ['what time do you open on friday', false],
  ['can I still cancel on friday?', false],
  ['actually when does my order come on friday', false],
  ['8pm', false],
])('"%s" changes what was booked: %s', (text, changes) => {
  expect(bookingChangeSlot.read(text, 'en', context).kind === 'filled').toBe(changes);
});

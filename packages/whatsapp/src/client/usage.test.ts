import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regainAccessMs, usageOf } from './usage.ts';

test('the usage headers tell shares in percent and waits in milliseconds', () => {
  const usage = usageOf(
    new Headers({
      'x-app-usage': '{"call_count":28,"total_time":25,"total_cputime":24}',
      'x-business-use-case-usage':
        '{"1021":[{"type":"whatsapp_business_management","call_count":100,"total_cputime":20,"total_time":21,"estimated_time_to_regain_access":19}],"1022":[{"type":"whatsapp_business_management","call_count":1}]}',
    }),
  );
  const useCase = 'whatsapp_business_management';
  expect(usage).toEqual({
    app: { callPercent: 28, timePercent: 25, cpuTimePercent: 24 },
    accounts: [
      {
        accountId: '1021',
        useCase,
        callPercent: 100,
        timePercent: 21,
        cpuTimePercent: 20,
        regainAccessMs: 1_140_000,
      },
      { accountId: '1022', useCase, callPercent: 1, timePercent: 0, cpuTimePercent: 0, regainAccessMs: 0 },
    ],
  });
  expect(regainAccessMs(usage)).toBe(1_140_000);
});

test('an answer without usage headers has no usage, and nobody waits', () => {
  expect(usageOf(new Headers())).toBeUndefined();
  expect(regainAccessMs(undefined)).toBe(0);
});

test('no header makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string({ unit: 'grapheme-ascii' })), (value) => {
      const printable = value.replaceAll(/[^\x20-\x7e]/g, '');
      const headers = new Headers({ 'x-app-usage': printable, 'x-business-use-case-usage': printable });
      expect(() => usageOf(headers)).not.toThrow();
    }),
  );
});

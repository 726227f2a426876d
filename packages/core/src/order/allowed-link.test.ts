import { expect, test } from 'vitest';
import { isAllowedLink } from './allowed-link.ts';

const hosts = ['ups.example', 'pay.example.com'];

test.each([
  'https://ups.example/t/1',
  'https://track.ups.example/t?n=1#now',
  'https://PAY.example.com',
  'https://pay.example.com:443/x',
])('a link on an allowed host may be shown: %s', (url) => {
  expect(isAllowedLink(url, hosts)).toBe(true);
});

test.each([
  'http://ups.example/t/1',
  'https://ups.example.evil.example/t/1',
  'https://notups.example/t/1',
  'https://ups.example@evil.example/',
  'https://evil.example/?ups.example',
  'https://evil.example\\@ups.example/',
  'https://ups.example:8443/',
  'https://ups.example/a b',
  'javascript:alert(1)',
  '//ups.example/',
])('any other may not: %s', (url) => {
  expect(isAllowedLink(url, hosts)).toBe(false);
});

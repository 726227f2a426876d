import { describe } from 'vitest';
import { a, items } from '../outbound/limits.fixture.ts';
import { testDefinitions } from './definitions.fixture.ts';

const app = { package_name: 'com.example.shop', signature_hash: 'K8a/AINcGX7' };
const oneTap = { type: 'OTP', otp_type: 'ONE_TAP', supported_apps: [app] };
const zeroTap = { ...oneTap, otp_type: 'ZERO_TAP', zero_tap_terms_accepted: true };
const login = (button: object, fields: object = {}) => ({
  name: 'login',
  language: 'en_US',
  category: 'AUTHENTICATION',
  components: [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'BUTTONS', buttons: [button] },
  ],
  ...fields,
});
const copy = { type: 'OTP', otp_type: 'COPY_CODE' };
const parts = (...components: readonly object[]) => login(copy, { components });
const buttons = { type: 'BUTTONS', buttons: [copy] };
const expires = (minutes: number) =>
  parts({ type: 'BODY' }, { type: 'FOOTER', code_expiration_minutes: minutes }, buttons);
const apps = (...all: readonly object[]) => login({ ...oneTap, supported_apps: all });

describe('an authentication template', () => {
  testDefinitions([
    ['expires after at least 1 minute', expires(1), expires(0), 'code_expiration_minutes', '1'],
    ['expires after at most 90 minutes', expires(90), expires(91), 'code_expiration_minutes', '90'],
    ['has no text of its own', login(copy), parts({ type: 'BODY', text: 'Your code' }, buttons), 'text'],
    ['has a body', login(copy), parts(buttons), 'BODY'],
    ['has a button', login(copy), parts({ type: 'BODY' }), 'BUTTONS'],
    [
      'has one button',
      login(copy),
      parts({ type: 'BODY' }, { type: 'BUTTONS', buttons: [copy, copy] }),
      'buttons',
    ],
    [
      'has no header',
      login(copy),
      parts({ type: 'HEADER', format: 'TEXT', text: 'x' }, { type: 'BODY' }, buttons),
      'type',
    ],
    [
      'has a label of at most 25',
      login({ ...copy, text: a(25) }),
      login({ ...copy, text: a(26) }),
      'text',
      '25',
    ],
    [
      'has an autofill label of at most 25',
      login({ ...oneTap, autofill_text: a(25) }),
      login({ ...oneTap, autofill_text: a(26) }),
      'autofill_text',
      '25',
    ],
    [
      'has at most 5 apps',
      apps(...items(5, (n) => ({ ...app, package_name: `com.example.a${n}` }))),
      apps(...items(6, (n) => ({ ...app, package_name: `com.example.a${n}` }))),
      'supported_apps',
      '5',
    ],
    [
      'has apps for one tap',
      login(oneTap),
      login({ ...oneTap, supported_apps: undefined }),
      'supported_apps',
    ],
    ['has different apps', apps(app), apps(app, app), 'the same'],
    [
      'may name one app the older way',
      login({ ...copy, otp_type: 'ONE_TAP', ...app }),
      login({ ...oneTap, ...app }),
      'supported_apps',
    ],
    [
      'has a package of two parts',
      apps({ ...app, package_name: 'a.b' }),
      apps({ ...app, package_name: 'shop' }),
      'package_name',
    ],
    [
      'has a package of at most 224',
      apps({ ...app, package_name: `a.${a(222)}` }),
      apps({ ...app, package_name: `a.${a(223)}` }),
      'package_name',
      '224',
    ],
    ['has a hash of 11', apps(app), apps({ ...app, signature_hash: a(12) }), 'signature_hash', '11'],
    [
      'has a hash of letters, digits, +, / and =',
      apps(app),
      apps({ ...app, signature_hash: 'K8a%AINcGX7' }),
      'signature_hash',
      'letters',
    ],
    [
      'of no tap has accepted terms',
      login(zeroTap),
      login({ ...zeroTap, zero_tap_terms_accepted: false }),
      'zero_tap_terms_accepted',
    ],
    [
      'lives at least 30 s',
      login(copy, { message_send_ttl_seconds: 30 }),
      login(copy, { message_send_ttl_seconds: 29 }),
      'message_send_ttl_seconds',
      '30',
    ],
    [
      'lives at most 900 s',
      login(copy, { message_send_ttl_seconds: 900 }),
      login(copy, { message_send_ttl_seconds: 901 }),
      'message_send_ttl_seconds',
      '900',
    ],
  ]);
});

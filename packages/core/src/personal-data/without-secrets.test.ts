import { expect, test } from 'vitest';
import { maskPersonalData } from './mask-personal-data.ts';
import { withoutSecrets } from './without-secrets.ts';

test.each([
  'my card is 4111 1111 1111 1111',
  '4111111111111111',
  'cvv 123',
  'password: Sunshine1',
  'otp 482913',
  'mera otp 482913 hai',
  'mi contraseña es gato123',
  'minha senha é Abc@123',
  'mon code secret est 4321',
  'PIN saya 123456',
  'मेरा पिन ४८२१ है',
  '我的卡号是4111111111111111',
  '密码是abc123',
  'رقم بطاقتي 4111111111111111',
  'كلمة السر ١٢٣٤٥',
])('"%s" says nothing but a secret', (text) => {
  expect(withoutSecrets(text)?.rest).toBe('');
  expect(maskPersonalData(text)).toMatch(/\[(?:card|code)\]/);
});

test('what else is said stays, and what may answer a question is told apart', () => {
  expect(withoutSecrets('debit card, PIN 4821')).toEqual({
    rest: '',
    beside: 'debit card,',
    around: 'debit card, PIN',
  });
  expect(withoutSecrets('my card is 4111 1111 1111 1111')?.beside).toBe('');
  expect(withoutSecrets('my pin is 4821 but it does not work')?.rest).toBe('my pin is but it does not work');
  expect(withoutSecrets('card 4111 1111 1111 1111, where is A-1042?')?.rest).toBe('where is A-1042?');
});

test.each([
  'order 4111111111111111 where is it',
  'tracking number 4111 1111 1111 1111',
  'booking 12345678',
  'where is order 1234567890123',
  'mi clave de pedido 12345',
  'pin code 560034',
  '14 MG Road, Bangalore, pin 560034',
  '5 rue des Pins, 75011 Paris',
  '12 rue du Pin 75011 Paris',
  'Calle del Pino 4, 28013 Madrid',
  'código postal 28013',
  'code postal 75011',
  'what is the wifi password?',
  'I forgot my password, can you reset it',
  'I entered the wrong pin 3 times',
  'I got an otp at 10:30',
  'table for 4 at 8, name Pin',
  'call me at +1 (555) 078-3881',
])('"%s" holds no secret', (text) => {
  expect(withoutSecrets(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { smallTalkIn } from './small-talk.ts';

test.each(['hi', 'Hellooo 👋', 'Hi there!', 'good morning', 'hey, how are you?', 'Buenos días'])(
  '"%s" is a greeting',
  (text) => {
    expect(smallTalkIn(text)?.kind).toBe('greeting');
  },
);

test.each([
  'thanks',
  'Thank you so much!!',
  'ok thanks bye',
  '👍',
  '🙏🙏',
  'no thanks',
  'Great, have a nice day :)',
])('"%s" closes the conversation', (text) => {
  expect(smallTalkIn(text)?.kind).toBe('closing');
});

test.each(['help', 'Hi, I need help please', 'what can you do?', 'menu'])(
  '"%s" asks for orientation',
  (text) => {
    expect(smallTalkIn(text)?.kind).toBe('orientation');
  },
);

test.each([
  'thanks, and where is my order A-1042',
  'hi, where is my order?',
  'hello world in python',
  'good morning in German',
  'help me with my homework',
  'yes',
  '?',
  '',
])('"%s" is not small talk', (text) => {
  expect(smallTalkIn(text)).toBeUndefined();
});

test.each([
  ['¡Hola! ¿Qué tal?', 'greeting'],
  ['oi, tudo bem?', 'greeting'],
  ['السلام عليكم', 'greeting'],
  ['नमस्ते', 'greeting'],
  ['你好，在吗？', 'greeting'],
  ['Halo kak', 'greeting'],
  ['merci beaucoup, bonne journée', 'closing'],
  ['شكراً جزيلاً', 'closing'],
  ['theek hai, shukriya', 'closing'],
  ['好的，谢谢', 'closing'],
  ['obrigada!', 'closing'],
  ['hola, necesito ayuda', 'orientation'],
  ['عندي استفسار', 'orientation'],
  ['kak mau tanya dong', 'orientation'],
])('"%s" is a %s', (text, kind) => {
  expect(smallTalkIn(text)?.kind).toBe(kind);
});

test.each(['hola dónde está mi pedido', 'شكرا وين طلبي', '好的我要退货', 'merci mais où est ma commande'])(
  '"%s" is not only small talk',
  (text) => {
    expect(smallTalkIn(text)).toBeUndefined();
  },
);

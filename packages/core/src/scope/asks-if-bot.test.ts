import { expect, test } from 'vitest';
import { asksIfBot } from './asks-if-bot.ts';

test.each([
  'are you a bot?',
  'Are you human',
  'r u a bot',
  'are you real?',
  'am I talking to a real person?',
  'is this a bot or a person?',
  'is this automated?',
  'are you an AI?',
  'are you ChatGPT?',
  'am i chatting with chat gpt',
])('"%s" asks whether this is a machine', (text) => {
  expect(asksIfBot(text)).toMatchObject({ asked: true, rest: '' });
});

test.each([
  "what's your name?",
  'Who are you?',
  '¿cómo te llamas?',
  '¿Con quién hablo?',
  'qual é o seu nome?',
  'como você se chama?',
  "comment tu t'appelles ?",
  'comment vous appelez-vous ?',
  'quel est votre nom ?',
  'siapa nama kamu?',
  'आपका नाम क्या है?',
  'aapka naam kya hai?',
  'ما اسمك؟',
  'شنو سميتك؟',
  '你叫什么名字？',
  '您是哪位？',
])('"%s" asks who answers', (text) => {
  expect(asksIfBot(text)).toMatchObject({ asked: true, rest: '' });
});

test.each([
  'what is your name for the blue jacket',
  '¿cómo se llama el plan de 109?',
  'who are your dentists',
  'qual é o seu nome no cadastro do wifi',
  '¿con quién hablo para la factura?',
  'quel est le nom du moniteur',
  'are you a real shop?',
  'is this real leather',
  'do you sell robot vacuum cleaners',
  'is this a person lift',
])('"%s" does not', (text) => {
  expect(asksIfBot(text).asked).toBe(false);
});

test('what else was said is kept', () => {
  expect(asksIfBot('Are you a bot? Where is A-1042?').rest).toBe('Where is A-1042?');
});

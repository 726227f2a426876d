import { expect, test } from 'vitest';
import { bareWords } from '../message/comparable-text.ts';
import { greetingLanguage, isGreeting, isThankfulAcknowledgement, yesOrNo } from './yes-no.ts';

test.each(['yes', 'Yes please!', 'ok', 'go ahead', 'yep, cancel it', '👍🏽', 'sure, do it', 'Yes, cancel'])(
  '"%s" is a yes',
  (text) => {
    expect(yesOrNo(text)).toBe('yes');
  },
);

test.each(['no', 'No, thanks', "don't", 'never mind', 'stop', 'no wait', 'keep it', "don't cancel it"])(
  '"%s" is a no',
  (text) => {
    expect(yesOrNo(text)).toBe('no');
  },
);

test.each([
  '',
  'cancel',
  'yesterday',
  'no idea where it is',
  'yes but where is it',
  'not the blue one',
  'okay thanks but keep it',
  'no, cancel A-1050',
])('"%s" is neither', (text) => {
  expect(yesOrNo(text)).toBe('neither');
});

test.each([
  ['es', 'Sí, por favor', 'Nombre'],
  ['pt', 'pode cancelar', 'cancelar o quê?'],
  ['fr', "D'accord, merci", 'oui mais où est-elle'],
  ['id', 'iya kak', 'ya mana pesanannya'],
  ['hi', 'हाँ जी', 'हाँ पर कहाँ है'],
  ['hi-Latn', 'haan kar do', 'haan lekin kab'],
  ['ar', 'نعم لو سمحت', 'نعم وين هو'],
  ['zh', '好的，取消吧', '好的那什么时候到'],
] as const)('in %s "%s" is a yes, "%s" is not', (language, yes, other) => {
  expect(yesOrNo(yes, language)).toBe('yes');
  expect(yesOrNo(other, language)).toBe('neither');
});

test.each([
  ['es', 'no, gracias'],
  ['pt', 'não precisa, obrigada'],
  ['fr', 'Non merci'],
  ['id', 'gak jadi kak'],
  ['hi', 'नहीं, रहने दो'],
  ['hi-Latn', 'nahi rehne do'],
  ['ar', 'لا شكرا'],
  ['zh', '不用了谢谢'],
] as const)('in %s "%s" is a no', (language, text) => {
  expect(yesOrNo(text, language)).toBe('no');
});

test.each([
  ['en', 'hmm no, better not', "yes that's correct"],
  ['es', 'mm mejor no, dejalo', 'sí, está bien así'],
  ['pt', 'ah não, melhor deixar', 'isso aí, certinho'],
  ['fr', 'euh non, laisse comme ça', "oui c'est bon"],
  ['id', 'eh jangan deng', 'iya udah bener'],
  ['hi', 'अरे नहीं, रहने दो भाई', 'हाँ सही है'],
  ['hi-Latn', 'arre nahi mat karo', 'haan sahi hai'],
  ['ar', 'والله لا خلاص اتركه', 'ايوه صحيح'],
  ['zh', '呃,还是算了吧', '嗯,没问题'],
] as const)('in %s "%s" is a no with words around it, "%s" a yes', (language, no, yes) => {
  expect(yesOrNo(no, language)).toBe('no');
  expect(yesOrNo(yes, language)).toBe('yes');
});

test.each([
  ['es', 'ok gracias'],
  ['pt', 'beleza, obrigado'],
  ['fr', "d'accord merci"],
  ['id', 'oke makasih'],
  ['hi', 'ठीक है धन्यवाद'],
  ['hi-Latn', 'theek hai thanks'],
  ['ar', 'تمام شكرا'],
  ['zh', '好的谢谢'],
] as const)('in %s "%s" takes up no offer', (language, text) => {
  expect(isThankfulAcknowledgement(text, language)).toBe(true);
});

test.each([
  'hi',
  'Hello there!',
  'Buenos días',
  'bom dia',
  'namaste ji',
  'नमस्ते',
  'السلام عليكم',
  '你好',
  'hi, where is my order?',
  'order',
  '',
])('"%s" greets in some language or in none', (text) => {
  expect(isGreeting(bareWords(text))).toBe(greetingLanguage(text) !== undefined);
});

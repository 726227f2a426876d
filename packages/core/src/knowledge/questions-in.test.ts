import { expect, test } from 'vitest';
import { questionsIn } from './questions-in.ts';

test.each([
  ['Do you take insurance? And where are you?', ['Do you take insurance?', 'And where are you?']],
  ['¿aceptan seguro? y dónde están?', ['¿aceptan seguro?', 'y dónde están?']],
  ['quel est le prix ?\nvous êtes où ?', ['quel est le prix ?', 'vous êtes où ?']],
  ['几点开门？可以停车吗？', ['几点开门？', '可以停车吗？']],
  ['كم السعر؟ وين المحل؟', ['كم السعر؟', 'وين المحل؟']],
])('%s asks two things', (text, parts) => {
  expect(questionsIn(text, 'en')).toEqual(parts);
});

test.each([
  'do you ship to France?',
  'really??',
  'can I return it? my name is Ana',
  'Hi. Do you ship to France and how long does it take?',
  'ok? ok? ok? ok? ok?',
  'what? when do you open?',
])('%s stays whole', (text) => {
  expect(questionsIn(text, 'en')).toEqual([text]);
});

test.each([
  [
    'en',
    'what time do you close and do you have parking',
    ['what time do you close?', 'do you have parking?'],
  ],
  [
    'en',
    'hi, when do you open on sunday, also do you ship to France',
    ['hi, when do you open on sunday?', 'do you ship to France?'],
  ],
  ['es', 'a qué hora cierran y tienen estacionamiento', ['a qué hora cierran?', 'tienen estacionamiento?']],
  ['pt', 'que horas vocês fecham e tem estacionamento', ['que horas vocês fecham?', 'tem estacionamento?']],
  [
    'fr',
    'à quelle heure fermez-vous et est-ce que vous avez un parking',
    ['à quelle heure fermez-vous?', 'est-ce que vous avez un parking?'],
  ],
  ['id', 'tutup jam berapa dan apakah ada tempat parkir', ['tutup jam berapa?', 'apakah ada tempat parkir?']],
  ['hi', 'आप कब बंद करते हैं और क्या पार्किंग है', ['आप कब बंद करते हैं?', 'क्या पार्किंग है?']],
  ['hi-Latn', 'aap kab band karte ho aur kya parking hai', ['aap kab band karte ho?', 'kya parking hai?']],
  ['ar', 'متى تغلقون المحل وهل يوجد موقف سيارات', ['متى تغلقون المحل؟', 'هل يوجد موقف سيارات؟']],
  ['zh', '你们几点关门，有没有停车位', ['你们几点关门？', '有没有停车位？']],
] as const)('without a mark between them, in %s: %s', (language, text, parts) => {
  expect(questionsIn(text, language)).toEqual(parts);
});

test.each([
  ['en', 'do you have tea and coffee'],
  ['en', 'can I come in and pay cash'],
  ['en', 'do you ship to France and how long does it take'],
  ['en', 'do you sell kettles and how much are they'],
  ['en', 'I bought a kettle and do not like the colour'],
  ['es', 'tienen té y café de Colombia'],
  ['es', 'quiero saber si hacen envíos y cuánto cuestan esos'],
  ['es', 'qué días abren y a qué hora'],
  ['pt', 'que dias abrem e a que horas'],
  ['fr', 'quand ouvrez-vous et à quelle heure'],
  ['id', 'buka hari apa dan jam berapa'],
  ['fr', 'avez-vous du thé et du café'],
  ['id', 'ada kopi dan teh'],
  ['hi', 'क्या चाय और कॉफी है'],
  ['ar', 'هل عندكم شاي وقهوة'],
  ['zh', '有茶和咖啡吗'],
] as const)('one thing is asked, in %s: %s', (language, text) => {
  expect(questionsIn(text, language)).toEqual([text]);
});

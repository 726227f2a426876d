import { expect, test } from 'vitest';
import type { KnowledgePassage } from '../business/business.ts';
import { answerFloor, answersIn } from './answers-in.ts';
import { buildSearchIndex, searchPassages, type SearchQuery } from './search-passages.ts';

const passage = (id: string, title: string, body: string, more: Partial<KnowledgePassage> = {}) => ({
  passageId: id,
  source: 'knowledge/faq.md',
  title,
  body,
  ...more,
});
const shop = buildSearchIndex([
  passage('returns', 'How do I return an item?', 'Send it back within 30 days.', {
    questions: ['Can I bring a thing back?', 'I do not like what I bought'],
  }),
  passage('hours', 'When are you open?', 'Monday to Saturday from nine to six; closed on Sundays.'),
  passage('gifts', 'Do you sell gift cards?', 'Yes, from $20 to $500.'),
  passage('postage', 'What does shipping cost?', 'Five dollars, and nothing from $75.'),
  passage('pets', 'Are dogs allowed?', 'Dogs may come along on a lead.'),
]);
const first = (query: SearchQuery | string, index = shop): string | undefined =>
  answersIn(searchPassages(index, typeof query === 'string' ? { text: query, language: 'en' } : query, 3))[0]
    ?.passageId;

test.each([
  ['returning things', 'returns'],
  ['retrun', 'returns'],
  ['and on Sundays?', 'hours'],
  ['postage', 'postage'],
  ['do you have vouchers', 'gifts'],
])('"%s" finds what it is about', (text, id) => {
  expect(first(text)).toBe(id);
});

test('a passage that speaks of all that is asked goes before a shorter one that speaks of half of it', () => {
  const clinic = buildSearchIndex([
    passage('visit', '¿Cuánto cuesta una consulta?', 'La consulta de medicina familiar cuesta $650.'),
    passage(
      'dental',
      '¿Cuánto cuesta una limpieza dental, una resina, una corona o la ortodoncia?',
      'Limpieza dental $850, resina desde $900, corona desde $6,500 y ortodoncia desde $18,000.',
    ),
    passage('fasting', '¿Tengo que ir en ayunas?', 'Para la limpieza dental no hace falta ayuno.'),
    passage('parking', '¿Hay estacionamiento?', 'Sí, las primeras dos horas son gratis; después cuesta $30.'),
  ]);
  expect(first({ text: 'cuánto cuesta una limpieza?', language: 'es' }, clinic)).toBe('dental');
});

test.each(['who wrote hamlet', 'do you sell kayaks', 'what is the weather tomorrow', 'the and of', '🙂', ''])(
  '"%s" has no answer here',
  (text) => {
    expect(first(text)).toBeUndefined();
  },
);

test('a question without a subject goes by the one before', () => {
  expect(first({ text: 'how much is that?', before: 'do you sell gift cards', language: 'en' })).toBe(
    'gifts',
  );
});

test('what goes on with something unknown has no answer, whatever was asked before', () => {
  const query = { text: 'and who wrote hamlet?', before: 'do you sell gift cards', language: 'en' } as const;
  expect(first(query)).toBeUndefined();
});

test.each([
  ['es', '¿A qué hora cierran los sabados?', 'horario'],
  ['es', 'cuanto vale la limpieza', 'precio'],
  ['id', 'bukanya sampai jam berapa', 'jam'],
  ['zh', '配送费多少钱', 'waisong'],
  ['zh', '几点关门', 'yingye'],
  ['ar', 'متى تفتحون اليوم', 'mawaid'],
  ['hi', 'दुकान कब खुलती है', 'samay'],
  ['fr', 'vous ouvrez quand', 'horaires'],
  ['pt', 'quanto custa o frete', 'frete'],
] as const)('in %s "%s" finds what it is about', (language, text, id) => {
  const index = buildSearchIndex([
    passage('horario', '¿A qué hora abren?', 'De lunes a viernes de 8 a 20 y los sábados de 9 a 14.'),
    passage('precio', '¿Cuánto cuesta una limpieza dental?', 'Cuesta $850.'),
    passage('jam', 'Jam bukanya kapan?', 'Senin sampai Kamis sampai jam 22.00.'),
    passage('waisong', '外送范围和运费？', '7公里以内，3公里内运费1万。'),
    passage('yingye', '几点开门？', '周一到周四 11:00–22:00。'),
    passage('mawaid', 'ما هي مواعيد العمل؟', 'نفتح من التاسعة إلى السادسة.'),
    passage('samay', 'दुकान खुलने का समय क्या है?', 'सुबह नौ से शाम छह बजे तक।'),
    passage('horaires', 'Quels sont vos horaires d’ouverture ?', 'Du lundi au vendredi de 9 h à 18 h.'),
    passage('frete', 'Qual o valor do frete?', 'O frete é R$ 15.'),
  ]);
  expect(first({ text, language }, index)).toBe(id);
});

test('what is written for one language is not said in another that has its own', () => {
  const index = buildSearchIndex([
    passage('en', 'Do you have wifi?', 'Yes.', { language: 'en' }),
    passage('es', '¿Tienen wifi?', 'Sí.', { language: 'es' }),
  ]);
  expect(first({ text: 'wifi', language: 'es' }, index)).toBe('es');
  expect(first({ text: 'wifi', language: 'en' }, index)).toBe('en');
  expect(first({ text: 'wifi', language: 'fr' }, index)).toBeDefined();
});

test('what only goes on from the question before is about the country named there', () => {
  const index = buildSearchIndex([
    passage('time', 'How long does delivery take?', 'Your order arrives in 3 to 5 business days in the USA.'),
    passage('abroad', 'Do you ship to other countries?', 'We ship abroad to Canada; it takes 6 to 12 days.'),
    passage('cost', 'How much does shipping cost?', 'Standard delivery is $6 in the USA.'),
    passage('open', 'When are you open?', 'Monday to Saturday.'),
    passage('gifts', 'Do you sell gift cards?', 'Yes, from $20.'),
    passage('pets', 'Are dogs allowed?', 'On a lead.'),
    passage('repair', 'Do you repair jackets?', 'Yes, zips and seams.'),
  ]);
  const before = 'do you deliver to Canada';
  expect(first({ text: 'how long does that take', before, language: 'en' }, index)).toBe('abroad');
});

test.each([
  ['es', 'y aceptan tarjeta', 'pago'],
  ['es', 'aceptan seguro', 'seguros'],
  ['ar', 'واش كاين الأداء بالتقسيط', 'daf'],
] as const)('in %s "%s" is about what is accepted, in the words of the place', (language, text, id) => {
  const index = buildSearchIndex([
    passage('pago', '¿Cómo puedo pagar?', 'En efectivo y con tarjetas de crédito y débito.'),
    passage('seguros', '¿Qué seguros aceptan?', 'Pago directo con GNP y AXA. Con otros usted paga.'),
    passage('daf', 'واش ممكن نخلص بالتقسيط؟', 'نعم، على ثلاث دفعات بدون زيادة.'),
  ]);
  expect(first({ text, language }, index)).toBe(id);
});

test('meaning finds what shares no word with the question', () => {
  const scores = Float32Array.from([0, 0, 0, 0, 1.2]);
  const [best] = searchPassages(shop, { text: 'my labrador', language: 'en' }, 1, scores);
  expect(best?.passageId).toBe('pets');
  expect(best?.score).toBeGreaterThan(answerFloor);
});

test('scores lie between 0 and 1, best first, no more than asked for', () => {
  const found = searchPassages(shop, { text: 'are dogs allowed when you are open', language: 'en' }, 2);
  expect(found).toHaveLength(2);
  for (const { score } of found) {
    expect(score).toBeGreaterThan(0);
    expect(score).toBeLessThanOrEqual(1);
  }
  expect(searchPassages(buildSearchIndex([]), { text: 'dogs' }, 3)).toEqual([]);
});

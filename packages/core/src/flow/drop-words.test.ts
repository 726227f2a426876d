import { describe, expect, test } from 'vitest';
import { asksToDrop } from './drop-words.ts';
import { slotTypes } from '../slot/slot-types.ts';
import { prepareFlow } from './ready-flow.ts';
import { readyFrom, setting } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

const drops = [
  'never mind',
  'Nevermind!',
  'forget it',
  'ok forget it, thanks',
  'actually never mind',
  'oh, no thank you',
  'no, forget it',
  'olvídalo',
  'déjelo así, gracias',
  'ya no quiero',
  'bueno, mejor no',
  'deixa pra lá',
  'Deixa pra lá, obrigada',
  'esquece isso',
  'não quero mais',
  'laisse tomber',
  'non merci',
  'finalement laissez tomber, merci',
  "ce n'est plus la peine",
  'gak jadi deh',
  'ga usah kak',
  'nggak jadi, makasih',
  'lupakan saja',
  'रहने दो',
  'रहने दीजिए',
  'छोड़ दो',
  'अच्छा रहने दीजिए, धन्यवाद',
  'rehne do',
  'chhodo yaar',
  'koi baat nahi',
  'acha jaane do',
  'لا داعي',
  'انسى الموضوع',
  'خلاص شكرا',
  'لا شكرا',
  '不用了',
  '算了吧',
  '那算了',
  '不用了,谢谢',
  '还是不要了',
  '取消',
  '算了，没事了',
];

/** Names, places and wishes that only look alike. */
const keeps = [
  'Never Mindful',
  'Forgetta Itani',
  'Nadia',
  'Noa',
  'Nora',
  'Cancela Ruiz',
  'Leave it at the door',
  'Olvido García',
  'Deixa Silva',
  'Tombé Laissez',
  'Batalla',
  'Batal Street 5',
  'No. 5, Main Street',
  'Chhoturam',
  'Rehana',
  'خلود',
  'نادية',
  '林不凡',
  '不二',
  '取消的事',
  '没事街5号',
  'I never mind the rain',
  'No onions please',
  'no sugar',
  'cancel my other order please',
];

describe('a matter that is taken back', () => {
  test.each(drops)('"%s" takes it back', (text) => {
    expect(asksToDrop(text)).toBe(true);
    expect(asksToDrop(text, true)).toBe(true);
  });
  test.each(keeps)('"%s" does not', (text) => {
    expect(asksToDrop(text)).toBe(false);
  });
  test('a word that is somebody’s name is one where a name is asked for', () => {
    expect([asksToDrop('Nada'), asksToDrop('Nada', true)]).toEqual([true, false]);
  });
});

const asking = (slot: string) => {
  const { flow } = readyFrom(`
id: asking
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: t }], to: { then: ask } }
  - { id: ask, kind: ask, text: { en: "And?", es: "¿Y?" }, slot: { kind: ${slot} }, save: v, to: { filled: done, failed: person } }
  - { id: done, kind: resolve, text: "{{v}}" }
  - { id: person, kind: hand-off, why: nothing came }
`);
  return prepareFlow(flow, { ...setting, slotTypes });
};

test.each(['text', 'name', 'address', 'location', 'when'])(
  'a slot of kind %s never takes it for an answer',
  (slot) => {
    for (const text of drops)
      expect([text, talk(asking(slot), ['x', text]).next]).toMatchObject([
        text,
        { kind: 'stop', stop: { kind: 'dropped' } },
      ]);
  },
);

test('a name that only looks alike is a name', () => {
  for (const name of ['Nada', 'Noa', 'Cancela Ruiz', 'Olvido García', '林不凡'])
    expect(talk(asking('name'), ['x', name]).says).toEqual([name]);
});

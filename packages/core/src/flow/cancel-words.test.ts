import { expect, test } from 'vitest';
import { saysCancelIt } from './cancel-words.ts';
import { readyWithSlots } from './testing/flows.ts';
import { talk } from './testing/talk.ts';

function asking(question: string, yes: string) {
  const yaml = `
id: change
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: change }], to: { then: confirm } }
  - id: confirm
    kind: choice
    text: "${question}"
    options: [{ id: "yes", title: "${yes}" }, { id: "no", title: "No, keep it" }]
    to: { "yes": done, "no": kept, failed: person }
  - { id: done, kind: resolve, text: Done }
  - { id: kept, kind: resolve, text: Kept }
  - { id: person, kind: hand-off, why: It went wrong }
`;
  return readyWithSlots(yaml);
}

const change = asking('It would go to 5 Pine Street. Shall I change it?', 'Yes, change it');
const cancel = asking('This would cancel A-1042. Shall I?', 'Yes, cancel it');
const unsure = asking('You may cancel until Friday. Shall I book it?', 'Yes, book it');

const cancelIt = [
  'cancel it',
  'ok cancel it please',
  'cancélalo',
  'pode cancelar',
  'annulez-la',
  'batalin aja',
  'रद्द कर दो',
  'cancel kar do',
  'الغيه لو سمحت',
  '取消吧',
];
const leaveIt = [
  'leave it',
  "don't",
  "don't change it",
  'leave it as it is',
  'déjelo como está',
  'no lo cambies',
  'deixa como está',
  'não mude nada',
  'laissez comme ça',
  'ne changez rien',
  'biarin aja',
  'jangan diubah',
  'वैसे ही रहने दो',
  'मत बदलो',
  'waise hi rehne do',
  'mat badlo',
  'اتركه كما هو',
  'لا تغيره',
  '不要改',
  '保持原样吧',
];

const last = ({ says }: { readonly says: readonly string[] }): string => says.at(-1) ?? '';

test.each(cancelIt)('"%s" changes nothing where something else is asked', (text) => {
  expect(saysCancelIt(text)).toBe(true);
  expect(last(talk(change, ['', text]))).toMatch(/^Okay, never mind/u);
});

test.each(cancelIt)('"%s" is the yes to a cancellation', (text) => {
  expect(last(talk(cancel, ['', text]))).toBe('Done');
});

test.each(cancelIt)('"%s" is asked about where both may be meant', (text) => {
  const { says, taps } = talk(unsure, ['', text]);
  expect(says).toEqual(['Which do you mean?']);
  expect(taps).toHaveLength(2);
});

test.each(leaveIt)('"%s" keeps what there is', (text) => {
  expect(last(talk(change, ['', text]))).toBe('Kept');
  expect(last(talk(cancel, ['', text]))).toBe('Kept');
});

test.each(['cancel order A-1042', 'Cancela Ruiz', 'cancel the second one'])('"%s" says more', (text) => {
  expect(saysCancelIt(text)).toBe(false);
});

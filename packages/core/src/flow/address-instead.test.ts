import { expect, test } from 'vitest';
import { holdsAnswer } from './step.ts';
import { readyWithSlots } from './testing/flows.ts';
import { monday10, talk, tell, type Answering } from './testing/talk.ts';

const yaml = `
id: send-elsewhere
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: send-elsewhere }], to: { then: where } }
  - { id: where, kind: ask, text: "Where to?", slot: { kind: location }, save: place, to: { filled: confirm, failed: person } }
  - id: confirm
    kind: choice
    text: "To {{place.address}}?"
    options: [{ id: "yes", title: "Yes" }, { id: "no", title: "No" }]
    to: { "yes": done, "no": done, failed: person }
  - { id: done, kind: resolve, text: "Done." }
  - { id: person, kind: hand-off, why: It went wrong }
`;
const ready = readyWithSlots(yaml);
const nothing: Answering = () => ({ kind: 'tool-failed', why: 'not expected' });

const atConfirm = talk(ready, ['hello', '松树路5号,上海 200030']);
const say = (text: string, language: string, placed: boolean) =>
  tell(ready, atConfirm.state, { kind: 'said', text, language, placed }, nothing);

test.each([
  ['zh', '不对,是松树路8号', '松树路8号'],
  ['zh', '写错了,应该是南京路100号,上海 200001', '南京路100号,上海 200001'],
  ['zh', '抱歉,地址改成人民路3号', '人民路3号'],
  ['zh', '其实送到淮海中路12弄7号', '淮海中路12弄7号'],
  ['en', 'no, the address is 8 Pine Road, Dublin', '8 Pine Road, Dublin'],
  ['es', 'perdón, es Calle Pino 8, Madrid', 'Calle Pino 8, Madrid'],
  ['pt', 'não, o endereço é Rua do Pinho 8, Lisboa', 'Rua do Pinho 8, Lisboa'],
  ['fr', "non, c'est 8 rue des Pins, Paris", '8 rue des Pins, Paris'],
  ['id', 'maaf, alamatnya Jalan Pinus 8, Jakarta', 'Jalan Pinus 8, Jakarta'],
  ['hi', 'नहीं, पता 8 पार्क रोड, दिल्ली', '8 पार्क रोड, दिल्ली'],
  ['hi-Latn', 'nahi, sahi pata 8 Park Road, Delhi', '8 Park Road, Delhi'],
  ['ar', 'لا، العنوان شارع النيل 8، القاهرة', 'شارع النيل 8، القاهرة'],
])('in %s "%s" takes the address back before it is confirmed', (language, text, address) => {
  const again = say(text, language, false);
  expect(again.state.variables['place']).toEqual({ address });
  expect(again.says).toEqual([`To ${address}?`]);
});

test.each([
  ['en', 'sorry, the number is 8', '松树路8号,上海 200030'],
  ['hi-Latn', 'nahi pincode 200031 hai', '松树路5号,上海 200031'],
])('in %s "%s" puts one part of the address right and leaves the rest', (language, text, address) => {
  expect(say(text, language, false).says).toEqual([`To ${address}?`]);
});

test('an address alone is taken once nobody else wants it', () => {
  const text = '人民路3号,上海 200000';
  expect(say(text, 'zh', false).next).toEqual({ kind: 'not-mine' });
  expect(holdsAnswer(ready, atConfirm.state, text, { at: monday10, contact: { id: 'c1' } })).toBe(true);
  expect(say(text, 'zh', true).says).toEqual([`To ${text}?`]);
});

test.each([
  '你们店在人民路3号吗',
  '人民路3号能不能送',
  '你们几点开门',
  'do you deliver to 8 Pine Road, Dublin?',
  '多少钱',
])('a question in the middle is none: "%s"', (text) => {
  expect(say(text, 'zh', false).next).toEqual({ kind: 'not-mine' });
  expect(holdsAnswer(ready, atConfirm.state, text, { at: monday10, contact: { id: 'c1' } })).toBe(false);
});

test('a plain yes or no stays one', () => {
  expect(say('是的', 'zh', true).says).toEqual(['Done.']);
  expect(say('不对', 'zh', true).state.variables['place']).toEqual({ address: '松树路5号,上海 200030' });
});

import { expect, test } from 'vitest';
import { sentencesIn } from '../language/sentences-in.ts';
import { languages } from '../language/language.ts';
import { readableText } from '../message/outbound.ts';
import { asideSentences } from './aside-sentences.ts';
import { accepts, judges, runTurn, text } from './testing/run-turn.ts';

const refuses = () => judges('refuse');
const asked = runTurn([text('where is my order')], ({ kind }) =>
  kind === 'call-tool' ? { kind: 'tool-answered', output: { kind: 'none' } } : accepts('order-status'),
);

function saying({ close }: ReturnType<typeof runTurn>): string {
  return close.drafts.map(({ content }) => readableText(content)).join('\n');
}

test.each(['hmm let me think', 'one moment please', 'not sure yet actually', 'hold on'])(
  'who asks for time gets it, and the question stays open: %s',
  (said) => {
    const waited = runTurn([text(said)], refuses, { conversation: asked.conversation });
    expect(saying(waited)).toBe(asideSentences.en.takeYourTime);
    expect(waited.calls).toEqual([]);
    expect(waited.conversation.pending).toMatchObject({ kind: 'order-number' });
  },
);

test('who never stops thinking is left alone', () => {
  let { conversation } = asked;
  for (let turn = 0; turn < 2; turn += 1)
    conversation = runTurn([text('let me think')], refuses, { conversation }).conversation;
  const third = runTurn([text('let me think')], refuses, { conversation });
  expect(third.close.outcome).toMatchObject({ kind: 'ignored', rule: 'chit-chat' });
});

test('why the number is asked for is told', () => {
  const why = runTurn([text('why do you need that?')], refuses, { conversation: asked.conversation });
  expect(saying(why)).toBe(asideSentences.en.whyNumber);
  expect(why.close.outcome.kind).toBe('answered');
});

test('who does not have the number learns where it is and is offered a person, and then gets one', () => {
  const without = runTurn([text("I don't have the number")], refuses, { conversation: asked.conversation });
  expect(saying(without)).toContain(asideSentences.en.withoutNumber);
  expect(without.close.drafts.at(-1)?.content).toMatchObject({
    buttons: [{ title: sentencesIn('en').person.button }],
  });
  const again = runTurn([text("I can't find it")], refuses, { conversation: without.conversation });
  expect(again.close.outcome.kind).toBe('handed-off');
});

test('nothing is explained where nothing was asked', () => {
  expect(runTurn([text('why?')], refuses).close.outcome.kind).toBe('refused');
});

test.each(languages)('sentences about an order name it: %s', (language) => {
  const { whyProof, withoutProof, whyTask } = asideSentences[language];
  expect(whyProof('A-1042')).toContain('A-1042');
  expect(withoutProof('A-1042')).toContain('A-1042');
  expect(whyTask('xyz')).toContain('xyz');
});

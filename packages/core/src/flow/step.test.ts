import { expect, test } from 'vitest';
import type { FlowCall } from './flow-next.ts';
import { newFlowState, openQuestion, step } from './step.ts';
import { booking, readyFrom } from './testing/flows.ts';
import { monday10, talk, tell, type Answering } from './testing/talk.ts';

const table = readyFrom(booking);

const answer: Answering = (call: FlowCall) => {
  if (call.kind !== 'call-tool') return { kind: 'tool-failed', why: 'not a tool' };
  if (call.tool === 'free-times')
    return {
      kind: 'tool-answered',
      output: {
        kind: 'times',
        times:
          call.input['day'] === '2026-11-27'
            ? [{ at: '18:00' }, { at: '20:00' }]
            : [{ at: '19:00' }, { at: '20:00' }],
      },
    };
  return { kind: 'tool-answered', output: { kind: 'booked', reference: 'T-7' } };
};

test('a flow asks for what it needs, looks things up, confirms, and does it once', () => {
  const confirm = talk(table, ['a table please', '4', 'friday', '18:00', 'Ada'], answer);
  expect(confirm.says).toEqual([
    'A table for 4 on Friday 27 November at 18:00.\nName: Ada\nShall I book it?',
  ]);
  expect(confirm.taps.map(({ title }) => title)).toEqual(['Yes, book it', 'No']);
  const done = tell(table, confirm.state, { kind: 'tapped', id: confirm.taps[0]?.id ?? '' }, answer);
  expect(done.says).toEqual(['Booked: T-7.']);
  expect(done.calls).toEqual([
    {
      kind: 'call-tool',
      tool: 'book-table',
      input: { day: '2026-11-27', time: '18:00', people: '4', name: 'Ada', contactPhone: '353861234567' },
      effect: true,
    },
  ]);
  expect(done.next).toMatchObject({ stop: { kind: 'resolved' }, messages: [{ grounds: ['k1'] }] });
});

test('what the first message says already is not asked again', () => {
  const { says } = talk(table, ['a table for 4 on friday please'], answer);
  expect(says).toEqual(['Friday 27 November: which time?']);
});

test('an answer that does not fit is asked for again, then a person takes over', () => {
  expect(talk(table, ['hello', 'many']).says).toEqual(['A number from 1 to 8, please.']);
  expect(talk(table, ['hello', 'many', 'lots', 'oodles']).next).toMatchObject({
    stop: { kind: 'handed-off' },
  });
});

test('a text that is no answer is left to others, and nothing has changed', () => {
  const asked = talk(table, ['hello', '4']);
  const text = 'do you have parking?';
  const other = tell(table, asked.state, { kind: 'said', text, placed: false }, answer);
  expect(other.next.kind).toBe('not-mine');
  expect(other.state).toEqual(asked.state);
});

test('after a digression the open question is put again', () => {
  const asked = talk(table, ['hello', '4']);
  const again = openQuestion(table, asked.state, { at: monday10, contact: { id: 'c1' } });
  expect(again?.next).toMatchObject({ messages: [{ content: { body: 'Which day?' } }] });
});

test('"no, Friday" takes an earlier answer back, and later answers that still hold stay', () => {
  const confirm = talk(table, ['a table', '4', 'saturday', '20:00', 'Ada', 'no, friday'], answer);
  expect(confirm.says).toEqual([
    'A table for 4 on Friday 27 November at 20:00.\nName: Ada\nShall I book it?',
  ]);
});

test('a free time that the new day does not have is asked for again', () => {
  const again = talk(table, ['a table', '4', 'saturday', '19:00', 'Ada', 'actually friday'], answer);
  expect(again.says).toEqual(['Friday 27 November: which time?']);
  const confirm = tell(table, again.state, { kind: 'said', text: '18:00', placed: false }, answer);
  expect(confirm.says[0]).toContain('at 18:00.\nName: Ada');
});

test('nothing is corrected behind a change that was made', () => {
  const done = talk(table, ['a table', '4', 'friday', '18:00', 'Ada', 'yes'], answer);
  expect(done.state.answers).toEqual([]);
});

test('an unclear answer is asked about with its meanings as buttons', () => {
  const which = talk(table, ['a table', '4', 'kal'], answer);
  expect(which.says).toEqual(['Which do you mean?']);
  expect(which.taps.map(({ title }) => title)).toEqual(['Yesterday', 'Tomorrow']);
  const said = tell(table, which.state, { kind: 'said', text: 'tomorrow', placed: false }, answer);
  expect(said.says).toEqual(['Tuesday 24 November: which time?']);
});

test('"start over" forgets what was said', () => {
  const again = talk(table, ['a table', '4', 'friday', 'start over'], answer);
  expect(again.says).toEqual(['For how many people?']);
  expect(again.state.variables).toEqual({});
});

test('"never mind" drops the matter', () => {
  expect(talk(table, ['a table', 'never mind'], answer).next).toMatchObject({ stop: { kind: 'dropped' } });
});

test('a question may be skipped', () => {
  const confirm = talk(table, ['a table', '4', 'friday', '18:00', 'skip'], answer);
  expect(confirm.says).toEqual(['A table for 4 on Friday 27 November at 18:00.\nShall I book it?']);
});

test('a button of an earlier question does not answer this one', () => {
  const times = talk(table, ['a table', '4', 'friday'], answer);
  const named = tell(table, times.state, { kind: 'said', text: '18:00', placed: false }, answer);
  const stale = tell(table, named.state, { kind: 'tapped', id: times.taps[1]?.id ?? '' }, answer);
  expect(stale.says).toEqual(['Under which name?']);
  expect(stale.state.variables['time']).toBe('18:00');
});

test('silence is followed by the edge for it, unless the customer was quicker', () => {
  const asked = talk(table, ['a table', '4'], answer);
  const [timer] = asked.next.kind === 'stop' ? asked.next.setTimers : [];
  expect(timer?.dueAt).toBe(monday10 + 30 * 60_000);
  const late = tell(table, asked.state, { kind: 'timer', name: timer?.name ?? '' }, answer);
  expect(late.says).toEqual(['Write again when you like.']);
  const answered = tell(table, asked.state, { kind: 'said', text: 'friday', placed: false }, answer);
  expect(answered.next).toMatchObject({ clearTimers: [timer?.name] });
  const raced = tell(table, answered.state, { kind: 'timer', name: timer?.name ?? '' }, answer);
  expect(raced.next.kind).toBe('not-mine');
});

test('a tool that failed leads to its own edge; one with an effect that may have happened is in doubt', () => {
  const failing: Answering = (call) =>
    call.kind === 'call-tool' && call.effect ? { kind: 'in-doubt', why: 'crash' } : answer(call);
  expect(talk(table, ['a table', '4', 'friday', '18:00', 'Ada', 'yes'], failing).next).toMatchObject({
    stop: { kind: 'handed-off' },
  });
  const down: Answering = () => ({ kind: 'tool-failed', why: 'down' });
  expect(talk(table, ['a table', '4', 'friday'], down).next).toMatchObject({ stop: { kind: 'handed-off' } });
});

test('a tool answer without the fields that were promised has failed', () => {
  const odd: Answering = () => ({ kind: 'tool-answered', output: { kind: 'times', times: 'none' } });
  expect(talk(table, ['a table', '4', 'friday'], odd).next).toMatchObject({ stop: { kind: 'handed-off' } });
});

test('no way back is taken more often than its jump allows', () => {
  const taken: Answering = (call) =>
    call.kind === 'call-tool' && call.effect
      ? { kind: 'tool-answered', output: { kind: 'taken' } }
      : answer(call);
  let now = talk(table, ['a table', '4', 'friday', '18:00', 'Ada'], taken);
  for (let count = 0; count < 2; count += 1) {
    now = tell(table, now.state, { kind: 'said', text: 'yes', placed: false }, taken);
    expect(now.says[0]).toBe('That time has just gone.');
    for (const text of ['18:00', 'Ada'])
      now = tell(table, now.state, { kind: 'said', text, placed: true }, taken);
  }
  const over = tell(table, now.state, { kind: 'said', text: 'yes', placed: false }, taken);
  expect(over.next).toMatchObject({ stop: { kind: 'handed-off' } });
});

test('a flow speaks the language of whoever starts it, where it has it', () => {
  const said = (language: string) =>
    tell(table, newFlowState(table), { kind: 'started', said: '', language }, answer).says;
  expect(said('es-MX')).toEqual(['¿Para cuántas personas?']);
  expect(said('fr')).toEqual(['For how many people?']);
});

test('a state of another version is refused', () => {
  const state = { ...newFlowState(table), version: 1 };
  expect(() => step(table, state, { kind: 'timer', name: 'x', at: 0, contact: { id: 'c' } })).toThrow(
    'load the version it started with',
  );
});

test('what the desk hears of a hand-off has everything that is known, and marks what is not', () => {
  const ready = readyFrom(`
id: lead
version: 1
languages: [en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: ad-click }], to: { then: ask } }
  - { id: ask, kind: ask, text: "Your name?", slot: { kind: text }, save: name, skip: Skip, to: { filled: pass, skipped: pass, failed: pass } }
  - { id: pass, kind: hand-off, why: "Lead: {{name}}, came with “{{said}}”", queue: sales }
`);
  expect(talk(ready, ['hello', 'Ada']).next).toMatchObject({
    stop: { why: 'Lead: Ada, came with “hello”', queue: 'sales' },
  });
  expect(talk(ready, ['hello', 'skip']).next).toMatchObject({ stop: { why: 'Lead: –, came with “hello”' } });
});

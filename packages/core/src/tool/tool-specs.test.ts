import { expect, test } from 'vitest';
import { HttpTool } from './declared-tool.ts';
import { toolSpecs } from './tool-specs.ts';

function tool(declared: object): HttpTool {
  return HttpTool.parse({
    kind: 'http',
    effects: 'none',
    method: 'POST',
    url: 'https://api.example.com/a',
    answers: [{ kind: 'order' }],
    ...declared,
  });
}

test('a flow hands over what only it knows, and reckons with what is not shown', () => {
  const lookUp = tool({
    name: 'look-up',
    parameters: { number: { type: 'string', in: 'body' }, v: { type: 'fixed', value: 1, in: 'query' } },
    belongsTo: { proof: { input: 'proof', facts: ['/email'] } },
  });
  const cancel = tool({
    name: 'cancel',
    effects: 'once',
    requires: 'look-up',
    parameters: { reason: { type: 'string', in: 'body' }, key: { type: 'call-key', in: 'body' } },
    answers: [{ kind: 'cancelled' }],
  });
  const mine = tool({ name: 'mine', parameters: { phone: { type: 'contact', fact: 'phone', in: 'body' } } });
  const hours = tool({ name: 'hours' });
  expect(toolSpecs([lookUp, cancel, mine, hours])).toMatchObject([
    { name: 'look-up', effect: false, inputs: ['number', 'proof'], outcomes: ['order', 'not-shown'] },
    {
      name: 'cancel',
      effect: true,
      inputs: ['reason', 'number', 'proof'],
      outcomes: ['cancelled', 'not-shown'],
    },
    { name: 'mine', effect: false, inputs: [], outcomes: ['order', 'not-shown'] },
    { name: 'hours', effect: false, inputs: [], outcomes: ['order'] },
  ]);
});

import { readFileSync } from 'node:fs';
import { readPackFlow } from '@ambit/core/business/pack-flow';
import type { FlowCall } from '@ambit/core/flow/flow-next';
import { linkFlow } from '@ambit/core/flow/link-flow';
import { prepareFlow } from '@ambit/core/flow/ready-flow';
import { newFlowState, step } from '@ambit/core/flow/step';
import { readableText } from '@ambit/core/message/outbound';
import { SlotValue } from '@ambit/core/slot/slot-type';
import { slotTypes } from '@ambit/core/slot/slot-types';
import { expect, test } from 'vitest';

/** Tuesday noon in São Paulo. */
const at = Date.parse('2026-11-24T15:00:00Z');
const contact = { id: 'bruna', phone: '5511955500171' };

const file = 'packs/membership/flow.yaml';
const parsed = readPackFlow(new Map([[file, readFileSync(`packages/${file}`, 'utf8')]]), 'membership');
if (parsed === undefined || parsed.kind === 'problems') throw new Error('The flow cannot be read');
const linked = linkFlow(parsed.flow, []);
if (linked.kind === 'problems') throw new Error('The flow cannot be linked');
const flow = prepareFlow(linked.flow, {
  businessName: 'Academia Ipê',
  timeZone: 'America/Sao_Paulo',
  country: 'BR',
  currency: 'BRL',
  slotTypes,
});

const subscription = {
  subscriptionId: 'M-1',
  plan: 'Gold',
  state: 'active',
  price: 149,
  renewsOn: '2026-12-10',
  fields: {},
};

function answer(call: FlowCall): unknown {
  switch (call.kind === 'call-tool' ? call.tool : '') {
    case 'my-subscriptions':
      return { kind: 'one', subscription };
    case 'check-pause':
      return {
        kind: 'possible',
        pause: { from: '2026-11-30', until: '2026-12-29', days: 30, renewsOn: '2027-01-09' },
      };
    case 'check-cancellation':
      return { kind: 'possible', endsOn: '2026-12-09' };
    default:
      throw new Error(`Nothing is changed without a yes: ${JSON.stringify(call)}`);
  }
}

/** What the flow says to this first message, and which tools it asked how. */
function say(language: string, said: string) {
  const calls: FlowCall[] = [];
  let { state, next } = step(flow, newFlowState(flow), { kind: 'started', said, language, at, contact });
  while (next.kind === 'await') {
    calls.push(next.call);
    const result = { kind: 'tool-answered', output: SlotValue.parse(answer(next.call)) } as const;
    ({ state, next } = step(flow, state, { kind: 'settled', key: `k${calls.length}`, result, at, contact }));
  }
  const says = next.kind === 'stop' ? next.messages.map(({ content }) => readableText(content)) : [];
  return { says: says.join('\n'), calls: calls.flatMap((call) => (call.kind === 'call-tool' ? [call] : [])) };
}

test.each([
  ['en', 'freeze my plan for 30 days starting 30 November'],
  ['es', 'quiero congelar mi plan por 30 días desde el 30 de noviembre'],
  ['pt', 'quero trancar meu plano a partir de 30 de novembro por 30 dias'],
  ['fr', 'je veux mettre mon abonnement en pause 30 jours à partir du 30 novembre'],
  ['id', 'mau jeda keanggotaan 30 hari mulai 30 November'],
  ['hi', '30 नवंबर से 30 दिन के लिए मेरा प्लान रोक दो'],
  ['hi-Latn', '30 november se 30 din ke liye mera plan freeze kar do'],
  ['ar', 'أريد تجميد اشتراكي 30 يوم من 30 نوفمبر'],
  ['zh', '从11月30日开始把我的会员暂停30天'],
])('%s: a pause is read from one message and asked about before anything changes', (language, said) => {
  const { says, calls } = say(language, said);
  expect(calls.map(({ tool, input }) => [tool, input])).toEqual([
    ['my-subscriptions', { said }],
    ['check-pause', { subscriptionId: 'M-1', from: '2026-11-30', lasting: '30' }],
  ]);
  expect(says).toMatch(/30/);
  expect(says).toContain('Gold');
});

test.each([
  ['en', 'when does my plan expire?', 'I want to cancel my membership'],
  ['es', '¿cuándo vence mi plan?', 'quiero cancelar mi plan'],
  ['pt', 'quando vence meu plano?', 'quero cancelar meu plano'],
  ['fr', 'quand expire mon abonnement ?', 'je veux résilier mon abonnement'],
  ['id', 'paket saya berlaku sampai kapan?', 'saya mau batalkan keanggotaan'],
  ['hi', 'मेरा प्लान कब खत्म होगा', 'मुझे अपनी सदस्यता रद्द करनी है'],
  ['hi-Latn', 'mera plan kab khatam hoga', 'mujhe apni membership cancel karni hai'],
  ['ar', 'متى ينتهي اشتراكي', 'أريد إلغاء اشتراكي'],
  ['zh', '我的会员什么时候到期', '我想取消会员'],
])('%s: when it renews is said, and a cancellation is read back first', (language, asks, cancels) => {
  const status = say(language, asks);
  expect(status.calls.map(({ tool }) => tool)).toEqual(['my-subscriptions']);
  expect(status.says).toMatch(/149/);
  expect(status.says).toMatch(/10/);
  const cancel = say(language, cancels);
  expect(cancel.calls.map(({ tool }) => tool)).toEqual(['my-subscriptions', 'check-cancellation']);
});

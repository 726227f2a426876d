import type { FlowView } from '../control/object-views.ts';
import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { el } from './dom.ts';
import { button, chip, facts, spoken } from './panel-parts.ts';

/** A flow of the account, with what Meta and a phone can do with it. */
export function flowRow(flow: FlowView, playFlow: (flow: FlowView) => void): HTMLElement {
  const tone = flow.status === 'PUBLISHED' ? 'good' : flow.status === 'DRAFT' ? 'idle' : 'bad';
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('b', { class: 'row-name' }, el('bdi', {}, flow.name)),
        chip(spoken(flow.status), tone),
        ...(flow.validationErrors.length === 0
          ? []
          : [chip(`${flow.validationErrors.length} errors`, 'bad')]),
      ),
      facts([
        ['Endpoint', flow.endpointUri ?? 'none'],
        ['Flow JSON', flow.json === undefined ? 'not uploaded' : 'uploaded'],
        ['Id', flow.id],
      ]),
      ...(flow.validationErrors.length === 0
        ? []
        : [el('pre', { tabindex: '0' }, JSON.stringify(flow.validationErrors, null, 2))]),
      el(
        'div',
        { class: 'form-buttons' },
        button(
          'Play it',
          () => {
            playFlow(flow);
          },
          'small filled',
        ),
      ),
      actForm({
        label: `Status of ${flow.name}`,
        submit: 'Set',
        fields: [
          {
            kind: 'choice',
            name: 'status',
            label: 'Status',
            value: flow.status,
            options: ['DRAFT', 'PUBLISHED', 'THROTTLED', 'BLOCKED', 'DEPRECATED'].map(
              (one) => [one, spoken(one)] as const,
            ),
          },
        ],
        send: async (values) => {
          await api.meta({ kind: 'set-flow-status', flow: flow.id, ...values });
          return undefined;
        },
      }),
      actForm({
        label: `Ask the endpoint of ${flow.name}`,
        submit: 'Ask the endpoint',
        fields: [
          {
            kind: 'choice',
            name: 'signature',
            label: 'Health check (ping), signed',
            options: [
              ['good', 'rightly'],
              ['bad', 'wrongly, to see 432'],
            ],
          },
        ],
        send: async (values) => {
          const answer = await api.exchangeFlow({ flow: flow.id, action: 'ping', ...values });
          if (answer.kind === 'answer') return `It answered ${JSON.stringify(answer.answer)}.`;
          throw new Error(answer.problem);
        },
      }),
    ),
  );
}

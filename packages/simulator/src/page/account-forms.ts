import type { AccountView } from '../control/account-view.ts';
import { actForm, type Field, type FormSpec } from './act-form.ts';
import { api } from './api.ts';
import { el } from './dom.ts';
import { button, chip, folded, spoken, type PanelContext } from './panel-parts.ts';
import { confirmSheet } from './popup.ts';
import { fullTimeOf } from './words.ts';

/** How the account stands, in a word. */
export function standingChip(standing: AccountView['standing']): HTMLElement {
  switch (standing.kind) {
    case 'good':
      return chip('good', 'good');
    case 'restricted':
      return chip(
        `${standing.what === 'all' ? 'may not write' : 'may only reply'} until ${fullTimeOf(standing.untilMs)}`,
        'warn',
      );
    case 'locked':
      return chip('locked', 'bad');
    case 'banned':
      return chip('banned', 'bad');
  }
}

/** What Meta can do to the account. */
export function accountForms(context: PanelContext): readonly HTMLElement[] {
  const dangerous = (label: string, kind: string, text: string): HTMLElement =>
    button(
      label,
      () => {
        context.run(async () => {
          if (await confirmSheet({ title: `${label}?`, text, button: label })) await api.meta({ kind });
        });
      },
      'small danger',
    );
  const form = (
    label: string,
    kind: string,
    fields: readonly Field[],
    confirm?: FormSpec['confirm'],
  ): HTMLElement =>
    actForm({
      label,
      submit: label,
      fields,
      ...(confirm === undefined ? {} : { confirm }),
      send: async (values) => {
        await api.meta({ kind, ...values });
        return undefined;
      },
    });
  return [
    el(
      'div',
      { class: 'form-buttons' },
      dangerous('Lock the account', 'lock', 'Sends fail with 131031 until you reinstate it.'),
      dangerous('Ban the account', 'ban', 'Sends fail with 368 until you reinstate it.'),
      button('Reinstate the account', () => {
        context.run(() => api.meta({ kind: 'reinstate' }));
      }),
    ),
    folded(
      'Messaging limit',
      form('Set the messaging limit', 'set-tier', [
        {
          kind: 'choice',
          name: 'tier',
          label: 'People a day outside their window',
          value: 'TIER_2K',
          options: [
            ['TIER_250', '250'],
            ['TIER_2K', '2,000'],
            ['TIER_10K', '10,000'],
            ['TIER_100K', '100,000'],
            ['TIER_UNLIMITED', 'Any number'],
          ],
        },
      ]),
    ),
    folded(
      'Restrict',
      form(
        'Restrict the account',
        'restrict',
        [
          {
            kind: 'choice',
            name: 'what',
            label: 'What it may not do',
            options: [
              ['business-initiated', 'Begin conversations'],
              ['all', 'Write at all'],
            ],
          },
          { kind: 'number', name: 'hours', label: 'For how many hours', value: 72, min: 1, max: 8_760 },
          { kind: 'text', name: 'violation', label: 'Violation', value: 'SPAM' },
        ],
        { title: 'Restrict the account?', text: 'Sends fail until the hours are over or you reinstate it.' },
      ),
    ),
    folded(
      'Verification, payment, Direct Send',
      form('Set verification', 'set-verified', [
        { kind: 'check', name: 'verified', label: 'The business is verified', value: true },
      ]),
      form('Set payment', 'set-payment-method', [
        { kind: 'check', name: 'present', label: 'There is a payment method', value: true },
      ]),
      form('Set service messages', 'set-service-used', [
        { kind: 'number', name: 'count', label: 'Service messages sent this month', value: 999, min: 0 },
      ]),
      form('Set Direct Send', 'set-direct-send', [
        { kind: 'check', name: 'utility', label: 'Utility without template' },
        { kind: 'check', name: 'authentication', label: 'Authentication without template' },
      ]),
      form('Set international authentication', 'set-international-authentication', [
        { kind: 'check', name: 'eligible', label: 'International authentication rates apply' },
      ]),
    ),
    folded(
      'Alerts and reviews',
      form('Send an alert', 'alert', [
        { kind: 'text', name: 'alert', label: 'Alert', value: 'OBA_APPROVED', required: true },
        {
          kind: 'choice',
          name: 'severity',
          label: 'Severity',
          options: ['INFORMATIONAL', 'WARNING', 'CRITICAL'].map((one) => [one, spoken(one)] as const),
        },
      ]),
      form('Tell the review', 'review-account', [
        {
          kind: 'choice',
          name: 'decision',
          label: 'Decision',
          options: ['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED'].map((one) => [one, spoken(one)] as const),
        },
      ]),
    ),
  ];
}

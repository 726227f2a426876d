import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { folded } from './panel-parts.ts';

/** Webhooks of any field, or of any bytes. */
export function webhookForms(): readonly HTMLElement[] {
  return [
    folded(
      'A field and a value, signed and queued like all',
      actForm({
        label: 'Any webhook',
        submit: 'Send',
        fields: [
          {
            kind: 'text',
            name: 'field',
            label: 'Field',
            value: 'account_alerts',
            required: true,
            suggestions: [
              'account_alerts',
              'account_update',
              'security',
              'business_capability_update',
              'phone_number_name_update',
              'template_category_update',
              'partner_solutions',
              'payment_configuration_update',
              'flows',
              'history',
              'messages',
            ],
          },
          { kind: 'json', name: 'value', label: 'Value', value: '{\n  "entity_type": "BUSINESS"\n}' },
        ],
        send: async (values) => {
          await api.meta({ kind: 'webhook', ...values });
          return 'On its way; the log shows it.';
        },
      }),
    ),
    folded(
      'A raw body, with a good, a wrong or no signature',
      actForm({
        label: 'Raw webhook',
        submit: 'Post it',
        fields: [
          {
            kind: 'long-text',
            name: 'body',
            label: 'Body',
            value: '{"object":"whatsapp_business_account","entry":[]}',
            rows: 5,
          },
          {
            kind: 'choice',
            name: 'signature',
            label: 'Signature',
            options: [
              ['good', 'Good'],
              ['bad', 'Wrong'],
              ['none', 'None'],
            ],
          },
          { kind: 'json', name: 'headers', label: 'More headers', value: '{}' },
        ],
        send: async ({ body, ...rest }) => {
          const answer = await api.sendRaw({ body: body ?? '', ...rest });
          return answer.status === undefined
            ? `No answer: ${answer.problem ?? answer.kind}.`
            : `The server answered ${answer.status}.`;
        },
      }),
    ),
  ];
}

import type { Bubble, ThreadMessage } from '../thread-message.ts';
import { actForm } from './act-form.ts';
import { byId, el } from './dom.ts';
import type { JsonRecord } from './json-value.ts';
import { openSheet } from './popup.ts';

type Act = (action: JsonRecord) => Promise<void>;

const address = [
  ['name', 'Name', 'Priya Nair'],
  ['phone_number', 'Phone', '+919000090000'],
  ['address', 'Address', '12 MG Road'],
  ['city', 'City', 'Bengaluru'],
  ['in_pin_code', 'Pin code', '560001'],
] as const;

/** What a tap on the button of a request does: at once, or after a sheet has asked. */
export function answerRequest(
  message: ThreadMessage,
  bubble: Extract<Bubble, { kind: 'request' }>,
  act: Act,
): void {
  const replyTo = message.wamid;
  const host = byId('app', HTMLElement);
  switch (bubble.request) {
    case 'location': {
      const sheet = openSheet(
        bubble.label,
        actForm({
          label: bubble.label,
          submit: 'Send location',
          fields: [
            {
              kind: 'number',
              name: 'latitude',
              label: 'Latitude',
              value: 37.7936,
              min: -90,
              max: 90,
              step: 'any',
            },
            {
              kind: 'number',
              name: 'longitude',
              label: 'Longitude',
              value: -122.3958,
              min: -180,
              max: 180,
              step: 'any',
            },
            { kind: 'text', name: 'name', label: 'Name', value: 'Ferry Building' },
            { kind: 'text', name: 'address', label: 'Address', value: '1 Ferry Building, San Francisco' },
          ],
          send: async (values) => {
            sheet.close();
            await act({ kind: 'location', ...values, replyTo });
            return undefined;
          },
        }),
        host,
      );
      return;
    }
    case 'contact': {
      const sheet = openSheet(
        bubble.label,
        actForm({
          label: bubble.label,
          submit: 'Share',
          fields: [
            { kind: 'text', name: 'name', label: 'Name', value: 'Maya Torres', required: true },
            { kind: 'text', name: 'phone', label: 'Phone', value: '+1 415 555 0142' },
          ],
          send: async (values) => {
            sheet.close();
            await act({ kind: 'contacts', ...values, origin: 'contact_request', replyTo });
            return undefined;
          },
        }),
        host,
      );
      return;
    }
    case 'address': {
      const sheet = openSheet(
        bubble.label,
        actForm({
          label: bubble.label,
          submit: 'Send address',
          fields: address.map(([name, label, value]) => ({ kind: 'text', name, label, value })),
          send: async (values) => {
            sheet.close();
            await act({ kind: 'address', values, replyTo });
            return undefined;
          },
        }),
        host,
      );
      return;
    }
    case 'call-permission':
      askAboutCalls(bubble, replyTo, act, host);
      return;
    case 'voice-call':
      void act({ kind: 'call' });
  }
}

function askAboutCalls(
  bubble: Extract<Bubble, { kind: 'request' }>,
  replyTo: string,
  act: Act,
  host: HTMLElement,
): void {
  const answer = (label: string, response: JsonRecord): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        class: 'list-row',
        onclick: () => {
          sheet.close();
          void act({ kind: 'call-permission', ...response, replyTo });
        },
      },
      label,
    );
  const sheet = openSheet(
    bubble.label,
    el(
      'div',
      { class: 'list-rows' },
      answer('Always allow calls', { response: 'accept', isPermanent: true }),
      answer('Allow calls for 7 days', { response: 'accept', isPermanent: false }),
      answer('Do not allow calls', { response: 'reject' }),
    ),
    host,
  );
}

/** The catalog: choose how many of each, and order. */
export function openProducts(
  message: ThreadMessage,
  products: { catalogId: string; retailerIds: readonly string[] },
  act: Act,
): void {
  const ids = products.retailerIds.length === 0 ? ['jacket-blue-m', 'cap-green'] : products.retailerIds;
  const sheet = openSheet(
    'Order',
    actForm({
      label: 'Order',
      submit: 'Send the order',
      fields: [
        ...ids.map((id) => ({
          kind: 'number' as const,
          name: `item ${id}`,
          label: `How many ${id}`,
          value: 1,
          min: 0,
        })),
        { kind: 'number', name: 'price', label: 'Price of each', value: 89, min: 0, step: 'any' },
        { kind: 'text', name: 'currency', label: 'Currency', value: 'USD', required: true },
        { kind: 'text', name: 'text', label: 'Message' },
      ],
      send: async ({ price, currency, text, ...counts }) => {
        const items = Object.entries(counts)
          .map(([name, quantity]) => ({
            retailerId: name.replace(/^item /, ''),
            quantity: Number(quantity),
            price: Number(price ?? 0),
            currency,
          }))
          .filter((item) => item.quantity > 0);
        if (items.length === 0) throw new Error('Choose at least one.');
        sheet.close();
        await act({
          kind: 'order',
          catalogId: products.catalogId === '' ? '194836987003835' : products.catalogId,
          items,
          ...(text === undefined ? {} : { text }),
          replyTo: message.wamid,
        });
        return undefined;
      },
    }),
    byId('app', HTMLElement),
  );
}

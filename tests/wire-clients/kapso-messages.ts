import type { WhatsAppClient } from '@kapso/whatsapp-cloud-api';

type Messages = WhatsAppClient['messages'];
type To = { readonly phoneNumberId: string; readonly to: string };
type Send = (messages: Messages, to: To) => Promise<{ messages: readonly { id: string }[] }>;

/** Every kind of message that the library sends in the form Meta documents. */
export const kapsoMessages: readonly (readonly [string, Send])[] = [
  [
    'a text',
    (messages, to) => messages.sendText({ ...to, body: 'See https://example.com', previewUrl: true }),
  ],
  ['an image', (messages, to) => messages.sendImage({ ...to, image: { link: 'https://example.com/a.png' } })],
  ['a video', (messages, to) => messages.sendVideo({ ...to, video: { link: 'https://example.com/a.mp4' } })],
  ['an audio', (messages, to) => messages.sendAudio({ ...to, audio: { link: 'https://example.com/a.mp3' } })],
  [
    'a document',
    (messages, to) =>
      messages.sendDocument({
        ...to,
        document: { link: 'https://example.com/a.pdf', filename: 'a.pdf', caption: 'Invoice' },
      }),
  ],
  [
    'a sticker',
    (messages, to) => messages.sendSticker({ ...to, sticker: { link: 'https://example.com/a.webp' } }),
  ],
  [
    'a location',
    (messages, to) =>
      messages.sendLocation({
        ...to,
        location: { latitude: 37.79, longitude: -122.39, name: 'Pier' },
      }),
  ],
  [
    'contacts',
    (messages, to) =>
      messages.sendContacts({
        ...to,
        contacts: [
          {
            name: { formattedName: 'Sam Rivera', firstName: 'Sam' },
            phones: [{ phone: '+14155550199', waId: '14155550199', type: 'WORK' }],
            org: { company: 'Harbour Outfitters' },
            birthday: '1990-02-03',
          },
        ],
      }),
  ],
  [
    'reply buttons with a document header',
    (messages, to) =>
      messages.sendInteractiveButtons({
        ...to,
        bodyText: 'Which one?',
        footerText: 'Harbour Outfitters',
        header: { type: 'document', document: { link: 'https://example.com/a.pdf' } },
        buttons: [
          { id: 'yes', title: 'Yes' },
          { id: 'no', title: 'No' },
        ],
      }),
  ],
  [
    'a list',
    (messages, to) =>
      messages.sendInteractiveList({
        ...to,
        bodyText: 'Which size?',
        buttonText: 'Sizes',
        header: { type: 'text', text: 'Sizes' },
        sections: [{ title: 'All', rows: [{ id: 's', title: 'S', description: 'Chest 88' }] }],
      }),
  ],
  [
    'a link button',
    (messages, to) =>
      messages.sendInteractiveCtaUrl({
        ...to,
        bodyText: 'Our shop',
        parameters: { displayText: 'Open', url: 'https://example.com' },
      }),
  ],
  [
    'a product',
    (messages, to) =>
      messages.sendInteractiveProduct({
        ...to,
        bodyText: 'This',
        catalogId: 'c',
        productRetailerId: 's',
      }),
  ],
  [
    'a product list',
    (messages, to) =>
      messages.sendInteractiveProductList({
        ...to,
        bodyText: 'These',
        header: { type: 'text', text: 'Jackets' },
        catalogId: 'c',
        sections: [{ title: 'Jackets', productItems: [{ productRetailerId: 's' }] }],
      }),
  ],
  [
    'a catalog',
    (messages, to) =>
      messages.sendInteractiveCatalogMessage({
        ...to,
        bodyText: 'All we have',
        parameters: { thumbnailProductRetailerId: 's' },
      }),
  ],
  [
    'a carousel of links',
    (messages, to) =>
      messages.sendInteractiveCarousel({
        ...to,
        bodyText: 'Two jackets',
        cards: [0, 1].map((cardIndex) => ({
          cardIndex,
          header: { type: 'image' as const, image: { link: 'https://example.com/a.png' } },
          bodyText: 'A jacket',
          action: { displayText: 'Open', url: 'https://example.com' },
        })),
      }),
  ],
  [
    'a location request',
    (messages, to) =>
      messages.sendInteractiveRaw({
        ...to,
        interactive: {
          type: 'location_request_message',
          body: { text: 'Where are you?' },
          action: { name: 'send_location' },
        },
      }),
  ],
  [
    'a template',
    (messages, to) =>
      messages.sendTemplate({
        ...to,
        template: {
          name: 'order_update',
          language: { code: 'en' },
          components: [
            {
              type: 'body',
              parameters: ['Maya', 'A-1042', 'it left'].map((text) => ({ type: 'text', text })),
            },
            {
              type: 'button',
              subType: 'quick_reply',
              index: '0',
              parameters: [{ type: 'payload', payload: 'talk' }],
            },
          ],
        },
      }),
  ],
];

import { shortened } from '@ambit/core/message/split-text';
import type { Outbound } from '@ambit/core/message/outbound';
import { buttonMessage } from '@ambit/whatsapp/outbound/interactive-button';
import { ctaUrlMessage } from '@ambit/whatsapp/outbound/interactive-cta-url';
import { listMessage } from '@ambit/whatsapp/outbound/interactive-list';
import type { MessageContent } from '@ambit/whatsapp/outbound/send-request';
import { textMessage } from '@ambit/whatsapp/outbound/text';
import { wireTemplate } from './wire-template.ts';

/** What a message says, as the Cloud API wants it. */
export function wireContent(content: Readonly<Outbound>): MessageContent {
  switch (content.kind) {
    case 'text':
      return textMessage(content.body);
    case 'buttons':
      return buttonMessage(content.body, content.buttons);
    case 'list':
      return listMessage(
        content.body,
        content.open,
        content.rows.map(({ id, title, description }) => ({
          id,
          title,
          ...(description === undefined ? {} : { description }),
        })),
      );
    case 'file':
      return fileMessage(content);
    case 'link-button':
      return ctaUrlMessage(content.body, { label: content.title, url: content.url });
    case 'products':
      return productsMessage(content);
    case 'carousel':
      return {
        type: 'interactive',
        interactive: {
          type: 'carousel',
          body: { text: content.body },
          action: {
            cards: content.cards.map(({ image, body, button }, card_index) => ({
              card_index,
              type: 'cta_url',
              header: { type: 'image', image: { link: image } },
              ...(body === undefined ? {} : { body: { text: body } }),
              action: { buttons: [{ type: 'quick_reply', quick_reply: button }] },
            })),
          },
        },
      };
    case 'product-carousel':
      return {
        type: 'interactive',
        interactive: {
          type: 'carousel',
          body: { text: content.body },
          action: {
            cards: content.products.map((product_retailer_id, card_index) => ({
              card_index,
              type: 'product',
              action: { catalog_id: content.catalogue, product_retailer_id },
            })),
          },
        },
      };
    case 'form':
      return {
        type: 'interactive',
        interactive: {
          type: 'flow',
          body: { text: content.body },
          action: {
            name: 'flow',
            parameters: {
              flow_message_version: '3',
              flow_id: content.form,
              flow_cta: content.open,
              flow_token: content.token,
              flow_action: 'navigate',
              flow_action_payload: { screen: content.screen },
            },
          },
        },
      };
    case 'location-request':
      return {
        type: 'interactive',
        interactive: {
          type: 'location_request_message',
          body: { text: content.body },
          action: { name: 'send_location' },
        },
      };
    case 'template':
      return wireTemplate(content);
  }
}

function fileMessage(file: Readonly<Extract<Outbound, { kind: 'file' }>>): MessageContent {
  const source = { link: file.url };
  const captioned = { ...source, ...(file.caption === undefined ? {} : { caption: file.caption }) };
  switch (file.medium) {
    case 'image':
      return { type: 'image', image: captioned };
    case 'video':
      return { type: 'video', video: captioned };
    case 'audio':
      return { type: 'audio', audio: source };
    case 'document': {
      const named = file.filename === undefined ? {} : { filename: file.filename };
      return { type: 'document', document: { ...captioned, ...named } };
    }
  }
}

/** Of a section. Source: Cloud API docs, product list messages. */
const mostTitle = 24;

function productsMessage(content: Readonly<Extract<Outbound, { kind: 'products' }>>): MessageContent {
  const { body, catalogue, products, header } = content;
  const [only] = products;
  if (products.length === 1 && only !== undefined)
    return {
      type: 'interactive',
      interactive: {
        type: 'product',
        body: { text: body },
        action: { catalog_id: catalogue, product_retailer_id: only },
      },
    };
  return {
    type: 'interactive',
    interactive: {
      type: 'product_list',
      header: { type: 'text', text: header ?? body.slice(0, 60) },
      body: { text: body },
      action: {
        catalog_id: catalogue,
        sections: [
          {
            title: shortened(header ?? body, mostTitle),
            product_items: products.map((id) => ({ product_retailer_id: id })),
          },
        ],
      },
    },
  };
}

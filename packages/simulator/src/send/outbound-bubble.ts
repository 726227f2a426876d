import type { InteractiveSend, SendBody } from './schema/send-body.ts';
import type { CarouselCard as SentCard } from './schema/commerce.ts';
import type { Bubble, CarouselCard, ListSection } from '../thread-message.ts';

type Shown = Exclude<SendBody, { type: 'reaction' } | { type: 'template' }>;

/** How the phone shows what a business sent. Templates and reactions are shown by others. */
export function outboundBubble(send: Shown): Bubble {
  switch (send.type) {
    case 'text':
      return { kind: 'text', body: send.text.body };
    case 'image':
      return media('image', send.image);
    case 'video':
      return media('video', send.video);
    case 'document':
      return media('document', send.document);
    case 'audio':
      return media('audio', send.audio);
    case 'sticker':
      return media('sticker', send.sticker);
    case 'location':
      return {
        kind: 'location',
        latitude: send.location.latitude,
        longitude: send.location.longitude,
        ...(send.location.name === undefined ? {} : { name: send.location.name }),
        ...(send.location.address === undefined ? {} : { address: send.location.address }),
      };
    case 'contacts':
      return {
        kind: 'contacts',
        cards: send.contacts.map((one) => {
          const phone = one.phones?.[0]?.phone;
          return { name: one.name.formatted_name, ...(phone === undefined ? {} : { phone }) };
        }),
      };
    case 'interactive':
      return interactive(send.interactive);
  }
}

type Source = {
  id?: string | undefined;
  link?: string | undefined;
  caption?: string | undefined;
  filename?: string | undefined;
  voice?: boolean | undefined;
};

function media(kind: 'image' | 'video' | 'document' | 'audio' | 'sticker', source: Source): Bubble {
  return {
    kind: 'media',
    media: kind,
    ...(source.id === undefined ? {} : { mediaId: source.id }),
    ...(source.link === undefined ? {} : { link: source.link }),
    ...(source.caption === undefined ? {} : { caption: source.caption }),
    ...(source.filename === undefined ? {} : { filename: source.filename }),
    ...(source.voice === undefined ? {} : { voice: source.voice }),
  };
}

type Frame = { header?: string; body: string; footer?: string };

function frameOf(message: InteractiveSend): Frame {
  const header = 'header' in message ? message.header : undefined;
  const footer = 'footer' in message ? message.footer : undefined;
  return {
    ...(header === undefined ? {} : { header: header.type === 'text' ? header.text : `[${header.type}]` }),
    body: message.body?.text ?? '',
    ...(footer === undefined ? {} : { footer: footer.text }),
  };
}

function interactive(message: InteractiveSend): Bubble {
  const frame = frameOf(message);
  switch (message.type) {
    case 'button':
      return { kind: 'buttons', ...frame, buttons: message.action.buttons.map((one) => one.reply) };
    case 'list':
      return {
        kind: 'list',
        ...frame,
        button: message.action.button,
        sections: message.action.sections.map((section): ListSection => ({
          ...(section.title === undefined ? {} : { title: section.title }),
          rows: section.rows.map((row) => ({
            id: row.id,
            title: row.title,
            ...(row.description === undefined ? {} : { description: row.description }),
          })),
        })),
      };
    case 'cta_url': {
      const { display_text: label, url } = message.action.parameters;
      return { kind: 'link', ...frame, label, url };
    }
    case 'voice_call':
      return request('voice-call', frame, message.action.parameters?.display_text ?? 'Call now');
    case 'location_request_message':
      return request('location', frame, 'Send location');
    case 'request_contact_info':
      return request('contact', frame, 'Share contact info');
    case 'call_permission_request':
      return request('call-permission', frame, 'Choose preference');
    case 'address_message':
      return request('address', frame, 'Provide address');
    case 'flow': {
      const { parameters } = message.action;
      const { screen, data } = parameters.flow_action_payload ?? {};
      return {
        kind: 'flow',
        ...frame,
        label: parameters.flow_cta,
        flowId: parameters.flow_id ?? parameters.flow_name ?? '',
        flowToken: parameters.flow_token ?? 'unused',
        action: parameters.flow_action ?? 'navigate',
        ...(screen === undefined ? {} : { screen }),
        ...(data === undefined ? {} : { data }),
      };
    }
    case 'product': {
      const { catalog_id: catalogId, product_retailer_id: retailerId } = message.action;
      return { kind: 'products', ...frame, catalogId, retailerIds: [retailerId] };
    }
    case 'product_list':
      return {
        kind: 'products',
        ...frame,
        catalogId: message.action.catalog_id,
        retailerIds: message.action.sections.flatMap((section) =>
          section.product_items.map((item) => item.product_retailer_id),
        ),
      };
    case 'catalog_message':
      return { kind: 'products', ...frame, retailerIds: [] };
    case 'carousel':
      return { kind: 'carousel', body: frame.body, cards: message.action.cards.map((card) => cardOf(card)) };
    case 'order_details': {
      const { reference_id: referenceId, order } = message.action.parameters;
      return { kind: 'order', stage: 'details', body: frame.body, referenceId, status: order.status };
    }
    case 'order_status': {
      const { reference_id: referenceId, order } = message.action.parameters;
      return { kind: 'order', stage: 'status', body: frame.body, referenceId, status: order.status };
    }
  }
}

function request(kind: Extract<Bubble, { kind: 'request' }>['request'], frame: Frame, label: string): Bubble {
  return { kind: 'request', request: kind, body: frame.body, label };
}

function cardOf(card: SentCard): CarouselCard {
  switch (card.type) {
    case 'product': {
      const id = card.action.product_retailer_id;
      return { buttons: [{ kind: 'product', id, title: 'View' }] };
    }
    case 'cta_url': {
      const { url, display_text: title } = card.action.parameters;
      return { ...faceOf(card), buttons: [{ kind: 'url', id: url, title }] };
    }
    case 'button':
      return {
        ...faceOf(card),
        buttons: card.action.buttons.map((one) => ({ kind: 'reply', ...one.quick_reply })),
      };
  }
}

function faceOf(card: Exclude<SentCard, { type: 'product' }>): Pick<CarouselCard, 'media' | 'body'> {
  return { media: card.header.type, ...(card.body === undefined ? {} : { body: card.body.text }) };
}

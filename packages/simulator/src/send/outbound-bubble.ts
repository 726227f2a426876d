import type { SendBody } from './send-schema.ts';
import type { Bubble, ListSection } from '../thread-message.ts';

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

type Interactive = Extract<SendBody, { type: 'interactive' }>['interactive'];

function interactive(message: Interactive): Bubble {
  const frame = {
    ...(message.header === undefined
      ? {}
      : { header: message.header.type === 'text' ? message.header.text : `[${message.header.type}]` }),
    body: message.body.text,
    ...(message.footer === undefined ? {} : { footer: message.footer.text }),
  };
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
    case 'cta_url':
      return {
        kind: 'link',
        ...frame,
        label: message.action.parameters.display_text,
        url: message.action.parameters.url,
      };
  }
}

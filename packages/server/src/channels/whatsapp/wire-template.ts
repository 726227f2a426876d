import type { Outbound } from '@ambit/core/message/outbound';
import { templateMessage, type TemplateMessage } from '@ambit/whatsapp/outbound/template';

type Filled = Readonly<Extract<Outbound, { kind: 'template' }>>;
type Component = NonNullable<TemplateMessage['template']['components']>[number];

/** A template with its header, text and buttons filled in, as the Cloud API wants it. */
export function wireTemplate(content: Filled): TemplateMessage {
  const { name, language, values, names, header, buttons = [] } = content;
  const named =
    names === undefined
      ? values
      : Object.fromEntries(names.map((each, place) => [each, values[place] ?? '']));
  const plain = templateMessage(name, language, named);
  const components: Component[] = [
    ...(header === undefined ? [] : [wireHeader(header)]),
    ...(plain.template.components ?? []),
    ...buttons.map(wireButton),
  ];
  return components.length === 0 ? plain : { ...plain, template: { ...plain.template, components } };
}

function wireHeader(header: NonNullable<Filled['header']>): Component {
  switch (header.kind) {
    case 'text': {
      const named = header.name === undefined ? {} : { parameter_name: header.name };
      return { type: 'header', parameters: [{ type: 'text', text: header.value, ...named }] };
    }
    case 'image':
      return { type: 'header', parameters: [{ type: 'image', image: { link: header.url } }] };
    case 'video':
      return { type: 'header', parameters: [{ type: 'video', video: { link: header.url } }] };
    case 'document':
      return { type: 'header', parameters: [{ type: 'document', document: { link: header.url } }] };
  }
}

function wireButton({ place, kind, value }: NonNullable<Filled['buttons']>[number]): Component {
  switch (kind) {
    case 'reply':
      return {
        type: 'button',
        index: place,
        sub_type: 'quick_reply',
        parameters: [{ type: 'payload', payload: value }],
      };
    case 'link':
      return { type: 'button', index: place, sub_type: 'url', parameters: [{ type: 'text', text: value }] };
  }
}

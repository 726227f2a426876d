import { z } from 'zod';
import { InboundContent } from '@ambit/core/message/inbound';
import { hideSecrets } from '@ambit/core/personal-data/hide-secrets';
import { formForPeople } from '@ambit/core/message/form-answers';
import { Outbound, readableText } from '@ambit/core/message/outbound';

const EventContent = z.object({ kind: z.literal('event'), what: z.string() });

/** What a line of the timeline may hold: from the customer, from us, or a note of what happened. */
export const TimelineContent = z.union([Outbound, InboundContent, EventContent]);
export type TimelineContent = z.infer<typeof TimelineContent>;

/** A content as a person reads it. `transcript`: a program wrote the text down of a voice note. `about`: the message that an edit or a reaction is about. */
export type Readable = {
  readonly kind: string;
  readonly text?: string;
  readonly transcript?: true;
  readonly choices?: { id: string; title: string }[];
  readonly about?: string;
};

/** What somebody said as a person reads it; what a customer wrote, without card numbers and codes. */
export function readableBy(author: string, content: TimelineContent): Readable {
  const said = readable(content);
  return author !== 'customer' || said.text === undefined || said.kind === 'location'
    ? said
    : { ...said, text: hideSecrets(said.text) };
}

export function readable(content: TimelineContent): Readable {
  switch (content.kind) {
    case 'text':
      return { kind: 'text', text: content.body };
    case 'buttons':
      return { kind: 'buttons', text: content.body, choices: content.buttons };
    case 'list':
      return {
        kind: 'list',
        text: content.body,
        choices: content.rows.map(({ id, title }) => ({ id, title })),
      };
    case 'carousel':
      return {
        kind: 'carousel',
        text: readableText(content),
        choices: content.cards.map(({ button }) => button),
      };
    case 'file':
      return { kind: content.medium, text: readableText(content) };
    case 'link-button':
    case 'products':
    case 'product-carousel':
    case 'form':
    case 'location-request':
    case 'template':
      return { kind: content.kind, text: readableText(content) };
    case 'choice':
      return { kind: 'choice', text: content.title };
    case 'media':
      return readableFile(content);
    case 'reaction':
      return { kind: 'reaction', text: content.emoji, about: content.to };
    case 'order':
      return {
        kind: 'order',
        text: content.items.map(({ product, quantity }) => `${quantity} × ${product}`).join(', '),
      };
    case 'form-answers':
      return { kind: 'form-answers', text: formForPeople(content.answers) };
    case 'location':
      return { kind: 'location', text: `${content.latitude}, ${content.longitude}` };
    case 'edit':
      return { kind: 'edit', text: content.body, about: content.of };
    case 'revoke':
      return { kind: 'revoke', about: content.of };
    case 'call':
      return { kind: 'call', text: content.event };
    case 'system':
      return { kind: 'system', text: content.what };
    case 'unsupported':
      return { kind: 'unsupported', text: content.type };
    case 'sticker':
    case 'contacts':
    case 'group':
      return { kind: content.kind };
    case 'person-reply':
      return { kind: 'text', text: content.body };
    case 'timer':
      return { kind: 'timer', text: content.name };
    case 'delivery-failed':
      return { kind: 'delivery-failed', text: content.reason };
    case 'refused-by-policy':
      return { kind: 'refused-by-policy', text: content.rule };
    case 'business-event':
      return { kind: 'business-event', text: content.event };
    case 'appointment-news':
      return { kind: 'appointment-news', text: content.news.about };
    case 'order-news':
      return { kind: 'order-news', text: content.news.about };
    case 'event':
      return { kind: 'event', text: content.what };
  }
}

function readableFile({
  medium,
  caption,
  transcript,
}: Extract<TimelineContent, { kind: 'media' }>): Readable {
  if (transcript?.kind === 'heard') return { kind: medium, text: transcript.text, transcript: true };
  return { kind: medium, ...(caption === undefined ? {} : { text: caption }) };
}

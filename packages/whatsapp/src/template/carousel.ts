import { z } from 'zod';
import { PhoneNumber, QuickReply, Spm, Url } from './button.ts';
import { ImageHeader, ProductHeader, VideoHeader } from './header.ts';
import { CardBody } from './text-parts.ts';

const CardButtons = z.strictObject({
  type: z.literal('BUTTONS'),
  buttons: z
    .array(z.discriminatedUnion('type', [QuickReply, Url, PhoneNumber, Spm]))
    .min(1)
    .max(2),
});
const CardPart = z.discriminatedUnion('type', [
  z.discriminatedUnion('format', [ImageHeader, VideoHeader, ProductHeader]),
  CardBody,
  CardButtons,
]);
export type CardPart = z.infer<typeof CardPart>;

const Card = z.strictObject({
  components: z
    .array(CardPart)
    .refine((parts) => parts.filter(({ type }) => type === 'HEADER').length === 1, 'a card needs one header')
    .refine((parts) => parts.filter(({ type }) => type === 'BODY').length <= 1, 'more than one body')
    .refine((parts) => parts.filter(({ type }) => type === 'BUTTONS').length <= 1, 'more than one BUTTONS'),
});

/**
 * Two to ten cards with the same parts: picture, film or product, text up to 160 characters,
 * up to two buttons. Source: Cloud API docs, "Media card carousel templates" and "Product card
 * carousel templates", read 2026-11-21.
 */
export const Carousel = z.strictObject({
  type: z.literal('CAROUSEL'),
  cards: z
    .array(Card)
    .min(2)
    .max(10)
    .refine(
      (cards) => new Set(cards.map(({ components }) => shapeOf(components))).size === 1,
      'every card needs the same parts, header format and buttons as the others',
    ),
});

function shapeOf(parts: readonly CardPart[]): string {
  return parts
    .map((part) => {
      switch (part.type) {
        case 'HEADER':
          return part.format;
        case 'BODY':
          return 'BODY';
        case 'BUTTONS':
          return part.buttons.map(({ type }) => type).join('+');
      }
    })
    .join(',');
}

import { z } from 'zod';
import { Named, areDistinct, boundedText } from './bounded-text.ts';
import { ImageHeader, ShortBody, UrlAction, VideoHeader, tapId } from './interactive-parts.ts';

const place = { card_index: z.int().min(0).max(9) };
const CardBody = z.strictObject({
  text: boundedText(160).refine((text) => text.split('\n').length <= 3, 'has more than 2 line breaks'),
});
const media = {
  ...place,
  /** Meta's page writes `cta_url` on cards with either kind of button. */
  type: z.literal('cta_url').optional(),
  header: z.discriminatedUnion('type', [ImageHeader, VideoHeader]),
  body: CardBody.optional(),
};
const QuickReply = z.strictObject({
  type: z.literal('quick_reply'),
  quick_reply: z.strictObject({ id: tapId(256), title: boundedText(20) }),
});

const UrlCard = z.strictObject({ ...media, action: UrlAction });
const ReplyCard = z.strictObject({
  ...media,
  action: z.strictObject({
    buttons: z
      .array(QuickReply)
      .min(1)
      .refine(
        (all) => areDistinct(all.map(({ quick_reply }) => quick_reply.id)),
        'two buttons have the same id',
      ),
  }),
});
const ProductCard = z.strictObject({
  ...place,
  type: z.literal('product'),
  action: z.strictObject({ catalog_id: Named, product_retailer_id: Named }),
});
const Card = z.union([UrlCard, ReplyCard, ProductCard]);
type Card = z.infer<typeof Card>;

const Cards = z
  .array(Card)
  .min(2)
  .max(10)
  .refine(
    (all) => areDistinct(all.map(({ card_index }) => String(card_index))),
    'two cards have the same card_index',
  )
  .refine(
    (all) => new Set(all.map(kindOf)).size === 1,
    'every card needs the same kind and number of buttons as the others',
  )
  .refine(
    (all) => new Set(all.flatMap(catalogOf)).size <= 1,
    'every product needs the same catalog_id as the others',
  );

/**
 * Two to ten cards to leaf through: pictures or films with one link or with quick replies, or
 * products. Header and footer belong to cards only.
 * Source: Cloud API docs, "Interactive media carousel" and "Interactive product carousel", read 2026-11-21.
 */
export const InteractiveCarousel = z.strictObject({
  type: z.literal('carousel'),
  body: ShortBody,
  action: z.strictObject({ cards: Cards }),
});
export type InteractiveCarousel = z.infer<typeof InteractiveCarousel>;

function kindOf(card: Card): string {
  if ('catalog_id' in card.action) return 'product';
  return 'buttons' in card.action ? `${card.action.buttons.length} quick replies` : 'link';
}

function catalogOf(card: Card): readonly string[] {
  return 'catalog_id' in card.action ? [card.action.catalog_id] : [];
}

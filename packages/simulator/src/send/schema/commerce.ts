import { z } from 'zod';
import { body, Footer, Header, httpUrl, mediaPart, text, TextHeader, unique } from './parts.ts';

export const Product = z.strictObject({
  type: z.literal('product'),
  body: body(1_024).optional(),
  footer: Footer.optional(),
  action: z.strictObject({ catalog_id: text(100), product_retailer_id: text(100) }),
});

const section = z.strictObject({
  title: text(24),
  product_items: z.array(z.strictObject({ product_retailer_id: text(100) })).min(1),
});

export const ProductList = z.strictObject({
  type: z.literal('product_list'),
  header: TextHeader,
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    catalog_id: text(100),
    sections: z
      .array(section)
      .min(1)
      .max(10)
      .refine(
        (all) => all.reduce((sum, one) => sum + one.product_items.length, 0) <= 30,
        'at most 30 products in all sections together',
      ),
  }),
});

export const Catalog = z.strictObject({
  type: z.literal('catalog_message'),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('catalog_message'),
    parameters: z.strictObject({ thumbnail_product_retailer_id: text(100) }).optional(),
  }),
});

const cardHeader = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('image'), image: mediaPart }),
  z.strictObject({ type: z.literal('video'), video: mediaPart }),
]);
const cardBody = z.strictObject({
  text: text(160).refine((value) => value.split('\n').length <= 3, 'at most two line breaks'),
});
const urlCard = z.strictObject({
  card_index: z.int().min(0).max(9),
  type: z.literal('cta_url'),
  header: cardHeader,
  body: cardBody.optional(),
  action: z.strictObject({
    name: z.literal('cta_url'),
    parameters: z.strictObject({ display_text: text(20), url: httpUrl }),
  }),
});
const replyCard = z.strictObject({
  card_index: z.int().min(0).max(9),
  type: z.literal('button'),
  header: cardHeader,
  body: cardBody.optional(),
  action: z.strictObject({
    buttons: z
      .array(
        z.strictObject({
          type: z.literal('quick_reply'),
          quick_reply: z.strictObject({ id: text(256), title: text(20) }),
        }),
      )
      .min(1)
      .max(3),
  }),
});
/** Meta's own page writes `cta_url` on cards with either kind of button. */
const anyReplyCard = z.preprocess((card) => {
  const given = z.looseObject({
    type: z.literal('cta_url'),
    action: z.looseObject({ buttons: z.array(z.unknown()) }),
  });
  const read = given.safeParse(card);
  return read.success ? { ...read.data, type: 'button' } : card;
}, replyCard);
const productCard = z.strictObject({
  card_index: z.int().min(0).max(9),
  type: z.literal('product'),
  action: z.strictObject({ product_retailer_id: text(100), catalog_id: text(100) }),
});
export type CarouselCard = z.infer<typeof urlCard> | z.infer<typeof replyCard> | z.infer<typeof productCard>;

const sameShape = (cards: readonly CarouselCard[]): boolean =>
  unique(cards.map((card) => String(card.card_index))) &&
  new Set(cards.map((card) => `${card.type}|${card.type === 'button' ? card.action.buttons.length : 1}`))
    .size === 1;

export const Carousel = z.strictObject({
  type: z.literal('carousel'),
  body: body(1_024),
  action: z.strictObject({
    cards: z
      .array(z.union([anyReplyCard, urlCard, productCard]))
      .min(2)
      .max(10)
      .refine(sameShape, 'cards need their own index, and the same kind and number of buttons'),
  }),
});

const amount = z.looseObject({ value: z.int().min(0), offset: z.int() });
const order = z.looseObject({
  status: z.string(),
  items: z.array(z.looseObject({ name: text(60), amount, quantity: z.number().min(1) })).optional(),
  subtotal: amount.optional(),
});

export const OrderDetails = z.strictObject({
  type: z.literal('order_details'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('review_and_pay'),
    parameters: z.looseObject({
      reference_id: z
        .string()
        .regex(/^[\w.-]{1,35}$/, 'at most 35 letters, digits, dots, dashes, underscores'),
      type: z.enum(['digital-goods', 'physical-goods']),
      currency: z.enum(['INR', 'BRL'], 'order details are for India and Brazil only'),
      total_amount: amount,
      order,
    }),
  }),
});

export const OrderStatus = z.strictObject({
  type: z.literal('order_status'),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('review_order'),
    parameters: z.looseObject({
      reference_id: text(35),
      order: z.looseObject({
        status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
        description: z.string().max(120).optional(),
      }),
    }),
  }),
});

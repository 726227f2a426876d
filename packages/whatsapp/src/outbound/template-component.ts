import { z } from 'zod';
import { WebAddress, areDistinct, boundedText } from './bounded-text.ts';
import { OrderStatus } from './interactive-order.ts';
import { ButtonComponent } from './template-button.ts';
import { BodyParameter, HeaderParameter, MarketingHeaderParameter } from './template-parameter.ts';

const Header = z.strictObject({ type: z.literal('header'), parameters: z.tuple([HeaderParameter]) });
const MarketingHeader = z.strictObject({
  type: z.literal('header'),
  parameters: z.tuple([MarketingHeaderParameter]),
});
const Body = z.strictObject({
  type: z.literal('body'),
  parameters: z
    .array(BodyParameter)
    .min(1)
    .refine((all) => allOrNone(all.map(nameOf)), 'some parameters have a name and others do not')
    .refine(
      (all) => areDistinct(all.map(nameOf).filter((name) => name !== undefined)),
      'two parameters have the same name',
    ),
});

/** One card of a carousel. Which parts it has is for the approved template to say. */
const Card = z.strictObject({
  card_index: z.int().min(0).max(9),
  components: z
    .array(z.discriminatedUnion('type', [Header, Body, ButtonComponent]))
    .min(1)
    .superRefine(checkComponents),
});
const Carousel = z.strictObject({
  type: z.literal('carousel'),
  cards: z
    .array(Card)
    .min(2)
    .max(10)
    .refine(
      (all) => areDistinct(all.map(({ card_index }) => String(card_index))),
      'two cards have the same card_index',
    ),
});

/** When the offer ends: milliseconds since 1970. Meta counts down to it. */
const LimitedTimeOffer = z.strictObject({
  type: z.literal('limited_time_offer'),
  parameters: z.tuple([
    z.strictObject({
      type: z.literal('limited_time_offer'),
      limited_time_offer: z.strictObject({ expiration_time_ms: z.int().min(1) }),
    }),
  ]),
});

/** Where a tap on the picture leads, and what is shown for it. */
const TapTarget = z.strictObject({
  type: z.literal('tap_target_configuration'),
  parameters: z.tuple([
    z.strictObject({
      type: z.literal('tap_target_configuration'),
      tap_target_configuration: z.tuple([z.strictObject({ url: WebAddress, title: boundedText(60) })]),
    }),
  ]),
});
const OrderStatusComponent = z.strictObject({
  type: z.literal('order_status'),
  parameters: z.tuple([z.strictObject({ type: z.literal('order_status'), order_status: OrderStatus })]),
});
const others = [Body, ButtonComponent, Carousel, LimitedTimeOffer, TapTarget, OrderStatusComponent] as const;

/** What fills a template's parts. Source: Cloud API docs, "Templates", read 2026-11-21. */
export const TemplateComponents = z
  .array(z.discriminatedUnion('type', [Header, ...others]))
  .superRefine(checkComponents);

/** The same for the marketing endpoint, which also takes GIFs. */
export const MarketingComponents = z
  .array(z.discriminatedUnion('type', [MarketingHeader, ...others]))
  .superRefine(checkComponents);
export type MarketingComponents = z.infer<typeof MarketingComponents>;

type Tagged = { type: string; index?: number | string | undefined };

function checkComponents(components: readonly Tagged[], context: z.RefinementCtx): void {
  const kinds = components.filter(({ type }) => type !== 'button').map(({ type }) => type);
  for (const kind of new Set(kinds)) {
    if (kinds.indexOf(kind) !== kinds.lastIndexOf(kind))
      context.addIssue({ code: 'custom', message: `more than one ${kind}` });
  }
  const places = components.flatMap(({ type, index }) =>
    type === 'button' && index !== undefined ? [String(index)] : [],
  );
  if (!areDistinct(places)) context.addIssue({ code: 'custom', message: 'two buttons have the same index' });
  if (components.filter(({ type }) => type === 'button').length > 10)
    context.addIssue({ code: 'custom', message: 'more than 10 buttons' });
}

function nameOf(parameter: z.infer<typeof BodyParameter>): string | undefined {
  return parameter.parameter_name;
}

function allOrNone(names: readonly (string | undefined)[]): boolean {
  return new Set(names.map((name) => name === undefined)).size <= 1;
}

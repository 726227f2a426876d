import { z } from 'zod';
import { boundedText } from '../outbound/bounded-text.ts';
import { Buttons } from './buttons.ts';
import { Carousel } from './carousel.ts';
import { Header } from './header.ts';
import { Body, Footer } from './text-parts.ts';

/** An offer with a countdown if `has_expiration`; its end is given when it is sent. */
const LimitedTimeOffer = z.strictObject({
  type: z.literal('LIMITED_TIME_OFFER'),
  limited_time_offer: z.strictObject({
    text: boundedText(16),
    has_expiration: z.boolean().optional(),
  }),
});

/** One part of a marketing or utility template. */
export const Component = z.discriminatedUnion('type', [
  Header,
  Body,
  Footer,
  Buttons,
  Carousel,
  LimitedTimeOffer,
  z.strictObject({ type: z.literal('CALL_PERMISSION_REQUEST') }),
]);
export type Component = z.infer<typeof Component>;

/** The one part of a type, if it is there. */
export function partOf<T extends Component['type']>(
  components: readonly Component[],
  type: T,
): Extract<Component, { type: T }> | undefined {
  return components.find(
    (component): component is Extract<Component, { type: T }> => component.type === type,
  );
}

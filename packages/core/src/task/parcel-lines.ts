import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../conversation/turn-state.ts';
import { parcelNews, parcelNumber } from '../order/order-sentences.ts';
import { describeDay } from '../schedule/local-time.ts';
import type { Order, TrackingEvent } from '../tool/order-tools.ts';

/** What is known of a parcel: its number, and the last thing that happened to it while it is on its way. */
export function parcelLines(order: Order, { business, turn }: Moment): readonly string[] {
  const { trackingNumber, trackingEvents = [] } = order;
  const [last] = trackingEvents;
  return [
    ...(trackingNumber === undefined ? [] : [parcelNumber(turn.language, trackingNumber)]),
    ...(last === undefined || order.status !== 'shipped'
      ? []
      : [
          parcelNews(
            turn.language,
            named(last, business.hours.timeZone, turn.language),
            last.where === undefined ? last.what : `${last.what} (${last.where})`,
          ),
        ]),
  ];
}

/** "Thursday 19 November, 06:05"; the day alone where no time is known. A time without an offset is the business's. */
function named({ at }: TrackingEvent, timeZone: string, language: Moment['turn']['language']): string {
  if (!at.includes('T')) return describeDay(Temporal.PlainDate.from(at), language, 'far');
  const then = /(Z|[+-]\d{2}:?\d{2})$/.test(at)
    ? Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime()
    : Temporal.PlainDateTime.from(at);
  const clock = then.toPlainTime().toString({ smallestUnit: 'minute' });
  return `${describeDay(then.toPlainDate(), language, 'far')}, ${clock}`;
}

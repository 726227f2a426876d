import { z } from 'zod';
import { analyticsField, type AnalyticsQuery } from './analytics-query.ts';
import { WireId, WireNumber, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { AccountAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

const span = { start: maybe(WireNumber), end: maybe(WireNumber) };

const MessagingPoint = z.looseObject({ ...span, sent: maybe(WireNumber), delivered: maybe(WireNumber) });
/** Messages of a span; `start` and `end` in seconds since 1970, as in all of these. */
export type MessagingPoint = z.output<typeof MessagingPoint>;

const ConversationPoint = z.looseObject({
  ...span,
  conversation: maybe(WireNumber),
  cost: maybe(WireNumber),
  phone_number: maybe(WireId),
  country: maybe(z.string()),
  conversation_type: maybe(z.string()),
  conversation_category: maybe(z.string()),
  conversation_direction: maybe(z.string()),
});
export type ConversationPoint = z.output<typeof ConversationPoint>;

const PricingPoint = z.looseObject({
  ...span,
  volume: maybe(WireNumber),
  cost: maybe(WireNumber),
  phone_number: maybe(WireId),
  country: maybe(z.string()),
  tier: maybe(z.string()),
  pricing_type: maybe(z.string()),
  pricing_category: maybe(z.string()),
});
/** `cost`: in the account's currency, approximate. */
export type PricingPoint = z.output<typeof PricingPoint>;

const TemplatePoint = z.looseObject({
  ...span,
  template_id: maybe(WireId),
  sent: maybe(WireNumber),
  delivered: maybe(WireNumber),
  read: maybe(WireNumber),
  clicked: maybe(z.array(z.looseObject({ type: maybe(z.string()), count: maybe(WireNumber) }))),
  cost: maybe(z.array(z.looseObject({ type: maybe(z.string()), value: maybe(WireNumber) }))),
});
export type TemplatePoint = z.output<typeof TemplatePoint>;

/** Points are at the top for messages and one level deeper for the others; none at all if there are none. */
function pointsOf<S extends z.ZodType>(field: string, point: S) {
  const points = z.object({ data_points: z.array(point).catch([]) });
  const series = z.union([
    z.object({ data: z.array(points) }).transform(({ data }) => data.flatMap((one) => one.data_points)),
    points.transform((one) => one.data_points),
  ]);
  return z.record(z.string(), z.unknown()).transform((answer, context) => {
    if (answer[field] === undefined) return [];
    const parsed = series.safeParse(answer[field]);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: `${field} has no data points` });
    return z.NEVER;
  });
}

const Daily = z
  .looseObject({ data_points: z.array(TemplatePoint).catch([]) })
  .transform((series) => series.data_points);

export type AnalyticsClient = {
  messaging(query: AnalyticsQuery, signal: AbortSignal): Promise<CallResult<readonly MessagingPoint[]>>;
  conversations(
    query: AnalyticsQuery,
    signal: AbortSignal,
  ): Promise<CallResult<readonly ConversationPoint[]>>;
  pricing(query: AnalyticsQuery, signal: AbortSignal): Promise<CallResult<readonly PricingPoint[]>>;
  /** By day, of at most ten templates and 90 days. Has to be switched on once with `enableTemplates`. */
  templates(
    query: { startS: number; endS: number; templateIds: readonly string[]; metrics?: readonly string[] },
    signal: AbortSignal,
  ): AsyncGenerator<CallResult<Page<readonly TemplatePoint[]>>, void, undefined>;
  /** Cannot be undone. */
  enableTemplates(signal: AbortSignal): Promise<CallResult<{ id: string }>>;
};

/**
 * What one account has sent and what it cost. Messaging, conversations and pricing look back a year.
 * Source: Cloud API docs, "Analytics", read 2026-11-21.
 */
export function createAnalyticsClient(options: AccountAccess): AnalyticsClient {
  const call = createGraphCaller(options);
  const path = [options.wabaId];
  const read = <S extends z.ZodType>(field: string, query: AnalyticsQuery, point: S, signal: AbortSignal) =>
    call(
      {
        method: 'GET',
        path,
        query: { fields: analyticsField(field, query) },
        answer: pointsOf(field, point),
      },
      signal,
    );
  return {
    messaging: (query, signal) => read('analytics', query, MessagingPoint, signal),
    conversations: (query, signal) => read('conversation_analytics', query, ConversationPoint, signal),
    pricing: (query, signal) => read('pricing_analytics', query, PricingPoint, signal),
    templates: ({ startS, endS, templateIds, metrics }, signal) =>
      pagesOf((after) =>
        call(
          {
            method: 'GET',
            path: [...path, 'template_analytics'],
            query: {
              start: String(startS),
              end: String(endS),
              granularity: 'DAILY',
              template_ids: `[${templateIds.join(',')}]`,
              metric_types: metrics?.join(','),
              after,
            },
            answer: pageOf(Daily),
          },
          signal,
        ),
      ),
    enableTemplates: (signal) =>
      call(
        {
          method: 'POST',
          path,
          query: { is_enabled_for_insights: 'true' },
          answer: z.looseObject({ id: WireId }),
        },
        signal,
      ),
  };
}

import type { World } from '../world.ts';
import { answered, type GraphCall, type GraphReply } from './call.ts';

type Json = Readonly<Record<string, unknown>>;
type Span = { readonly fromMs: number; readonly toMs: number; readonly granularity: string };

/**
 * `GET /{waba}?fields=analytics|pricing_analytics|conversation_analytics|template_analytics.start(…).end(…)…`, and
 * `GET /{waba}/template_analytics?start=…`: what was sent, delivered and charged. Undefined if nothing of it is asked.
 */
export function analyticsOf(world: World, call: GraphCall): GraphReply | undefined {
  if (call.edge === 'template_analytics') {
    const get = (name: string): string | undefined => call.query.get(name) ?? undefined;
    return answered({ data: [templateAnalytics(world, spanOf(get), get('template_ids'))] });
  }
  const fields = call.query.get('fields') ?? '';
  const asked = /(?:^|,)((?:pricing_|conversation_|template_)?analytics)(?=[.,(]|$)/.exec(fields)?.[1];
  if (asked === undefined) return undefined;
  const get = (name: string): string | undefined =>
    new RegExp(`\\.${name}\\(([^)]*)\\)`, 'i').exec(fields)?.[1];
  const span = spanOf(get);
  const id = { id: world.account.id };
  switch (asked) {
    case 'pricing_analytics':
      return answered({ ...id, pricing_analytics: { data: [{ data_points: pricePoints(world, span) }] } });
    case 'conversation_analytics':
      return answered({
        ...id,
        conversation_analytics: { data: [{ data_points: conversationPoints(world, span) }] },
      });
    case 'template_analytics':
      return answered({
        ...id,
        template_analytics: { data: [templateAnalytics(world, span, get('template_ids'))] },
      });
    default:
      return answered({
        ...id,
        analytics: {
          phone_numbers: [...world.lines.values()].map((line) => line.displayPhoneNumber),
          granularity: span.granularity,
          data_points: trafficPoints(world, span),
        },
      });
  }
}

function spanOf(get: (name: string) => string | undefined): Span {
  return {
    fromMs: Number(get('start') ?? 0) * 1_000,
    toMs: Number(get('end') ?? Number.MAX_SAFE_INTEGER / 1_000) * 1_000,
    granularity: (get('granularity') ?? 'DAY').toUpperCase(),
  };
}

const stepMs: Readonly<Record<string, number>> = {
  HALF_HOUR: 1_800_000,
  DAY: 86_400_000,
  DAILY: 86_400_000,
  MONTH: 30 * 86_400_000,
  MONTHLY: 30 * 86_400_000,
};

/** Adds rows up into steps of the granularity. */
function grouped<R extends { startMs: number }>(
  rows: readonly R[],
  span: Span,
  keyOf: (row: R) => Json,
  sumOf: (rows: readonly R[]) => Json,
): readonly Json[] {
  const step = stepMs[span.granularity] ?? 86_400_000;
  const groups = new Map<string, { start: number; key: Json; rows: R[] }>();
  for (const row of rows) {
    if (row.startMs < span.fromMs - step || row.startMs >= span.toMs) continue;
    const start = Math.floor(row.startMs / step) * step;
    const key = keyOf(row);
    const name = `${start}|${JSON.stringify(key)}`;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, { start, key, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()].map(({ start, key, rows: together }) => ({
    start: start / 1_000,
    end: (start + step) / 1_000,
    ...key,
    ...sumOf(together),
  }));
}

function trafficPoints(world: World, span: Span): readonly Json[] {
  return grouped(
    world.ledger.traffic(),
    span,
    () => ({}),
    (rows) => ({
      sent: rows.reduce((sum, row) => sum + row.sent, 0),
      delivered: rows.reduce((sum, row) => sum + row.delivered, 0),
    }),
  );
}

function pricePoints(world: World, span: Span): readonly Json[] {
  return grouped(
    world.ledger.charges(),
    span,
    (row) => ({
      phone_number: world.lines.get(row.phoneNumberId)?.displayPhoneNumber ?? '',
      country: row.country,
      pricing_type: row.type.toUpperCase(),
      pricing_category: row.category.toUpperCase().replaceAll('-', '_'),
    }),
    (rows) => ({
      volume: rows.reduce((sum, row) => sum + row.volume, 0),
      cost: rounded(rows.reduce((sum, row) => sum + row.cost, 0)),
    }),
  );
}

function conversationPoints(world: World, span: Span): readonly Json[] {
  return grouped(
    world.ledger.charges(),
    span,
    (row) => ({
      phone_number: world.lines.get(row.phoneNumberId)?.displayPhoneNumber ?? '',
      country: row.country,
      conversation_type: row.type.toUpperCase(),
      conversation_category: row.category.toUpperCase(),
    }),
    (rows) => ({
      conversation: rows.reduce((sum, row) => sum + row.volume, 0),
      cost: rounded(rows.reduce((sum, row) => sum + row.cost, 0)),
    }),
  );
}

/** Templates are counted since they were created; one point a template. */
function templateAnalytics(world: World, span: Span, ids: string | undefined): Json {
  const wanted = ids
    ?.replace(/[[\]"\s]/g, '')
    .split(',')
    .filter((id) => id !== '');
  const templates = world.templates.all().filter((one) => wanted?.includes(one.id) ?? true);
  return {
    granularity: 'DAILY',
    product_type: 'cloud_api',
    data_points: templates.map((template) => ({
      template_id: template.id,
      start: Math.floor(span.fromMs / 1_000),
      end: Math.floor(Math.min(span.toMs, world.clock.nowMs()) / 1_000),
      sent: template.counts.sent,
      delivered: template.counts.delivered,
      read: template.counts.read,
      clicked: [{ type: 'quick_reply_button', button_content: '', count: template.counts.clicked }],
    })),
  };
}

function rounded(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}

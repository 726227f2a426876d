import { z } from 'zod';
import { WireId, WireNumber, maybe } from '../webhook/wire-value.ts';

/** What Meta finds wrong with a Flow JSON, and where. */
export const ValidationErrors = z
  .array(
    z.looseObject({
      error: maybe(z.string()),
      error_type: maybe(z.string()),
      message: maybe(z.string()),
      line_start: maybe(WireNumber),
      column_start: maybe(WireNumber),
    }),
  )
  .catch([]);

/** A Flow, with whatever other fields were asked for. */
export const Flow = z.looseObject({
  id: WireId,
  name: maybe(z.string()),
  status: maybe(z.string()),
  categories: maybe(z.array(z.string())),
  validation_errors: ValidationErrors,
  json_version: maybe(z.string()),
  data_api_version: maybe(z.string()),
  endpoint_uri: maybe(z.string()),
});
export type Flow = z.output<typeof Flow>;

export const FlowAsset = z.looseObject({
  name: z.string(),
  asset_type: maybe(z.string()),
  download_url: maybe(z.string()),
});
export type FlowAsset = z.output<typeof FlowAsset>;

/** `success` is true even when there are validation errors: the JSON is kept, but cannot be published. */
export const Validated = z.looseObject({ success: z.boolean(), validation_errors: ValidationErrors });
export type Validated = z.output<typeof Validated>;

export const FlowMetric = z.looseObject({
  name: maybe(z.string()),
  granularity: maybe(z.string()),
  data_points: z
    .array(
      z.looseObject({
        timestamp: maybe(z.string()),
        data: z.array(z.object({ key: z.string(), value: WireNumber })).catch([]),
      }),
    )
    .catch([]),
});
export type FlowMetric = z.output<typeof FlowMetric>;

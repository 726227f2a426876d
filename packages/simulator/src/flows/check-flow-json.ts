import { z } from 'zod';

const Screen = z.looseObject({
  id: z.string().regex(/^[A-Za-z_]+$/, 'may hold letters and underscores only'),
  title: z.string().optional(),
  terminal: z.boolean().optional(),
  layout: z.looseObject({ type: z.literal('SingleColumnLayout'), children: z.array(z.looseObject({})) }),
});
const FlowJson = z
  .looseObject({
    version: z.string().regex(/^\d+\.\d+$/, 'must look like 7.0'),
    data_api_version: z.enum(['3.0', '4.0']).optional(),
    routing_model: z.record(z.string(), z.array(z.string())).optional(),
    screens: z.array(Screen).min(1),
  })
  .refine(
    (flow) => flow.screens.every((screen) => screen.id !== 'SUCCESS'),
    'SUCCESS is a reserved screen id',
  )
  .refine((flow) => flow.screens.some((screen) => screen.terminal === true), 'one screen must be terminal')
  .refine(
    (flow) => new Set(flow.screens.map((screen) => screen.id)).size === flow.screens.length,
    'screen ids must be unique',
  )
  .refine(
    (flow) =>
      Object.entries(flow.routing_model ?? {})
        .flatMap(([from, to]) => [from, ...to])
        .every((id) => flow.screens.some((screen) => screen.id === id)),
    'routing_model names a screen that is not there',
  );

type Checked = {
  readonly json: Readonly<Record<string, unknown>> | undefined;
  readonly errors: readonly Readonly<Record<string, unknown>>[];
};

/** Reads an uploaded flow JSON; what is wrong with it comes as Graph's `validation_errors`. */
export function checkFlowJson(given: unknown): Checked {
  const value = typeof given === 'string' ? parse(given) : given;
  if (value === undefined)
    return { json: undefined, errors: [error('INVALID_JSON', 'The file is not valid JSON.', '')] };
  const parsed = FlowJson.safeParse(value);
  if (parsed.success) return { json: parsed.data, errors: [] };
  const kept = z.record(z.string(), z.unknown()).safeParse(value);
  return {
    json: kept.success ? kept.data : undefined,
    errors: parsed.error.issues.map((issue) =>
      error(
        'INVALID_PROPERTY_VALUE',
        `${issue.path.map(String).join('.')}: ${issue.message}`,
        issue.path.map(String).join('.'),
      ),
    ),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function error(name: string, message: string, path: string): Readonly<Record<string, unknown>> {
  return {
    error: name,
    error_type: 'FLOW_JSON_ERROR',
    message,
    line_start: 1,
    line_end: 1,
    column_start: 1,
    column_end: 1,
    pointers: [{ path }],
  };
}

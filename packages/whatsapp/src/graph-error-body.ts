import { z } from 'zod';
import { present } from './webhook/present.ts';
import { WireNumber, maybe } from './webhook/wire-value.ts';

/**
 * An error as Meta words it, in a Graph answer, a status or a webhook.
 * Decide by `code` and `details`; title, subcode and HTTP status are not reliable.
 * Source: Cloud API docs, "Error codes", read 2026-11-21.
 */
export type GraphErrorBody = {
  code: number;
  title?: string;
  message?: string;
  /** `error_data.details`: the most precise text there is. */
  details?: string;
  href?: string;
  type?: string;
  subcode?: number;
  /** `fbtrace_id`: what Meta's support asks for. */
  traceId?: string;
};

const WireError = z.object({
  code: WireNumber,
  title: maybe(z.string()),
  message: maybe(z.string()),
  error_data: maybe(z.object({ details: maybe(z.string()) })),
  href: maybe(z.string()),
  type: maybe(z.string()),
  error_subcode: maybe(WireNumber),
  fbtrace_id: maybe(z.string()),
});

/** The error in a piece of JSON, or undefined if there is no `code` in it. */
export function graphErrorOf(json: unknown): GraphErrorBody | undefined {
  const parsed = WireError.safeParse(json);
  if (!parsed.success) return undefined;
  const wire = parsed.data;
  return present({
    code: wire.code,
    title: wire.title,
    message: wire.message,
    details: wire.error_data?.details,
    href: wire.href,
    type: wire.type,
    subcode: wire.error_subcode,
    traceId: wire.fbtrace_id,
  });
}

/** The readable errors of a list; what is not a list holds none. */
export function graphErrorsOf(json: unknown): readonly GraphErrorBody[] {
  if (!Array.isArray(json)) return [];
  return json.map((item: unknown) => graphErrorOf(item)).filter((error) => error !== undefined);
}

import { z } from 'zod';
import { addressProblem, envelope } from './envelope.ts';
import { problemsOf } from './parse-problems.ts';
import { MarketingTemplate } from './template.ts';

/**
 * The body of `POST /{phone number id}/marketing_messages`: templates of the category marketing
 * only, to one person. `product_policy`: what to do for an account that is not onboarded, by
 * default send over the ordinary endpoint. `message_activity_sharing`: whether Meta may use what
 * customers do with the message. Source: Meta's OpenAPI file v23.0, read 2026-11-21.
 */
export const MarketingRequest = MarketingTemplate.extend({
  ...envelope,
  recipient_type: z.literal('individual').optional(),
  product_policy: z.enum(['CLOUD_API_FALLBACK', 'STRICT']).optional(),
  message_activity_sharing: z.boolean().optional(),
}).superRefine((request, context) => {
  const message = addressProblem(request);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});
export type MarketingRequest = z.infer<typeof MarketingRequest>;

export type ParsedMarketingRequest =
  | { kind: 'valid'; request: MarketingRequest }
  | { kind: 'invalid'; problems: readonly string[] };

/** Checks a request. That the template is one of the category marketing only its definition can tell. */
export function parseMarketingRequest(input: unknown): ParsedMarketingRequest {
  const parsed = MarketingRequest.safeParse(input);
  if (parsed.success) return { kind: 'valid', request: parsed.data };
  return { kind: 'invalid', problems: problemsOf(parsed.error.issues) };
}

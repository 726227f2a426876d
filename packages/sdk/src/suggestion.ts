import { z } from 'zod';

/**
 * Questions alike that the knowledge had no answer to. `wordings`: how else they were asked; personal data are
 * masked in all of them. `asked`: how often; `answer`: what was approved. Times in ms since 1970.
 */
export const Suggestion = z.object({
  suggestionId: z.string(),
  language: z.string(),
  task: z.string(),
  question: z.string(),
  wordings: z.array(z.string()),
  asked: z.number(),
  status: z.enum(['open', 'approved', 'declined']),
  answer: z.string().optional(),
  decidedBy: z.string().optional(),
  firstAskedAt: z.number(),
  lastAskedAt: z.number(),
});
export type Suggestion = z.infer<typeof Suggestion>;

/** Of GET /api/suggestions. `status`: open unless told. */
export const SuggestionQuery = z.object({ status: Suggestion.shape.status.optional() });
export type SuggestionQuery = z.infer<typeof SuggestionQuery>;

/** GET /api/suggestions: at most 200, the most asked first. */
export const SuggestionList = z.object({ suggestions: z.array(Suggestion) });
export type SuggestionList = z.infer<typeof SuggestionList>;

/**
 * POST /api/suggestions/:suggestionId/decide. An approved question is answered from then on; `question`: how it
 * reads there, if not as it was asked. `by`: who decides.
 */
export const SuggestionDecision = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('approve'),
    question: z.string().trim().min(3).max(300).optional(),
    answer: z.string().trim().min(1).max(3_500),
    by: z.string().min(1).max(80),
  }),
  z.object({ kind: z.literal('decline'), by: z.string().min(1).max(80) }),
]);
export type SuggestionDecision = z.infer<typeof SuggestionDecision>;

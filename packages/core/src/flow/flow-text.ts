import { z } from 'zod';

/**
 * A text as the author writes it, with `{{variables}}`: one per language of the flow, or one for all
 * of them, which is right for a text without words ("{{order.number}}") or a flow in one language.
 */
export const FlowText = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))]);
export type FlowText = z.infer<typeof FlowText>;

/** The text in this language, else in its base language ("pt" for "pt-BR"), else the first there is. */
export function textIn(text: FlowText, language: string): string {
  if (typeof text === 'string') return text;
  return text[language] ?? text[language.split('-')[0] ?? ''] ?? Object.values(text)[0] ?? '';
}

/** Every wording there is, with its language; "" for one that serves all languages. */
export function wordings(text: FlowText): readonly (readonly [language: string, wording: string])[] {
  return typeof text === 'string' ? [['', text]] : Object.entries(text);
}

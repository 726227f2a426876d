import { comparableText } from '../message/comparable-text.ts';

/**
 * Whether the customer asks if they are talking to a machine, and what else the text says once
 * that question is taken out. Source of the rule that answers it: WA-AI-002, never claim to be human.
 */
export function asksIfBot(text: string): { readonly asked: boolean; readonly rest: string } {
  const comparable = comparableText(text);
  if (!question.test(comparable)) return { asked: false, rest: text };
  return { asked: true, rest: comparable.replace(question, ' ').replace(/^[\s,.!?]+|\s+$/gu, '') };
}

const being =
  '(?:a |an |the )?(?:real |live |actual |automated |chat ?)?(?:bot|robot|chatbot|human(?: being)?|person|real|ai|a\\.i\\.|artificial intelligence|machine|computer|automated|chat ?gpt|gpt|gemini|claude|copilot|alexa|siri)(?: or (?:a |an )?(?:real |actual )?(?:bot|robot|chatbot|human|person|ai|machine|computer))?';
const question = new RegExp(
  `\\b(?:(?:are|r) (?:you|u) (?:actually |really |just )?${being}|am i (?:talking|speaking|chatting|writing) (?:to|with) ${being}|is (?:this|that|it|there) (?:actually |really |just )?${being})(?=[\\s.,!?]*$|[.,!?])[\\s.,!?]*`,
  'u',
);

import type { z } from 'zod';

type Json = z.core.util.JSONType;
type Answers = Readonly<Record<string, Json>>;

/** The texts of a form's answers, one a line: what a customer may have written into it. */
export function wordsOfForm(answers: Answers): string {
  return Object.values(answers).flatMap(textsOf).join('\n');
}

/** A form's answers as people read them: "name: Ana", one a line. */
export function formForPeople(answers: Answers): string {
  return Object.entries(answers)
    .map(([field, answer]) => `${field}: ${shown(answer)}`)
    .join('\n');
}

/** The answers with another text in the place of each. */
export function withTexts(answers: Answers, change: (text: string) => string): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(answers).map(([field, answer]) => [field, changed(answer, change)]),
  );
}

function changed(answer: Json, change: (text: string) => string): Json {
  if (typeof answer === 'string') return change(answer);
  if (Array.isArray(answer)) return answer.map((each) => changed(each, change));
  return typeof answer === 'object' && answer !== null ? withTexts(answer, change) : answer;
}

function textsOf(answer: Json): readonly string[] {
  if (typeof answer === 'string') return [answer];
  return typeof answer === 'object' && answer !== null ? Object.values(answer).flatMap(textsOf) : [];
}

function shown(answer: Json): string {
  if (Array.isArray(answer)) return answer.map(shown).join(', ');
  return typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
}

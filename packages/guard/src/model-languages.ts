import type { LanguageGuess } from './detect-language.ts';
import type { GuardDefinition } from './guard-definition.ts';

/** The languages that a definition has examples in, those with most first. */
export function spokenLanguages({ tasks }: GuardDefinition): readonly string[] {
  const counts = new Map<string, number>();
  for (const { examples } of tasks)
    for (const [language, texts] of Object.entries(examples))
      if (texts.length > 0) counts.set(language, (counts.get(language) ?? 0) + texts.length);
  return [...counts.keys()];
}

/** A language less likely than this is not compared, unless none is likelier. */
const leastBelief = 0.2;
const mostCompared = 3;

/**
 * Which languages' examples a text is compared with: the likely ones the agent speaks, or another
 * script of theirs, and where none is, the first two that the agent speaks.
 */
export function modelLanguages(
  spoken: readonly string[],
  guesses: readonly LanguageGuess[],
): readonly string[] {
  const likely = guesses
    .filter(({ belief }) => belief >= leastBelief)
    .flatMap(({ language }) => spokenAs(spoken, language));
  const chosen = [...new Set(likely)].slice(0, mostCompared);
  return chosen.length > 0 ? chosen : spoken.slice(0, 2);
}

function spokenAs(spoken: readonly string[], language: string): readonly string[] {
  if (spoken.includes(language)) return [language];
  return spoken.filter((each) => baseOf(each) === baseOf(language));
}

function baseOf(language: string): string {
  return language.split('-')[0] ?? language;
}

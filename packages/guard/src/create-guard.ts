import type { Verdict } from '@ambit/core/scope/verdict';
import { createLanguageDetector } from './detect-language.ts';
import { defaultThresholds, type GuardDefinition } from './guard-definition.ts';
import { judgeMessage, type Bench } from './judge-message.ts';
import { fitLanguage, type LanguageModel } from './language-model.ts';
import { spokenLanguages } from './model-languages.ts';

/** What is known beside the text. `language`: the conversation's, if known. */
export type JudgeContext = { readonly language?: string };

/** Judges whether a message belongs to one of the declared tasks. Same text, same verdict. */
export type Guard = { readonly judge: (text: string, context: JudgeContext) => Verdict };

/**
 * Prepares a guard that goes by words and letters alone: no model, no network, no waiting. The
 * definition is compiled once and never changes; each language is fitted when it first comes up.
 */
export function createGuard(definition: GuardDefinition): Guard {
  const bench = prepareBench(definition, new Map());
  return { judge: (text, { language }) => judgeMessage(bench, text, language) };
}

/** What messages are judged with. `fitted`: languages that are fitted already. */
export function prepareBench(definition: GuardDefinition, fitted: ReadonlyMap<string, LanguageModel>): Bench {
  const languages = spokenLanguages(definition);
  const models = new Map(fitted);
  return {
    languages,
    detector: createLanguageDetector(languages, samplesOf(definition, languages)),
    thresholds: definition.thresholds ?? defaultThresholds,
    strict: definition.thresholds !== undefined,
    modelOf(language) {
      const model = models.get(language) ?? fitLanguage(definition, language);
      models.set(language, model);
      return model;
    },
    meaningOf: () => undefined,
  };
}

function samplesOf(
  definition: GuardDefinition,
  languages: readonly string[],
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    languages.map((language) => [
      language,
      [
        ...definition.tasks.flatMap(({ examples }) => examples[language] ?? []),
        ...(definition.negatives?.[language] ?? []),
      ],
    ]),
  );
}

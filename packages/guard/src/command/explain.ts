import type { Verdict } from '@ambit/core/scope/verdict';
import { featuresOf, wordsOf } from '../features.ts';
import type { GuardDefinition } from '../guard-definition.ts';
import { examplesOf, fitLanguage } from '../language-model.ts';
import { spokenLanguages } from '../model-languages.ts';
import { cosines } from '../text-index.ts';

const shown = 5;

/** The verdict on a text in words: the zone and why, how each task fits, and the nearest examples with what they share. */
export function explain(definition: GuardDefinition, text: string, verdict: Verdict): string {
  const { zone, task, score, language, runnersUp, evidence, part } = verdict;
  const lines = [
    `zone      ${zone}${task === undefined ? '' : ` (${task})`}, score ${score.toFixed(3)}, language ${language ?? 'unknown'}`,
    ...(part === undefined ? [] : [`business  "${part}"`]),
    ...evidence.map((why) => `because   ${why}`),
    ...runnersUp.map((next) => `next      ${next.task} ${next.score.toFixed(3)}`),
    ...nearestExamples(definition, text, language),
  ];
  return lines.join('\n');
}

function nearestExamples(
  definition: GuardDefinition,
  text: string,
  language: string | undefined,
): readonly string[] {
  const spoken = spokenLanguages(definition);
  const compared = spoken.filter((each) => each === language);
  return (compared.length > 0 ? compared : spoken.slice(0, 2)).flatMap((each) => {
    const { everything, spelling, tasks } = fitLanguage(definition, each);
    const mended = spelling(text);
    const said = new Set(wordsOf(mended));
    const examples = examplesOf(definition, each);
    const alike = cosines(everything, featuresOf(mended)).subarray(0, examples.length);
    return [...alike.entries()]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, shown)
      .filter(([, cosine]) => cosine > 0)
      .map(([at, cosine]) => {
        const example = examples[at];
        const words = [...new Set(wordsOf(example?.text ?? ''))].filter((word) => said.has(word));
        const shares = words.length === 0 ? 'letters only' : words.join(', ');
        return `example   ${cosine.toFixed(3)} ${tasks[example?.label ?? -1] ?? 'declared negative'}: "${example?.text ?? ''}" (shares ${shares})`;
      });
  });
}

import { noBusiness } from './data/no-business/by-language.ts';
import { prepareBench } from './create-guard.ts';
import type { GuardDefinition } from './guard-definition.ts';
import { judgeMessage } from './judge-message.ts';
import type { LanguageModel } from './language-model.ts';
import { spokenLanguages } from './model-languages.ts';
import { leaveOneOut } from './ridge.ts';
import { scopeScore } from './scope-score.ts';

/** How well the examples of one task hold together, in one language. */
export type TaskReport = {
  readonly task: string;
  readonly language: string;
  readonly examples: number;
  /** The share, 0 to 1, of its examples that would be taken for it had the guard never seen them. */
  readonly accuracy: number;
  /** The tasks its examples were taken for instead, the most often first. */
  readonly confusedWith: readonly { readonly task: string; readonly examples: readonly string[] }[];
};

/** What is worth mending before an agent is published. */
export type SetUpFinding =
  | {
      readonly kind: 'few-examples';
      readonly task: string;
      readonly language: string;
      readonly count: number;
      readonly fix: string;
    }
  | {
      readonly kind: 'confused';
      readonly task: string;
      readonly with: string;
      readonly language: string;
      readonly example: string;
      readonly fix: string;
    }
  | {
      readonly kind: 'general-accepted';
      readonly task: string;
      readonly language: string;
      readonly message: string;
      readonly fix: string;
    };

export type SetUpReport = {
  readonly tasks: readonly TaskReport[];
  readonly findings: readonly SetUpFinding[];
};

const enoughExamples = 10;
const tolerableAccuracy = 0.7;

/**
 * Tries a definition out before it is published: how well tasks are told apart (leave-one-out), where
 * examples are missing, and which messages that are none of its business it would accept.
 * `languages`: those the business speaks. `siblings`: messages of other trades, by language, which
 * are tried beside the shipped ones.
 */
export function setUpReport(
  definition: GuardDefinition,
  languages: readonly string[],
  siblings: Readonly<Record<string, readonly string[]>>,
): SetUpReport {
  const bench = prepareBench(definition, new Map());
  const tasks = spokenLanguages(definition).flatMap((language) => reportLanguage(bench.modelOf(language)));
  const few = languages.flatMap((language) =>
    definition.tasks.flatMap(({ id, examples }): SetUpFinding[] => {
      const count = examples[language]?.length ?? 0;
      if (count >= enoughExamples) return [];
      const fix = `write ${enoughExamples - count} more messages that customers would send in "${language}" for ${id}, or name a task pack`;
      return [{ kind: 'few-examples', task: id, language, count, fix }];
    }),
  );
  const confused = tasks
    .filter(({ accuracy }) => accuracy < tolerableAccuracy)
    .flatMap(({ task, language, confusedWith }) =>
      confusedWith.slice(0, 1).map(({ task: other, examples }): SetUpFinding => {
        const example = examples[0] ?? '';
        const fix = `make the examples of ${task} and ${other} differ, or make them one task`;
        return { kind: 'confused', task, with: other, language, example, fix };
      }),
    );
  const accepted = spokenLanguages(definition).flatMap((language) =>
    [...(noBusiness[language] ?? []), ...(siblings[language] ?? [])].flatMap((message): SetUpFinding[] => {
      const { zone, task } = judgeMessage(bench, message, language);
      if ((zone !== 'accept' && zone !== 'mixed') || task === undefined) return [];
      const fix = `declare this as a negative of ${task}, unless it is the agent's business`;
      return [{ kind: 'general-accepted', task, language, message, fix }];
    }),
  );
  return { tasks, findings: [...few, ...confused, ...accepted] };
}

function reportLanguage(model: LanguageModel): readonly TaskReport[] {
  const taken = leaveOneOut(model.lexical.ridge).map((each) => scopeScore(each, model.tasks.length).best);
  return model.tasks.flatMap((task, label): TaskReport[] => {
    const own = [...model.examples.entries()].filter(([, example]) => example.label === label);
    if (own.length === 0) return [];
    const wrong = new Map<number, string[]>();
    for (const [at, { text }] of own) {
      const as = taken[at] ?? label;
      if (as !== label) wrong.set(as, [...(wrong.get(as) ?? []), text]);
    }
    const confusedWith = [...wrong]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([other, examples]) => ({ task: model.tasks[other] ?? '', examples }));
    const mistaken = confusedWith.reduce((sum, { examples }) => sum + examples.length, 0);
    const accuracy = (own.length - mistaken) / own.length;
    return [{ task, language: model.language, examples: own.length, accuracy, confusedWith }];
  });
}

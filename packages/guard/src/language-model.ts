import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import type { PassageIndex } from '@ambit/core/knowledge/rank-passages';
import { backgroundOf } from './background.ts';
import { featuresOf, type Features } from './features.ts';
import type { GuardDefinition, GuardedTask } from './guard-definition.ts';
import { fitRidge, leaveOneOut, predict, type Prediction, type Ridge } from './ridge.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { cosines, indexTexts, type TextIndex } from './text-index.ts';
import { setZones, type Zones } from './zones.ts';

/** A message of the agent, and the number of its task; negatives have the number after the last task. */
type Example = { readonly text: string; readonly label: number };

/** What the guard knows of one language: fitted once, never changed. */
export type LanguageModel = {
  readonly language: string;
  readonly tasks: readonly string[];
  readonly examples: readonly Example[];
  readonly spelling: Spelling;
  readonly index: TextIndex;
  readonly ridge: Ridge;
  readonly zones: Zones;
  readonly general: TextIndex;
  readonly passages: readonly (PassageIndex | undefined)[];
};

/** How a message fits each task, and the score that the zones are set on. */
export type Fit = {
  readonly fits: readonly number[];
  readonly raw: number;
  readonly best: number;
  /** Whether it is nearer to what the owner declared that the agent does not do. */
  readonly declined: boolean;
  /** The nearest example, with its cosine. */
  readonly nearest: { readonly text: string; readonly cosine: number; readonly label: number };
};

const varianceShare = 0.3;
const othersShare = 0.15;
const negativeShare = 0.7;
/** How much of a passage's score is added to the task that answers from it. */
const passageShare = 0.3;
const floors: Zones = { accept: 0.2, refuse: 0 };
const defaultFalseAccepts = 0.01;

export function fitLanguage(definition: GuardDefinition, language: string): LanguageModel {
  const examples = examplesOf(definition, language);
  const background = backgroundOf(language);
  const spelling = createSpelling(examples.map(({ text }) => text));
  const features = examples.map(({ text }) => featuresOf(spelling(text)));
  const index = indexTexts(features, background);
  const tasks = definition.tasks.map(({ id }) => id);
  const kernel = kernelOf(index, features);
  const labels = examples.map(({ label }) => label);
  const ridge = fitRidge(kernel, labels, tasks.length + 1, 1);
  const passages = definition.tasks.map((task) =>
    task.passages.length > 0 ? indexPassages(task.passages) : undefined,
  );
  const general = indexTexts(background.features, { counts: new Map(), texts: [] });
  const unzoned = { language, tasks, examples, spelling, index, ridge, general, passages };
  const own = leaveOneOut(ridge).flatMap((prediction, number) => {
    const example = examples[number];
    if (example === undefined || example.label >= tasks.length) return [];
    return [scoreOf(withPassages(unzoned, prediction, example.text), tasks.length).raw];
  });
  const none = background.texts.map((text) => fitText(unzoned, text).raw);
  const zones = setZones(own, none, definition.falseAccepts ?? defaultFalseAccepts, floors);
  return { ...unzoned, zones };
}

/** How a text fits the tasks, by the words and letters it shares with their examples. */
export function fitText(model: Omit<LanguageModel, 'zones'>, text: string): Fit {
  const features = featuresOf(model.spelling(text));
  const similarity = cosines(model.index, features);
  const prediction = withPassages(model, predict(model.ridge, similarity), text);
  let at = -1;
  for (const [each, cosine] of similarity.entries()) if (cosine > (similarity[at] ?? 0)) at = each;
  const nearest = { text: '', label: -1, ...model.examples[at], cosine: Math.min(1, similarity[at] ?? 0) };
  return { ...scoreOf(prediction, model.tasks.length), nearest };
}

/** How much a text is like what people ask a general assistant: the cosine to the nearest such message. */
export function generality(model: LanguageModel, text: string): number {
  return cosines(model.general, featuresOf(text)).reduce((most, each) => Math.max(most, each), 0);
}

function scoreOf(prediction: Prediction, tasks: number): Omit<Fit, 'nearest'> {
  const { variance } = prediction;
  const fits = prediction.fits.slice(0, tasks);
  const negative = Math.max(0, prediction.fits[tasks] ?? 0);
  let best = 0;
  for (const [task, fit] of fits.entries()) if (fit > (fits[best] ?? 0)) best = task;
  const top = fits[best] ?? 0;
  const others = fits.reduce((sum, fit, task) => (task === best ? sum : sum + Math.max(0, fit)), 0);
  const raw = top + othersShare * others - varianceShare * variance - negativeShare * negative;
  return { fits, raw, best, declined: negative > top };
}

/** What the knowledge says of a text counts for the task that answers from it, unless another fits better. */
function withPassages(
  model: Pick<LanguageModel, 'passages'>,
  prediction: Prediction,
  text: string,
): Prediction {
  if (model.passages.every((passages) => passages === undefined)) return prediction;
  const fits = prediction.fits.map((fit, task) => {
    const passages = model.passages[task];
    if (passages === undefined) return fit;
    const [passage] = rankPassages(passages, text, 1);
    return fit + passageShare * (passage?.score ?? 0);
  });
  return { ...prediction, fits };
}

function examplesOf(definition: GuardDefinition, language: string): readonly Example[] {
  const ofTasks = definition.tasks.flatMap((task, label) =>
    textsOf(task, language).map((text) => ({ text, label })),
  );
  const negatives = (definition.negatives?.[language] ?? []).map((text) => ({
    text,
    label: definition.tasks.length,
  }));
  return [...ofTasks, ...negatives];
}

function textsOf({ examples, words, passages }: GuardedTask, language: string): readonly string[] {
  return [...(examples[language] ?? []), ...(words[language] ?? []), ...passages.map(({ title }) => title)];
}

function kernelOf(index: TextIndex, features: readonly Features[]): Float64Array {
  const kernel = new Float64Array(features.length * features.length);
  for (const [row, each] of features.entries()) kernel.set(cosines(index, each), row * features.length);
  return kernel;
}

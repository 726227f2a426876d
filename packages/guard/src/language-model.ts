import type { KnowledgePassage } from '@ambit/core/business/business';
import { indexPassages, rankPassages } from '@ambit/core/knowledge/rank-passages';
import type { PassageIndex } from '@ambit/core/knowledge/rank-passages';
import { backgroundOf } from './background.ts';
import { belongingScore, fitBelonging, type Belonging } from './belonging.ts';
import { ownWords } from './business-likeness.ts';
import { likeness, selfLikeness, type Meaning } from './encoder/meaning.ts';
import { featuresOf } from './features.ts';
import type { GuardDefinition, GuardedTask } from './guard-definition.ts';
import { discard } from './invert-matrix.ts';
import { addAllLikeness, beginningOf, kernelOf, rowOf, type Kernel } from './kernel.ts';
import { fitRidge, leaveOneOut, predict, type Prediction, type Ridge } from './ridge.ts';
import { scopeScore, varianceShare, type ScopeScore } from './scope-score.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { cosines, indexTexts, type TextIndex } from './text-index.ts';
import { setZones, type Zones } from './zones.ts';

/** A message of the agent, and the number of its task; negatives have the number after the last task. */
export type Example = { readonly text: string; readonly label: number };

/** What messages are compared by: words and letters alone, or the encoder's meanings as well. */
type Judgement = {
  readonly ridge: Ridge;
  readonly zones: Zones;
  readonly belonging: Belonging | undefined;
};

/** What the guard knows of one language: fitted once, never changed. */
export type LanguageModel = {
  readonly language: string;
  readonly tasks: readonly string[];
  readonly examples: readonly Example[];
  readonly spelling: Spelling;
  readonly passages: readonly (PassageIndex | undefined)[];
  /** Words that are usual in the examples: no sign of anything else here. */
  readonly ownWords: ReadonlySet<string>;
  /** The messages of no business, to tell what anybody would ask a general assistant. */
  readonly general: TextIndex;
  readonly lexical: Judgement;
  /** The examples and then the messages of no business. */
  readonly everything: TextIndex;
  /** There only if an encoder knows the language; the meanings of `everything`. */
  readonly encoded?: Judgement & { readonly meanings: readonly Meaning[] };
};

/** The meanings of a language's examples and of the messages of no business, in their order. */
export type LanguageMeanings = {
  readonly examples: readonly Meaning[];
  readonly background: readonly Meaning[];
};

/** How a message fits the tasks. */
export type Fit = ScopeScore & {
  readonly zones: Zones;
  /** How far it reads like the agent's business as a whole, whatever the task, from 0 on like it; undefined if that is not known. */
  readonly belonging: number | undefined;
  /** The example that shares most words and letters, with its cosine. */
  readonly nearest: Example & { readonly cosine: number };
  /** The one task that has this very text, but for spelling, among its examples. */
  readonly own: number | undefined;
};

/** How much of a passage's score is added to the task that answers from it. */
const passageShare = 0.45;
/** Neither zone begins lower, however few examples there are: the fit, less what the unknown may cost. */
function floorsOf(self: number): Zones {
  return { accept: 0.5 - varianceShare * self, refuse: 0.3 - varianceShare * self };
}

const defaultFalseAccepts = 0.01;
const nothing = { total: 0 };

export function fitLanguage(
  definition: GuardDefinition,
  language: string,
  meanings?: LanguageMeanings,
): LanguageModel {
  const examples = examplesOf(definition, language);
  const background = backgroundOf(language);
  const spelling = createSpelling(examples.map(({ text }) => text));
  const features = examples.map(({ text }) => featuresOf(spelling(text)));
  const backgroundFeatures = background.texts.map((text) => featuresOf(spelling(text)));
  const everything = indexTexts([...features, ...backgroundFeatures], features.length, background);
  const passages = definition.tasks.map((task) => indexOf(task.passages));
  const tasks = definition.tasks.map(({ id }) => id);
  const general = indexTexts(background.features, background.features.length, nothing);
  const size = examples.length;
  const own = examples.filter(({ label }) => label < tasks.length).length;
  const counts = { own, negatives: size - own, general: background.texts.length };
  const judgement = (kernel: Kernel, self: number): Judgement => {
    const labels = examples.map(({ label }) => label);
    const ridge = fitRidge(beginningOf(kernel, size), labels, {
      classes: tasks.length + 1,
      self,
      strict: tasks.length,
    });
    const rawOf = (prediction: Prediction, text: string): number =>
      scopeScore(withPassages(passages, prediction, text), tasks.length).raw;
    const inside = leaveOneOut(ridge)
      .slice(0, own)
      .map((prediction, at) => rawOf(prediction, examples[at]?.text ?? ''));
    const outside = background.texts.map((text, at) =>
      rawOf(predict(ridge, rowOf(kernel, size + at).subarray(0, size)), text),
    );
    const falseAccepts = definition.falseAccepts ?? defaultFalseAccepts;
    return {
      ridge,
      zones: setZones(inside, outside, falseAccepts, floorsOf(self)),
      belonging: fitBelonging(kernel.values, counts),
    };
  };
  const kernel = kernelOf(everything, [...features, ...backgroundFeatures]);
  const lexical = judgement(kernel, 1);
  const usual = ownWords(examples.slice(0, own).map(({ text }) => text));
  const texts = { everything, general };
  const lexicalModel = { language, tasks, examples, spelling, ...texts, passages, lexical, ownWords: usual };
  if (meanings === undefined) {
    discard(kernel.values);
    return lexicalModel;
  }
  const all = [...meanings.examples, ...meanings.background];
  addAllLikeness(kernel, all);
  const encoded = judgement(kernel, 1 + selfLikeness);
  discard(kernel.values);
  return { ...lexicalModel, encoded: { ...encoded, meanings: all } };
}

/** The cosine of a text, with its spelling mended, to each text of `everything`. */
export function compareText(model: LanguageModel, text: string): Float64Array {
  return cosines(model.everything, featuresOf(model.spelling(text)));
}

/**
 * How a text fits the tasks: by its words and letters, and by its meaning if that is given and can be used.
 * `lexical`: from `compareText`.
 */
export function fitText(
  model: LanguageModel,
  text: string,
  meaning: Meaning | undefined,
  lexical: Float64Array = compareText(model, text),
): Fit {
  const size = model.examples.length;
  let at = -1;
  let cosine = 0;
  for (let each = 0; each < size; each += 1) {
    const found = lexical[each] ?? 0;
    if (found <= cosine) continue;
    at = each;
    cosine = found;
  }
  const nearest = { text: '', label: -1, ...model.examples[at], cosine: Math.min(1, cosine) };
  const { encoded } = model;
  const useMeaning = encoded !== undefined && meaning !== undefined;
  const similarity = useMeaning ? addLikeness(lexical, meaning, encoded.meanings) : lexical;
  const { ridge, zones, belonging: whole } = useMeaning ? encoded : model.lexical;
  const belonging = whole === undefined ? undefined : belongingScore(whole, similarity) - whole.threshold;
  const prediction = predict(ridge, similarity.subarray(0, size));
  const score = scopeScore(prediction, model.tasks.length);
  const own = cosine < same ? undefined : ownTask(model, lexical);
  if (own !== undefined) {
    // What the owner wrote down themselves is not weighed.
    const sure = { best: own, margin: Math.max(1, score.margin), raw: Math.max(score.raw, zones.accept) };
    return { ...score, ...sure, declined: false, zones, belonging, nearest, own };
  }
  // What is refused whatever the knowledge says need not be looked up there.
  if (score.raw + passageShare < zones.refuse) return { ...score, zones, belonging, nearest, own };
  const known = withPassages(model.passages, prediction, text);
  return { ...scopeScore(known, model.tasks.length), zones, belonging, nearest, own };
}

/** From this cosine on two texts have the same words and letters. */
const same = 0.9999;

function ownTask({ examples, tasks }: LanguageModel, lexical: Float64Array): number | undefined {
  let own: number | undefined;
  for (const [at, { label }] of examples.entries()) {
    if ((lexical[at] ?? 0) < same || label === own) continue;
    if (own !== undefined || label >= tasks.length) return undefined;
    own = label;
  }
  return own;
}

/** How much a text is like what people ask a general assistant: the cosine to the nearest such message. */
export function generality(model: LanguageModel, text: string): number {
  return cosines(model.general, featuresOf(text)).reduce((most, each) => Math.max(most, each), 0);
}

/** The texts that a language is fitted on. */
export function examplesOf(definition: GuardDefinition, language: string): readonly Example[] {
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
  return [...(examples[language] ?? []), ...(words[language] ?? []), ...titlesToFit(passages)];
}

/** Fitting takes time that grows with the square of the texts; so many titles tell what the others are like. */
const mostTitles = 200;

/** Titles from everywhere in the knowledge. */
function titlesToFit(passages: readonly KnowledgePassage[]): readonly string[] {
  const step = Math.max(1, passages.length / mostTitles);
  return Array.from(
    { length: Math.min(passages.length, mostTitles) },
    (_, at) => passages[Math.floor(at * step)]?.title ?? '',
  );
}

const indexes = new WeakMap<readonly KnowledgePassage[], PassageIndex>();

/** One index for all languages: it does not depend on them. Undefined for no passages. */
function indexOf(passages: readonly KnowledgePassage[]): PassageIndex | undefined {
  if (passages.length === 0) return undefined;
  const index = indexes.get(passages) ?? indexPassages(passages);
  indexes.set(passages, index);
  return index;
}

function addLikeness(
  lexical: Float64Array,
  meaning: Meaning | undefined,
  meanings: readonly Meaning[],
): Float64Array {
  if (meaning === undefined) return lexical;
  return lexical.map((cosine, at) => {
    const other = meanings[at];
    return other === undefined ? cosine : cosine + likeness(meaning, other);
  });
}

/** What the knowledge says of a text counts for the task that answers from it. */
function withPassages(passages: LanguageModel['passages'], prediction: Prediction, text: string): Prediction {
  if (passages.every((each) => each === undefined)) return prediction;
  const fits = prediction.fits.map((fit, task) => {
    const index = passages[task];
    if (index === undefined) return fit;
    const [passage] = rankPassages(index, text, 1);
    return fit + passageShare * (passage?.score ?? 0);
  });
  return { ...prediction, fits };
}

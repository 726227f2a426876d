import type { Verdict } from '@ambit/core/scope/verdict';
import { createLanguageDetector } from './detect-language.ts';
import { orderCode, wordsOf } from './features.ts';
import type { GuardDefinition, Thresholds } from './guard-definition.ts';
import { defaultThresholds } from './guard-definition.ts';
import { fitLanguage, fitText, generality, type Fit, type LanguageModel } from './language-model.ts';
import { modelLanguages, spokenLanguages } from './model-languages.ts';
import { reveal } from './reveal.ts';
import { scaledScore } from './scaled-score.ts';
import { smallTalkIn } from './small-talk.ts';
import { splitMessage } from './split-message.ts';

/** What is known beside the text. `language`: the conversation's, if known. */
export type JudgeContext = { readonly language?: string };

/** Judges whether a message belongs to one of the declared tasks. Same text, same verdict. */
export type Guard = { readonly judge: (text: string, context: JudgeContext) => Verdict };

const mostRunnersUp = 4;
/** Longer texts are judged by their beginning; WhatsApp allows 4096 characters. */
const longestJudged = 2_000;
/** A part taken out of a longer message must fit better than the message itself would. */
const partMargin = 0.08;
/** From this cosine on a part reads like what people ask a general assistant. */
const generalFrom = 0.4;
const mostParts = 12;
const leastGenerality = 0.25;

/** Prepares a guard; the definition is compiled once and never changes. Each language is fitted when it first comes up. */
export function createGuard(definition: GuardDefinition): Guard {
  const thresholds = definition.thresholds ?? defaultThresholds;
  const languages = spokenLanguages(definition);
  const detector = createLanguageDetector(languages, samplesOf(definition, languages));
  const models = new Map<string, LanguageModel>();
  const modelOf = (language: string): LanguageModel => {
    const model = models.get(language) ?? fitLanguage(definition, language);
    models.set(language, model);
    return model;
  };
  return {
    judge(text, context) {
      const revealed = reveal(text.slice(0, longestJudged));
      const guesses = detector.detect(revealed.text, context.language);
      const language = guesses[0]?.language ?? context.language ?? languages[0] ?? 'und';
      const smallTalk = smallTalkIn(revealed.text);
      if (smallTalk !== undefined && smallTalk.kind !== 'orientation') {
        const zone = smallTalk.kind === 'greeting' ? 'chit-chat' : 'closing';
        const evidence = [`"${smallTalk.phrase}" is a ${smallTalk.kind}`];
        return { zone, score: 1, runnersUp: [], language, evidence };
      }
      const judged = modelLanguages(languages, guesses).map(modelOf);
      const reading = read(judged, revealed.text, thresholds);
      if (reading === undefined)
        return { zone: 'refuse', score: 0, runnersUp: [], language, evidence: ['there are no examples'] };
      if (smallTalk !== undefined)
        return clarify(reading, language, [`"${smallTalk.phrase}" asks what the agent can do`]);
      if (!wordsOf(revealed.text).some((word) => word !== orderCode))
        return clarify(reading, language, ['the message has no words']);
      const hidden = revealed.disguise === undefined ? [] : [`the text was ${revealed.disguise}`];
      const verdict = readParts(judged, revealed.text, thresholds, reading, language);
      return { ...verdict, evidence: [...verdict.evidence, ...hidden] };
    },
  };
}

/** A text as one language's model reads it. */
type Reading = {
  readonly model: LanguageModel;
  readonly fit: Fit;
  readonly score: number;
  readonly zone: 'accept' | 'clarify' | 'refuse';
};

/** The reading in the language that fits best. */
function read(models: readonly LanguageModel[], text: string, thresholds: Thresholds): Reading | undefined {
  let best: Reading | undefined;
  for (const model of models) {
    const fit = fitText(model, text);
    const score = scaledScore(fit.raw, model.zones);
    if (best !== undefined && score <= best.score) continue;
    best = { model, fit, score, zone: zoneOf(model, text, fit, score, thresholds) };
  }
  return best;
}

function zoneOf(
  model: LanguageModel,
  text: string,
  fit: Fit,
  score: number,
  thresholds: Thresholds,
): Reading['zone'] {
  if (score < thresholds.refuse) return 'refuse';
  // What is doubtful and nearer to a general assistant's messages than to the agent's is no business of its.
  if (score < thresholds.accept)
    return generality(model, text) > Math.max(fit.nearest.cosine, leastGenerality) ? 'refuse' : 'clarify';
  if (fit.declined) return 'clarify';
  return margin(fit) < thresholds.margin ? 'clarify' : 'accept';
}

function margin({ fits, best }: Fit): number {
  const second = fits.reduce((most, fit, task) => (task === best ? most : Math.max(most, fit)), -Infinity);
  return (fits[best] ?? 0) - second;
}

/**
 * The verdict on a message that may hold several requests: a part that is the agent's business
 * beside one that anybody would ask a general assistant is `mixed`; beside small words it is the business.
 */
function readParts(
  models: readonly LanguageModel[],
  text: string,
  thresholds: Thresholds,
  whole: Reading,
  language: string,
): Verdict {
  const parts = splitMessage(text).slice(0, mostParts);
  if (parts.length < 2) return verdictOn(whole, thresholds, language);
  const readings = parts.flatMap((part) => {
    const reading = read(models, part, thresholds);
    return reading === undefined ? [] : [{ part, reading }];
  });
  const foreign = readings.filter(
    ({ part, reading }) => reading.zone === 'refuse' && generality(reading.model, part) >= generalFrom,
  );
  const own = readings
    .filter(({ reading }) => reading.zone === 'accept' && reading.score >= thresholds.accept + partMargin)
    .toSorted((a, b) => b.reading.score - a.reading.score);
  const [best] = own;
  const verdict = verdictOn(whole, thresholds, language);
  if (best === undefined) {
    if (foreign.length === 0 || whole.zone !== 'accept') return verdict;
    return clarify(whole, language, [`"${foreign[0]?.part ?? ''}" is not the agent's business`]);
  }
  if (foreign.length > 0) {
    return {
      ...verdictOn(best.reading, thresholds, language),
      zone: 'mixed',
      part: own.map(({ part }) => part).join('. '),
      evidence: [`"${best.part}" is the agent's business`, `"${foreign[0]?.part ?? ''}" is not`],
    };
  }
  if (whole.zone === 'accept') return verdict;
  return verdictOn(best.reading, thresholds, language);
}

function verdictOn(reading: Reading, thresholds: Thresholds, language: string): Verdict {
  const { fit, score, model, zone } = reading;
  const { nearest } = fit;
  if (zone === 'refuse') {
    const evidence = [
      fit.declined && nearest.text !== ''
        ? `"${nearest.text}" is declared as not the agent's business`
        : `no task reaches ${thresholds.refuse}`,
    ];
    return { zone, score, runnersUp: [], language, evidence };
  }
  if (zone === 'clarify') {
    const why =
      score < thresholds.accept
        ? `"${nearest.text}" is the nearest example, below ${thresholds.accept}`
        : `"${nearest.text}" is the nearest example, but another task fits about as well`;
    return clarify(reading, language, [why]);
  }
  const task = model.tasks[fit.best];
  if (task === undefined) return clarify(reading, language, ['there are no tasks']);
  const evidence = [`"${nearest.text}" is the nearest example`];
  return { zone, task, score, runnersUp: runnersUp(reading), language, evidence };
}

/** A question to the customer which of the tasks is meant, the likeliest first. */
function clarify(reading: Reading, language: string, evidence: readonly string[]): Verdict {
  const likeliest = reading.fit.nearest.cosine === 0 ? undefined : reading.model.tasks[reading.fit.best];
  return {
    zone: 'clarify',
    ...(likeliest === undefined ? {} : { task: likeliest }),
    score: reading.score,
    runnersUp: runnersUp(reading),
    language,
    evidence: [...evidence],
  };
}

function runnersUp({ model, fit }: Reading): Verdict['runnersUp'] {
  return model.tasks
    .flatMap((task, at) =>
      at === fit.best ? [] : [{ task, score: Math.max(0, Math.min(1, fit.fits[at] ?? 0)) }],
    )
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostRunnersUp);
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

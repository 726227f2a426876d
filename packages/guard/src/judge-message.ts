import type { Verdict } from '@ambit/core/scope/verdict';
import type { LanguageDetector } from './detect-language.ts';
import type { Meaning } from './encoder/meaning.ts';
import { orderCode, wordsOf } from './features.ts';
import type { Thresholds } from './guard-definition.ts';
import type { Fit, LanguageModel } from './language-model.ts';
import { createMessageReader, type MessageReader } from './message-reader.ts';
import { modelLanguages } from './model-languages.ts';
import { reveal, type Revealed } from './reveal.ts';
import { scaledScore } from './scaled-score.ts';
import { smallTalkIn, type SmallTalk } from './small-talk.ts';
import { splitMessage } from './split-message.ts';
import { withoutTimes } from './time-words.ts';

/** What a message is judged with. */
export type Bench = {
  readonly languages: readonly string[];
  readonly detector: LanguageDetector;
  readonly thresholds: Thresholds;
  /** Whether the owner set the thresholds: then nothing else keeps a message from being refused. */
  readonly strict: boolean;
  readonly modelOf: (language: string) => LanguageModel;
  /** What the encoder says of a text, if it was asked. */
  readonly meaningOf: (text: string) => Meaning | undefined;
};

/** A message made readable, with the language it is in and the models of the languages it may be in. */
export type OpenMessage = {
  readonly revealed: Revealed;
  readonly language: string;
  readonly smallTalk: SmallTalk | undefined;
  readonly models: readonly LanguageModel[];
  readonly reader: MessageReader;
};

const mostRunnersUp = 4;
/** Longer texts are judged by their beginning; WhatsApp allows 4096 characters. */
const longestJudged = 2_000;
/** A part taken out of a longer message must fit better than the message itself would, unless it reads like business. */
const partMargin = 0.08;
/** From this cosine on a part reads like what people ask a general assistant. */
const generalFrom = 0.4;
/** Below this cosine nothing is said about whether a text is like that. */
const leastGenerality = 0.25;
/** So much nearer must a text be to a general assistant's messages than to the agent's. */
const generalMargin = 0.1;
const mostParts = 12;

/** Judges one message. `conversation`: the language of what was said before, if known. */
export function judgeMessage(bench: Bench, text: string, conversation: string | undefined): Verdict {
  return judgeOpened(bench, openMessage(bench, text, conversation));
}

export function openMessage(bench: Bench, text: string, conversation: string | undefined): OpenMessage {
  const { languages, detector, modelOf } = bench;
  const revealed = reveal(text.slice(0, longestJudged));
  const guesses = detector.detect(revealed.text, conversation);
  const language = guesses[0]?.language ?? conversation ?? languages[0] ?? 'und';
  const models = modelLanguages(languages, guesses).map(modelOf);
  const smallTalk = smallTalkIn(revealed.text);
  return { revealed, language, smallTalk, models, reader: createMessageReader() };
}

export function judgeOpened(bench: Bench, opened: OpenMessage): Verdict {
  const { revealed, language, smallTalk } = opened;
  if (smallTalk !== undefined && smallTalk.kind !== 'orientation') {
    const zone = smallTalk.kind === 'greeting' ? 'chit-chat' : 'closing';
    const evidence = [`"${smallTalk.phrase}" is a ${smallTalk.kind}`];
    return { zone, score: 1, runnersUp: [], language, evidence };
  }
  const whole = read(bench, opened, revealed.text);
  if (whole === undefined)
    return { zone: 'refuse', score: 0, runnersUp: [], language, evidence: ['there are no examples'] };
  if (smallTalk !== undefined)
    return clarify(whole, language, [`"${smallTalk.phrase}" asks what the agent can do`]);
  if (!hasWords(revealed.text)) return clarify(whole, language, ['the message has no words']);
  const verdict = readParts(bench, opened, whole);
  if (revealed.disguise === undefined) return verdict;
  return { ...verdict, evidence: [...verdict.evidence, `the text was ${revealed.disguise}`] };
}

/**
 * The text to ask the encoder about, if words and letters leave the verdict in doubt and it knows
 * the language. Parts of a message go by words and letters.
 */
export function doubtfulText({ revealed, smallTalk, models, reader }: OpenMessage): string | undefined {
  const encoded = models.filter((model) => model.encoded !== undefined);
  if (smallTalk !== undefined || encoded.length === 0 || !hasWords(revealed.text)) return undefined;
  const doubtful = encoded.some((model) => isDoubtful(reader.fit(model, revealed.text, undefined)));
  return doubtful ? revealed.text : undefined;
}

// Chosen on CLINC150's validation part: beyond these the encoder hardly ever changed the zone.
const surelyRefused = 0.06;
const surelyAccepted = 0.15;
const sureMargin = 0.2;

function isDoubtful({ raw, zones, margin, declined, belonging, nearest }: Fit): boolean {
  // Not a letter group in common: another language or script, of which the encoder knows as little.
  if (nearest.cosine === 0) return false;
  if (raw < zones.refuse - surelyRefused && (belonging ?? -1) < 0) return false;
  return declined || raw < zones.accept + surelyAccepted || margin < sureMargin;
}

function hasWords(text: string): boolean {
  return wordsOf(text).some((word) => word !== orderCode);
}

/** A text as one language's model reads it. */
type Reading = {
  readonly model: LanguageModel;
  readonly fit: Fit;
  readonly score: number;
  readonly zone: 'accept' | 'clarify' | 'refuse';
};

/** The reading in the language that fits best. */
function read(bench: Bench, { models, reader }: OpenMessage, text: string): Reading | undefined {
  let best: Reading | undefined;
  for (const model of models) {
    const fit = bestFit(bench, reader, model, text);
    const score = scaledScore(fit.raw, fit.zones);
    if (best !== undefined && score <= best.score) continue;
    best = { model, fit, score, zone: zoneOf(bench, reader, model, text, fit, score) };
  }
  return best;
}

/**
 * With its days and hours or without them, whichever fits better: few examples name the day that is
 * asked for. An encoder knows days for what they are.
 */
function bestFit({ meaningOf }: Bench, reader: MessageReader, model: LanguageModel, text: string): Fit {
  const meaning = meaningOf(text);
  const fit = reader.fit(model, text, meaning);
  const timeless = meaning === undefined && fit.own === undefined ? withoutTimes(text) : undefined;
  if (timeless === undefined) return fit;
  const other = reader.fit(model, timeless, undefined);
  return other.raw > fit.raw ? other : fit;
}

function zoneOf(
  { thresholds, strict }: Bench,
  reader: MessageReader,
  model: LanguageModel,
  text: string,
  fit: Fit,
  score: number,
): Reading['zone'] {
  if (fit.own !== undefined) return 'accept';
  if (strict && score < thresholds.refuse) return 'refuse';
  const doubtful = score < thresholds.accept;
  if (doubtful)
    return isWorthAsking(reader, model, text, fit, score, score >= thresholds.refuse) ? 'clarify' : 'refuse';
  const likeness = score < thresholds.accept + narrowly ? reader.likeness(model, text) : undefined;
  if (likeness !== undefined && likeness < clearlyGeneral && fit.nearest.cosine < muchAlike) return 'refuse';
  const isAlike = fit.nearest.cosine >= muchAlike && fit.nearest.label === fit.best;
  const margin = isAlike ? alikeMarginShare * thresholds.margin : thresholds.margin;
  return fit.declined || fit.margin < margin ? 'clarify' : 'accept';
}

/**
 * Whether a message that no task surely fits gets a question back: the less it reads like what people
 * write to businesses, the more the examples must say for it, and no message of no business against it.
 */
function isWorthAsking(
  reader: MessageReader,
  model: LanguageModel,
  text: string,
  fit: Fit,
  score: number,
  near: boolean,
): boolean {
  const likeness = reader.likeness(model, text);
  const belonging = Math.max(-mostAgainst, fit.belonging ?? -mostAgainst);
  if (likeness === undefined)
    return (
      belonging >= 0 ||
      (near &&
        reader.generality(model, text) <= Math.max(fit.nearest.cosine + generalMargin, leastGenerality))
    );
  const { ofBelonging, ofScore, ofNearest, ofGenerality } = evidenceShares;
  const own = ofBelonging * Math.min(mostFor, belonging) + ofScore * Math.min(1, score);
  const evidence = Math.min(mostLikeness, likeness) + own + ofNearest * fit.nearest.cosine;
  // Comparing with general messages takes its time, and only speaks against it.
  return evidence >= worthAsking && evidence - ofGenerality * reader.generality(model, text) >= worthAsking;
}

// What likeness, in log odds, is weighed against. Fitted by logistic regression on what customers and others wrote in nine languages.
const evidenceShares = { ofBelonging: 1.3, ofScore: 1.5, ofNearest: 1.9, ofGenerality: 1.3 };
/** Where general requests that are asked back and customers who are refused are about as far from what is aimed at. */
const worthAsking = 0.6;
/**
 * That somebody writes as people do to businesses says no more than this, for it may be another trade's: what else speaks for
 * it must make up the rest, as it does for 99 of 100 of the agent's own messages.
 */
const mostLikeness = 1;
/** That the business as a whole seems far away, or near, says no more than this. */
const [mostAgainst, mostFor] = [1, 1.5];
/** From here on a text reads like what people write to businesses, whatever the task. */
const clearlyBusiness = 1.5;
/** Below this nobody writes to a business. */
const clearlyGeneral = -2;
/** Above this a part that fits no task may just be small words, such as "I made a mistake". */
const smallWords = -0.6;
/** From this cosine on a text is made of an example's words: "no, gloves" where gloves are sold. */
const muchAlike = 0.5;
/** What is made of the words of an example of the task that fits best needs less of a lead over the next task. */
const alikeMarginShare = 0.5;
/** How far above accepting a score is still narrow. */
const narrowly = 0.2;

/**
 * The verdict on a message that may hold several requests: a part that is the agent's business
 * beside one that anybody would ask a general assistant is `mixed`; beside small words it is the business.
 */
function readParts(bench: Bench, opened: OpenMessage, whole: Reading): Verdict {
  const { thresholds } = bench;
  const { revealed, language, reader } = opened;
  const verdict = verdictOn(whole, thresholds, language);
  const parts = splitMessage(revealed.text).slice(0, mostParts);
  if (parts.length < 2) return verdict;
  const readings = parts.flatMap((part) => {
    const reading = read(bench, opened, part);
    return reading === undefined ? [] : [{ part, reading }];
  });
  const general = readings.find(
    ({ part, reading }) => reading.zone === 'refuse' && isForeign(reader, reading.model, part),
  );
  const foreign =
    general ??
    readings.find(
      ({ part, reading }) =>
        reading.zone === 'refuse' &&
        (reading.fit.belonging ?? 0) < 0 &&
        isRequest(part) &&
        (reader.likeness(reading.model, part) ?? smallWords) <= smallWords,
    );
  const own = readings
    .filter(
      ({ part, reading }) => reading.zone === 'accept' && isSure(reader, reading, part, whole, thresholds),
    )
    .toSorted((a, b) => b.reading.score - a.reading.score);
  const [best] = own;
  if (best === undefined) {
    const asked = readings.find(({ part, reading }) => isPossible(reader, reading, part, thresholds));
    if (whole.zone === 'refuse' && asked !== undefined)
      return clarify(asked.reading, language, [`"${asked.part}" may be the agent's business`]);
    if (general === undefined || whole.zone !== 'accept') return verdict;
    return clarify(whole, language, [`"${general.part}" is not the agent's business`]);
  }
  if (foreign !== undefined) {
    return {
      ...verdictOn(best.reading, thresholds, language),
      zone: 'mixed',
      part: own.map(({ part }) => part).join('. '),
      evidence: [`"${best.part}" is the agent's business`, `"${foreign.part}" is not`],
    };
  }
  return whole.zone === 'accept' ? verdict : verdictOn(best.reading, thresholds, language);
}

/** Long enough to ask for something: three words, or four characters in a script without spaces. */
function isRequest(part: string): boolean {
  return /\p{Script=Han}{4}/u.test(part) || wordsOf(part).length >= 3;
}

/** A part of what is refused as a whole must read like business of itself: "talk to me" fits a task, but not after "i am lonely". */
function isSure(
  reader: MessageReader,
  { model, score }: Reading,
  part: string,
  whole: Reading,
  { accept }: Thresholds,
): boolean {
  const likeness = reader.likeness(model, part) ?? 0;
  if (likeness >= clearlyBusiness) return true;
  return score >= accept + partMargin && (whole.zone !== 'refuse' || likeness >= 0);
}

/** Whether a part that would be asked back about of itself is so likely business that the rest does not matter. */
function isPossible(
  reader: MessageReader,
  { model, score, zone }: Reading,
  part: string,
  { refuse }: Thresholds,
): boolean {
  return zone === 'clarify' && score >= refuse && (reader.likeness(model, part) ?? 0) >= clearlyBusiness;
}

/** Whether a part that is refused asks for something else, and is not just small words. */
function isForeign(reader: MessageReader, model: LanguageModel, part: string): boolean {
  return (
    reader.generality(model, part) >= generalFrom || (reader.likeness(model, part) ?? 0) < clearlyGeneral
  );
}

function verdictOn(reading: Reading, thresholds: Thresholds, language: string): Verdict {
  const { fit, score, model, zone } = reading;
  const { nearest } = fit;
  if (zone === 'refuse') return refusal(reading, thresholds, language);
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

function refusal({ fit, model, score }: Reading, thresholds: Thresholds, language: string): Verdict {
  const declared = fit.nearest.label >= model.tasks.length;
  const why = declared
    ? `"${fit.nearest.text}" is declared as none of the agent's business`
    : `no task reaches ${thresholds.refuse}`;
  return { zone: 'refuse', score, runnersUp: [], language, evidence: [why] };
}

/** A question to the customer which of the tasks is meant, the likeliest first. */
function clarify(reading: Reading, language: string, evidence: readonly string[]): Verdict {
  const { fit, model, score } = reading;
  const likeliest = fit.nearest.cosine === 0 ? undefined : model.tasks[fit.best];
  return {
    zone: 'clarify',
    ...(likeliest === undefined ? {} : { task: likeliest }),
    score,
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

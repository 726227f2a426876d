import type { KnowledgePassage } from '../business/business.ts';
import type { Passage } from '../conversation/call.ts';
import { guessLanguage } from '../language/guess-language.ts';
import { shippedLanguage, type Language } from '../language/language.ts';
import { askedWords, coverage, spokenOf, type SpokenPassage } from './coverage.ts';
import { isVague } from './filler-words.ts';
import { searchFeatures } from './search-features.ts';
import { ownWords, subjectWords } from './search-words.ts';

/** A question of a passage counts as much as so many times its body. */
const questionWeight = 3;
/** BM25's saturation, for questions that count three times, and its length correction. */
const saturation = 15;
const lengthCorrection = 0.7;
/** A word the knowledge has never seen says more than its rarest known word. */
const unknownFactor = 1.4;
/** What is written in another script shares meanings with a question, and is seldom what its reader wants. */
const otherScript = 0.5;
/** The same of what is written in another language, as far as its words tell. */
const otherLanguage = 0.6;
/** So many of the best are looked at closely. */
const mostLookedAt = 20;
/** What more than a fifth of many passages have tells none of them apart, and takes the most time. */
const [manyPassages, commonShare] = [500, 1 / 5];

/** Which passages have a feature, and how strongly: BM25's second factor, worked out beforehand. */
type Postings = { readonly passages: Uint32Array; readonly strengths: Float32Array; readonly idf: number };

/** Passages of one language, or of any, prepared for searching. */
export type SearchIndex = {
  readonly passages: readonly KnowledgePassage[];
  readonly postings: ReadonlyMap<string, Postings>;
  readonly unknownWeight: number;
  /** The script that each passage's title is written in. */
  readonly scripts: readonly Script[];
  /** The language that each passage is for alone; "" for any. */
  readonly languages: readonly string[];
  /** What each passage seems to be written in, where it is for no language alone; "" where nobody can tell. */
  readonly written: readonly string[];
  /** What passages speak of, worked out when first looked at. */
  readonly spoken: Map<number, SpokenPassage>;
};

/** The texts of a passage that are questions: its title and the other ways to ask. */
export function questionsOf({ title, questions }: KnowledgePassage): readonly string[] {
  return [title, ...(questions ?? [])];
}

export function buildSearchIndex(passages: readonly KnowledgePassage[]): SearchIndex {
  const lengths: number[] = [];
  const entries = new Map<string, { passages: number[]; counts: number[] }>();
  for (const [at, passage] of passages.entries()) {
    const counts = countsOf(passage);
    lengths.push([...counts.values()].reduce((sum, count) => sum + count, 0));
    for (const [name, count] of counts) {
      const entry = entries.get(name) ?? { passages: [], counts: [] };
      entry.passages.push(at);
      entry.counts.push(count);
      entries.set(name, entry);
    }
  }
  const mean = Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length));
  const norms = lengths.map(
    (length) => saturation * (1 - lengthCorrection + (lengthCorrection * length) / mean),
  );
  const postings = new Map<string, Postings>();
  for (const [name, entry] of entries)
    postings.set(name, {
      passages: Uint32Array.from(entry.passages),
      strengths: Float32Array.from(entry.passages, (at, n) => {
        const count = entry.counts[n] ?? 0;
        return count / (count + (norms[at] ?? saturation));
      }),
      idf: telling(passages.length, entry.passages.length),
    });
  return {
    passages,
    postings,
    unknownWeight: unknownFactor * telling(passages.length, 0),
    scripts: passages.map(({ title }) => scriptOf(title)),
    languages: passages.map(({ language }) => baseOf(language)),
    written: passages.map(writtenIn),
    spoken: new Map(),
  };
}

function countsOf(passage: KnowledgePassage): ReadonlyMap<string, number> {
  const language = passage.language === undefined ? undefined : shippedLanguage(passage.language);
  const counts = new Map<string, number>();
  const add = (text: string, kind: 'question' | 'body', weight: number): void => {
    for (const [name, count] of searchFeatures(text, kind, language))
      counts.set(name, (counts.get(name) ?? 0) + weight * count);
  };
  for (const question of questionsOf(passage)) add(question, 'question', questionWeight);
  add(passage.body, 'body', 1);
  return counts;
}

type Script = 'han' | 'arabic' | 'devanagari' | 'other';

function scriptOf(text: string): Script {
  if (/\p{Script=Han}/u.test(text)) return 'han';
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  return /\p{Script=Devanagari}/u.test(text) ? 'devanagari' : 'other';
}

/** The first words tell, if three of them do. */
function writtenIn({ language, title, body }: KnowledgePassage): string {
  return language === undefined ? baseOf(guessLanguage(`${title} ${body.slice(0, 200)}`, undefined, 3)) : '';
}

/** "es-MX" and "es" are one language to a reader, and so is Hindi in both scripts. */
function baseOf(tag: string | undefined): string {
  return tag?.split('-')[0]?.toLowerCase() ?? '';
}

/** How telling a feature is that `count` of `all` passages have. Source: Robertson & Zaragoza 2009. */
function telling(all: number, count: number): number {
  return Math.log(1 + (all - count + 0.5) / (count + 0.5));
}

/** A question to search for. `before`: what was asked before it, when it goes on from that. */
export type SearchQuery = {
  readonly text: string;
  readonly before?: string;
  readonly language?: Language;
};

/** Meanings compared by an encoder: for each passage, from -1 to 1.5; undefined where there is none. */
export type MeaningScores = Float32Array;

/**
 * The passages that fit a question best, best first, at most `most`. Score: the share, 0 to 1, of what
 * the question asks about that the passage speaks of; or what `meanings` says, if that is more.
 * `encoded`: how alike each passage's nearest question is, in the order of the index.
 */
export function searchPassages(
  index: SearchIndex,
  query: SearchQuery,
  most: number,
  encoded?: MeaningScores,
): readonly Passage[] {
  const ranked = rank(index, query, encoded);
  const weigh = (word: string): number | undefined =>
    (index.postings.get(`w:${word}`) ?? index.postings.get(`g:${word}`))?.idf;
  const { text, before, language } = query;
  const words =
    before === undefined
      ? subjectWords(text, language)
      : ownWords(text, language).filter((word) => !isVague(word));
  const asked = askedWords(words, weigh, index.unknownWeight);
  const around = askedWords(
    before === undefined ? [] : subjectWords(before, language),
    weigh,
    index.unknownWeight,
  );
  return ranked
    .map(({ at, score }) => {
      const spoken = spokenAt(index, at);
      const own = coverage(asked, spoken);
      // What was asked before says what it is about; the new words must be spoken of as well.
      const covered = around.length === 0 ? own : followed(own, asked.length, coverage(around, spoken));
      // "How long does that take?" is about nothing but what was asked before, a country named there too.
      const near = asked.length > 0 ? 1 : (0.1 + coverage(around, spoken)) ** 2;
      return { at, rank: near * score, score: Math.min(1, Math.max(covered, meant(encoded?.[at]))) };
    })
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => standing(b) - standing(a))
    .slice(0, most)
    .flatMap(({ at, score }) => {
      const passage = index.passages[at];
      return passage === undefined ? [] : [found(passage, score)];
    });
}

/** A passage that speaks of all that is asked goes before a shorter one that speaks of much of it. */
function standing({ rank: found, score }: { readonly rank: number; readonly score: number }): number {
  return found * (1.5 + score + (score >= speaksOfAll ? ofAllBonus : 0));
}

const [speaksOfAll, ofAllBonus] = [0.95, 0.6];

function followed(own: number, words: number, before: number): number {
  return words === 0 ? before : Math.min(own * 2, (own + before) / 2);
}

/** From where an encoder's likeness says as much as words that are all there. */
const [unlike, alike] = [0.35, 1.1];

function meant(likeness: number | undefined): number {
  return likeness === undefined ? 0 : Math.max(0, (likeness - unlike) / (alike - unlike));
}

type Ranked = { readonly at: number; readonly score: number };

function rank(index: SearchIndex, query: SearchQuery, encoded: MeaningScores | undefined): readonly Ranked[] {
  const scores = new Float64Array(index.passages.length);
  addScores(index, query.text, query.language, 1, scores);
  if (query.before !== undefined) addScores(index, query.before, query.language, 0.6, scores);
  let best = 0;
  for (let at = 0; at < scores.length; at += 1) best = Math.max(best, scores[at] ?? 0);
  const top: Ranked[] = [];
  const wanted = baseOf(query.language);
  const script = scriptOf(query.text);
  // Where nothing is written for a language, what is written for others is better than nothing.
  const choosy = index.languages.includes(wanted);
  for (let at = 0; at < scores.length; at += 1) {
    const own = index.languages[at];
    if (choosy && own !== '' && own !== wanted) continue;
    const written = index.written[at] ?? '';
    const strange = written !== '' && wanted !== '' && written !== wanted;
    const share = index.scripts[at] !== script ? otherScript : strange ? otherLanguage : 1;
    const score = (best === 0 ? 0 : (share * (scores[at] ?? 0)) / best) + Math.max(0, encoded?.[at] ?? 0);
    if (score > (top.length < mostLookedAt ? 0 : (top.at(-1)?.score ?? 0))) insert(top, { at, score });
  }
  return top;
}

/** Keeps the best, best first; of equal ones the first of the files. */
function insert(top: Ranked[], one: Ranked): void {
  let place = top.length;
  while (place > 0 && (top[place - 1]?.score ?? 0) < one.score) place -= 1;
  top.splice(place, 0, one);
  if (top.length > mostLookedAt) top.pop();
}

function addScores(
  index: SearchIndex,
  text: string,
  language: Language | undefined,
  share: number,
  scores: Float64Array,
): void {
  for (const [name, weight] of searchFeatures(text, 'question', language)) {
    const found = index.postings.get(name);
    if (found === undefined) continue;
    const { passages, strengths } = found;
    if (scores.length > manyPassages && passages.length > scores.length * commonShare) continue;
    const factor = share * weight * found.idf;
    for (let n = 0; n < passages.length; n += 1) {
      const at = passages[n] ?? 0;
      scores[at] = (scores[at] ?? 0) + factor * (strengths[n] ?? 0);
    }
  }
}

function spokenAt(index: SearchIndex, at: number): SpokenPassage {
  const known = index.spoken.get(at);
  if (known !== undefined) return known;
  const passage = index.passages[at];
  const spoken = passage === undefined ? spokenOf([], '') : spokenOf(questionsOf(passage), passage.body);
  index.spoken.set(at, spoken);
  return spoken;
}

function found(passage: KnowledgePassage, score: number): Passage {
  const { passageId, title, body, source, url } = passage;
  return { passageId, title, body, score, source, ...(url === undefined ? {} : { url }) };
}

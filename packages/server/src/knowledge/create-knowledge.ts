import type { KnowledgePassage } from '@ambit/core/business/business';
import { buildSearchIndex, searchPassages, type MeaningScores } from '@ambit/core/knowledge/search-passages';
import { knowsLanguage, type Encoder } from '@ambit/guard/encoder/encoder';
import { likenessOf, type MeaningSpace } from '@ambit/guard/encoder/meaning';
import type { Knowledge } from '../ports/judges.ts';
import type { Log } from '../ports/log.ts';
import type { NearMeaning, VectorStore } from '../ports/vector-store.ts';
import { encodeQuestions, questionsFor, type AskedOf } from './encode-questions.ts';
import { nearestInDatabase, nearestInMemory, type FindNearest } from './nearest-questions.ts';

/** Meanings that take longer to compare are not waited for, in milliseconds. */
const compareWithinMs = 1_500;
/** After so many milliseconds it is tried again to prepare the meanings. */
const triedAgainMs = 60_000;

/**
 * From so many questions on a database that can searches them: that takes less of this thread's time than to look at
 * each, and no more of the customer's. Measured by `npm run bench:meanings`.
 */
const questionsToSearch = 2_000;

/**
 * What meanings are made with. `vectors`: keeps what was encoded, and searches it where it can, from `searchedFrom`
 * questions on.
 */
export type MeaningSource = {
  readonly encoder: Encoder;
  readonly vectors?: VectorStore;
  readonly searchedFrom?: number;
  readonly monotonicMs: () => number;
  readonly log: Pick<Log, 'info' | 'warn'>;
};

/** The knowledge with how far it is: without its meanings it goes by words and letters. */
export type ReadyKnowledge = Knowledge & { readonly prepared: Promise<void> };

/**
 * Passages ready to be searched: by words and letters at once, and by meaning as well, in the languages that the
 * encoder knows, as soon as what their questions mean is known. While that cannot be had, words and letters decide
 * alone; it is tried again when somebody asks.
 */
export function createKnowledge(
  passages: readonly KnowledgePassage[],
  source?: MeaningSource,
): ReadyKnowledge {
  const index = buildSearchIndex(passages);
  const meanings = source === undefined ? undefined : keepPreparing(passages, source);
  return {
    prepared: meanings?.first ?? Promise.resolve(),
    async retrieve(query, most) {
      const { text, before, language = 'en' } = query;
      const ready = meanings?.current();
      const scores =
        source !== undefined && ready !== undefined && knowsLanguage(source.encoder, language)
          ? await compare(source.encoder, ready, before === undefined ? text : `${before} ${text}`)
          : undefined;
      return searchPassages(index, query, most, scores);
    },
  };
}

type PreparedMeanings = {
  readonly passages: number;
  readonly questions: readonly AskedOf[];
  readonly space: MeaningSpace;
  readonly find: FindNearest;
};

/** Prepares meanings, and once more if that failed and somebody asks for them later. */
function keepPreparing(
  passages: readonly KnowledgePassage[],
  source: MeaningSource,
): { readonly first: Promise<void>; current(): PreparedMeanings | undefined } {
  const { encoder, vectors, searchedFrom = questionsToSearch, monotonicMs, log } = source;
  let ready: PreparedMeanings | undefined;
  let tryAgainAt = Infinity;

  async function prepare(): Promise<void> {
    tryAgainAt = Infinity;
    const from = monotonicMs();
    try {
      const encoded = await encodeQuestions(questionsFor(passages, encoder), encoder, vectors);
      const { questions, meanings, space } = encoded;
      const prepared = { passages: passages.length, questions, space };
      const tell = (comparedIn: 'memory' | 'database'): void =>
        log.info('knowledge.meanings-ready', {
          questions: questions.length,
          comparedIn,
          ms: Math.round(monotonicMs() - from),
        });
      // In memory first: to put many into the database takes a while.
      ready = { ...prepared, find: nearestInMemory(meanings) };
      tell('memory');
      const search = vectors?.search;
      const size = meanings[0]?.raw.length ?? 0;
      if (search === undefined || questions.length < searchedFrom || size > search.mostDimensions) return;
      ready = { ...prepared, find: await nearestInDatabase(encoded, encoder, search) };
      tell('database');
    } catch (error) {
      tryAgainAt = monotonicMs() + triedAgainMs;
      log.warn('knowledge.meanings-missing', {
        error: String(error),
        message:
          ready === undefined
            ? 'answers are found by words alone; it is tried again in a minute'
            : 'meanings are compared in memory; pgvector is tried again in a minute',
      });
    }
  }

  return {
    first: prepare(),
    current() {
      if (monotonicMs() >= tryAgainAt) void prepare();
      return ready;
    },
  };
}

/** Undefined when it cannot be told, or not in time. */
async function compare(
  encoder: Encoder,
  prepared: PreparedMeanings,
  text: string,
): Promise<MeaningScores | undefined> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => giveUp(undefined), compareWithinMs);
  const near = encoder
    .encode([text])
    .then(([vector]) => (vector === undefined ? undefined : prepared.find(prepared.space(vector))))
    .catch(() => undefined);
  const found = await Promise.race([near, late]);
  clearTimeout(timer);
  return found === undefined || found.length === 0 ? undefined : scoresOf(prepared, found);
}

/** How alike each passage's nearest question is; as the last of the near ones where none of its own is near. */
function scoresOf({ passages, questions }: PreparedMeanings, near: readonly NearMeaning[]): MeaningScores {
  const scores = new Float32Array(passages).fill(-1);
  const likenesses = near.map(({ whitened, raw }) => likenessOf(whitened, raw));
  const least = Math.min(...likenesses);
  for (const { passage } of questions) scores[passage] = least;
  for (const [n, { at }] of near.entries()) {
    const passage = questions[at]?.passage;
    if (passage !== undefined) scores[passage] = Math.max(scores[passage] ?? -1, likenesses[n] ?? -1);
  }
  return scores;
}

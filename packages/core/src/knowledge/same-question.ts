import type { Language } from '../language/language.ts';
import { buildSearchIndex, searchPassages } from './search-passages.ts';

/** From here on two questions count as one, looked at from either of them. */
const leastLikeness = 0.6;

/** A question with other ways in which it was asked. */
export type KnownQuestion = {
  readonly id: string;
  readonly question: string;
  readonly wordings: readonly string[];
};

/** Which of the known questions of a language is the same as this one, in other words; undefined if none. */
export function sameQuestion(
  text: string,
  known: readonly KnownQuestion[],
  language: Language,
): string | undefined {
  const plain = text.trim().toLowerCase();
  const exact = known.find(({ question, wordings }) =>
    [question, ...wordings].some((wording) => wording.trim().toLowerCase() === plain),
  );
  if (exact !== undefined) return exact.id;
  const index = buildSearchIndex(
    known.map(({ id, question, wordings }) => ({
      passageId: id,
      source: id,
      title: question,
      body: '',
      questions: [...wordings],
    })),
  );
  const own = buildSearchIndex([{ passageId: 'own', source: 'own', title: text, body: '' }]);
  return searchPassages(index, { text, language }, 3).find(({ passageId, score, title }) => {
    const wordings = known.find(({ id }) => id === passageId)?.wordings ?? [];
    // "Do you sell tents?" has all of "do you sell tents for children", but not the other way round.
    return (
      score >= leastLikeness &&
      [title, ...wordings].some(
        (wording) => (searchPassages(own, { text: wording, language }, 1)[0]?.score ?? 0) >= leastLikeness,
      )
    );
  })?.passageId;
}

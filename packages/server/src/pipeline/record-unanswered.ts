import { shippedLanguage } from '@ambit/core/language/language';
import type { Unanswered } from '@ambit/core/conversation/next';
import { sameQuestion } from '@ambit/core/knowledge/same-question';
import type { Database } from '../db/database.ts';
import { countQuestion, isCounted, lockSuggestionsLike } from '../db/knowledge-suggestions.ts';

/** More of a text is no question. */
const longestQuestion = 300;

/**
 * Keeps a question that the knowledge had no answer to, counted to those like it; once a turn, however
 * often it is run. `unanswered`: masked already.
 */
export async function recordUnanswered(
  database: Database,
  turnId: string,
  unanswered: Unanswered,
  at: number,
): Promise<void> {
  const text = unanswered.text.replaceAll(/\s+/gu, ' ').trim();
  if (text.length < 2 || text.length > longestQuestion) return;
  const { language, task } = unanswered;
  await database.transaction(async (client) => {
    const known = await lockSuggestionsLike(client, language);
    if (await isCounted(client, turnId)) return;
    const like = sameQuestion(
      text,
      known.map(({ suggestionId, question, wordings }) => ({ id: suggestionId, question, wordings })),
      shippedLanguage(language) ?? 'en',
    );
    await countQuestion(client, { turnId, language, task, text, at: new Date(at) }, like);
  });
}

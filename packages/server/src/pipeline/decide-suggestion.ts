import type { Database } from '../db/database.ts';
import { raiseKnowledgeRevision } from '../db/knowledge-revision.ts';
import {
  decideSuggestion,
  type KnowledgeSuggestion,
  type SuggestionDecision,
} from '../db/knowledge-suggestions.ts';

/**
 * Answers a suggestion or puts it away; every node knows within seconds. Returns it as decided; undefined when
 * there is none of that id.
 */
export async function decideOnSuggestion(
  database: Database,
  suggestionId: string,
  decision: SuggestionDecision & { readonly by: string },
): Promise<KnowledgeSuggestion | undefined> {
  return database.transaction(async (client) => {
    const decided = await decideSuggestion(client, suggestionId, decision, decision.by);
    if (decided !== undefined) await raiseKnowledgeRevision(client);
    return decided;
  });
}

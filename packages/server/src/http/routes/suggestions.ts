import type { Hono } from 'hono';
import {
  SuggestionDecision,
  SuggestionQuery,
  type Suggestion,
  type SuggestionList,
} from '@ambit/sdk/suggestion';
import type { Database } from '../../db/database.ts';
import { listSuggestions } from '../../db/knowledge-suggestions.ts';
import { decideOnSuggestion } from '../../pipeline/decide-suggestion.ts';
import { apiError } from './api-error.ts';
import { readBody, readQuery } from './read-body.ts';

const mostListed = 200;

/** Questions without an answer, for people to answer or to put away. */
export function addSuggestionRoutes(app: Hono, { database }: { readonly database: Database }): void {
  app.get('/api/suggestions', async (c) => {
    const query = readQuery(c, SuggestionQuery);
    if (query.kind === 'answer') return query.response;
    const listed = await listSuggestions(database, query.value.status ?? 'open', mostListed);
    return c.json({
      suggestions: listed.map((one) => ({ ...one, wordings: [...one.wordings] })),
    } satisfies SuggestionList);
  });

  app.post('/api/suggestions/:suggestionId/decide', async (c) => {
    const suggestionId = c.req.param('suggestionId');
    const body = await readBody(c, SuggestionDecision);
    if (body.kind === 'answer') return body.response;
    const decided = /^\d{1,18}$/.test(suggestionId)
      ? await decideOnSuggestion(database, suggestionId, body.value)
      : undefined;
    if (decided !== undefined)
      return c.json({ ...decided, wordings: [...decided.wordings] } satisfies Suggestion);
    return apiError(c, 404, {
      code: 'not-found',
      message: `There is no suggestion ${JSON.stringify(suggestionId)}.`,
      fix: 'Name one that "ambit suggestions" lists, by its number.',
    });
  });
}

import { Hono } from 'hono';
import type { Database } from '../../db/database.ts';
import { addSuggestionRoutes } from './suggestions.ts';

/** The routes of suggestions alone, for tests: answers a request as the desk does. */
export function suggestionDesk(database: Database): (url: string, init: RequestInit) => Promise<Response> {
  const app = new Hono();
  addSuggestionRoutes(app, { database });
  return async (url, init) => app.request(url, init);
}

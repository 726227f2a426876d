import type { AmbitClient } from '@ambit/sdk/client';
import type { Suggestion } from '@ambit/sdk/suggestion';
import { connectDesk } from './files/connect-desk.ts';

/** What to do with suggestions: list them, answer one, or put one away. */
export type SuggestionsRequest =
  | { readonly kind: 'list'; readonly status: Suggestion['status'] }
  | { readonly kind: 'approve'; readonly id: string; readonly answer: string; readonly question?: string }
  | { readonly kind: 'decline'; readonly id: string };

/** `ambit suggestions`: questions that customers asked and the knowledge has no answer to. Returns the exit code. */
export async function suggestions(request: SuggestionsRequest, json: boolean): Promise<number> {
  const found = await carryOut(connectDesk().client, request);
  process.stdout.write(
    json ? `${JSON.stringify({ suggestions: found }, null, 2)}\n` : `${describe(request, found)}\n`,
  );
  return 0;
}

async function carryOut(client: AmbitClient, request: SuggestionsRequest): Promise<readonly Suggestion[]> {
  const by = 'ambit suggestions';
  switch (request.kind) {
    case 'list':
      return (await client.suggestions({ status: request.status })).suggestions;
    case 'approve': {
      const { id, answer, question } = request;
      const asked = question === undefined ? {} : { question };
      return [await client.decideSuggestion(id, { kind: 'approve', answer, by, ...asked })];
    }
    case 'decline':
      return [await client.decideSuggestion(request.id, { kind: 'decline', by })];
  }
}

function describe(request: SuggestionsRequest, found: readonly Suggestion[]): string {
  if (request.kind === 'approve') return 'Approved; it is answered within a few seconds.';
  if (request.kind === 'decline') return 'Declined.';
  if (found.length === 0) return `There are no ${request.status} suggestions.`;
  return found.map(lineOf).join('\n');
}

function lineOf({ suggestionId, asked, language, question, wordings, answer }: Suggestion): string {
  const times = asked === 1 ? 'once' : `${asked} times`;
  return [
    `${suggestionId}. ${question} (${language}, asked ${times})`,
    ...wordings.map((wording) => `     also: ${wording}`),
    ...(answer === undefined ? [] : [`     answer: ${answer}`]),
  ].join('\n');
}

import { z } from 'zod';
import type { Queryable } from './database.ts';

const Row = z
  .object({
    suggestion_id: z.coerce.string(),
    language: z.string(),
    task: z.string(),
    question: z.string(),
    wordings: z.array(z.string()),
    asked: z.number(),
    status: z.enum(['open', 'approved', 'declined']),
    answer: z.string().nullable(),
    decided_by: z.string().nullable(),
    first_asked_at: z.date(),
    last_asked_at: z.date(),
  })
  .transform((row) => ({
    suggestionId: row.suggestion_id,
    language: row.language,
    task: row.task,
    question: row.question,
    wordings: row.wordings,
    asked: row.asked,
    status: row.status,
    ...(row.answer === null ? {} : { answer: row.answer }),
    ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
    firstAskedAt: row.first_asked_at.getTime(),
    lastAskedAt: row.last_asked_at.getTime(),
  }));

/** Questions alike that the knowledge had no answer to. `wordings`: how else they were asked, masked. */
export type KnowledgeSuggestion = z.output<typeof Row>;

const columns = `suggestion_id, language, task, question, wordings, asked, status, answer, decided_by,
                 first_asked_at, last_asked_at`;
/** Questions are compared with so many of the latest. */
const mostCompared = 500;
const mostWordings = 20;

/** Those of one status, the most asked first. */
export async function listSuggestions(
  client: Queryable,
  status: KnowledgeSuggestion['status'],
  most: number,
): Promise<readonly KnowledgeSuggestion[]> {
  const found = await client.query({
    text: `select ${columns} from knowledge_suggestions where status = $1
            order by asked desc, last_asked_at desc, suggestion_id limit $2`,
    values: [status, most],
  });
  return found.rows.map((row) => Row.parse(row));
}

/** What a new question of a language may be like, whatever was decided of it; held until the transaction ends. */
export async function lockSuggestionsLike(
  client: Queryable,
  language: string,
): Promise<readonly KnowledgeSuggestion[]> {
  await client.query({
    text: `select pg_advisory_xact_lock(hashtext('ambit.suggestions.' || $1))`,
    values: [language],
  });
  const found = await client.query({
    text: `select ${columns} from knowledge_suggestions where language = $1 order by last_asked_at desc limit $2`,
    values: [language, mostCompared],
  });
  return found.rows.map((row) => Row.parse(row));
}

export type AskedQuestion = {
  readonly turnId: string;
  readonly language: string;
  readonly task: string;
  readonly text: string;
  readonly at: Date;
};

/** Whether the question of a turn has been counted already. */
export async function isCounted(client: Queryable, turnId: string): Promise<boolean> {
  const found = await client.query({
    text: 'select 1 from knowledge_questions where turn_id = $1',
    values: [turnId],
  });
  return found.rows.length > 0;
}

/** Counts a question to one that is like it, or begins a suggestion. */
export async function countQuestion(
  client: Queryable,
  { turnId, language, task, text, at }: AskedQuestion,
  like: string | undefined,
): Promise<void> {
  const counted =
    like === undefined
      ? await client.query({
          text: `insert into knowledge_suggestions (language, task, question, first_asked_at, last_asked_at)
                 values ($1, $2, $3, $4, $4) returning suggestion_id`,
          values: [language, task, text, at],
        })
      : await client.query({
          text: `update knowledge_suggestions
                    set asked = asked + 1, last_asked_at = greatest(last_asked_at, $2),
                        wordings = case when question = $3 or wordings @> jsonb_build_array($3::text)
                                          or jsonb_array_length(wordings) >= ${mostWordings}
                                        then wordings else wordings || jsonb_build_array($3::text) end
                  where suggestion_id = $1 returning suggestion_id`,
          values: [like, at, text],
        });
  const { suggestion_id: id } = z.object({ suggestion_id: z.coerce.string() }).parse(counted.rows[0]);
  await client.query({
    text: 'insert into knowledge_questions (turn_id, suggestion_id, asked_at) values ($1, $2, $3)',
    values: [turnId, id, at],
  });
}

/** What a person decided of a suggestion. An approved one can be changed, a declined one taken up again. */
export type SuggestionDecision =
  | { readonly kind: 'approve'; readonly question?: string | undefined; readonly answer: string }
  | { readonly kind: 'decline' };

/** Returns the suggestion as decided; undefined when there is none of that id. */
export async function decideSuggestion(
  client: Queryable,
  suggestionId: string,
  decision: SuggestionDecision,
  by: string,
): Promise<KnowledgeSuggestion | undefined> {
  const approved = decision.kind === 'approve' ? decision : undefined;
  const decided = await client.query({
    text: `update knowledge_suggestions
              set status = $2, answer = $3, question = coalesce($4, question), decided_by = $5, decided_at = now(),
                  wordings = case when $4 is null or $4 = question or wordings @> jsonb_build_array(question)
                                  then wordings else wordings || jsonb_build_array(question) end
            where suggestion_id = $1 returning ${columns}`,
    values: [
      suggestionId,
      approved === undefined ? 'declined' : 'approved',
      approved?.answer ?? null,
      approved?.question ?? null,
      by,
    ],
  });
  return decided.rows[0] === undefined ? undefined : Row.parse(decided.rows[0]);
}

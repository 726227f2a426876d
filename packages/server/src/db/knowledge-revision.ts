import { z } from 'zod';
import type { KnowledgePassage } from '@ambit/core/business/business';
import { readKnowledge } from '@ambit/core/business/read-knowledge';
import type { Queryable } from './database.ts';

/** What is known beside the published files. `revision`: rises whenever it changes. */
export type StoredKnowledge = { readonly revision: string; readonly passages: readonly KnowledgePassage[] };

const RevisionRow = z.object({ revision: z.coerce.string() });
const PageRow = z.object({ url: z.string(), markdown: z.string(), language: z.string().nullable() });
const AnswerRow = z.object({
  suggestion_id: z.coerce.string(),
  language: z.string(),
  question: z.string(),
  wordings: z.array(z.string()),
  answer: z.string(),
});

export async function readKnowledgeRevision(client: Queryable): Promise<string> {
  const found = await client.query({ text: 'select revision from knowledge_revision' });
  const [row] = found.rows;
  return row === undefined ? '0' : RevisionRow.parse(row).revision;
}

/** Has every node read what is stored anew. */
export async function raiseKnowledgeRevision(client: Queryable): Promise<void> {
  await client.query({
    text: `insert into knowledge_revision (revision) values (1)
           on conflict (only_row) do update set revision = knowledge_revision.revision + 1`,
  });
}

/** The approved answers first, then the pages of `sites`, by address. */
export async function readStoredKnowledge(
  client: Queryable,
  sites: readonly string[],
): Promise<StoredKnowledge> {
  const revision = await readKnowledgeRevision(client);
  const answers = await client.query({
    text: `select suggestion_id, language, question, wordings, answer from knowledge_suggestions
            where status = 'approved' order by suggestion_id`,
  });
  const pages = await client.query({
    text: 'select url, markdown, language from knowledge_pages where site = any($1) order by site, url',
    values: [sites],
  });
  return {
    revision,
    passages: [
      ...answers.rows.map((row) => answered(AnswerRow.parse(row))),
      ...pages.rows.flatMap((row) => passagesOf(PageRow.parse(row))),
    ],
  };
}

function answered(row: z.infer<typeof AnswerRow>): KnowledgePassage {
  const id = `answer:${row.suggestion_id}`;
  const { question: title, answer: body, language, wordings } = row;
  return { passageId: id, source: id, title, body, language, questions: wordings };
}

function passagesOf({ url, markdown, language }: z.infer<typeof PageRow>): readonly KnowledgePassage[] {
  return readKnowledge(url, markdown).passages.map((passage) => ({
    ...passage,
    url,
    ...(language === null ? {} : { language }),
  }));
}

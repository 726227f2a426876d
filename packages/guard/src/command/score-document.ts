import { z } from 'zod';
import type { Encoder } from '../encoder/encoder.ts';
import { scoreMessages } from '../score-messages.ts';
import { rounded } from './judge-lines.ts';
import { CommandMistake } from './read-business.ts';

const Document = z.object({
  language: z.string().min(2),
  tasks: z.record(z.string(), z.array(z.string())),
  negatives: z.array(z.string()).default([]),
  messages: z.array(z.string()),
});

/** `{language,tasks,negatives?,messages}` → `{results:[{task,score,zone}]}`. Throws a `CommandMistake` when it is none. */
export async function scoreDocument(text: string, encoder: Encoder | undefined): Promise<string> {
  const { language, tasks, negatives, messages } = parse(text);
  const definition = {
    tasks: Object.entries(tasks).map(([id, texts]) => ({
      id,
      examples: { [language]: texts },
      words: {},
      passages: [],
    })),
    negatives: { [language]: negatives },
  };
  const scored = await scoreMessages(definition, language, messages, encoder);
  return JSON.stringify({ results: scored.map((each) => ({ ...each, score: rounded(each.score) })) });
}

function parse(text: string): z.infer<typeof Document> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new CommandMistake('The input is not one JSON document', { cause });
  }
  const document = Document.safeParse(json);
  if (document.success) return document.data;
  const [issue] = document.error.issues;
  throw new CommandMistake(
    `The input does not fit at "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'unknown'}; write {"language":"en","tasks":{"id":["example"]},"negatives":[],"messages":["text"]}`,
  );
}

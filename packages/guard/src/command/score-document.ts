import { explainIssue } from '@ambit/core/business/explain-issue';
import { fieldName } from '@ambit/core/business/file-problem';
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
    const why = cause instanceof Error ? ` (${cause.message})` : '';
    const what = text.trim() === '' ? 'There is nothing on standard input' : `The input is no JSON${why}`;
    throw new CommandMistake(`${what}\n${shape}`, { cause });
  }
  const document = Document.safeParse(json, { reportInput: true });
  if (document.success) return document.data;
  const wrong = document.error.issues.map((issue) => {
    const where = issue.path.length === 0 ? 'as a whole' : `at "${fieldName(issue.path)}"`;
    return `The input does not fit ${where}: ${explainIssue(issue).message}`;
  });
  throw new CommandMistake([...wrong, shape].join('\n'));
}

const shape = `Write one document such as
  {
    "language": "en",
    "tasks": { "order-status": ["where is my order", "track my parcel"], "booking": ["book a table"] },
    "negatives": ["tell me a joke"],
    "messages": ["where's my parcel?"]
  }
"negatives" may be left out; everything else is needed.`;

import type { Verdict } from '@ambit/core/scope/verdict';
import { z } from 'zod';
import { CommandMistake } from './read-business.ts';

const Line = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  lang: z.string().optional(),
});

/**
 * One line of output for each line of input, in order: `{id,text,lang?}` → `{id,zone,task,score,language}`.
 * Throws a `CommandMistake` naming the first line that is no such message.
 */
export async function* judgeLines(
  lines: AsyncIterable<string>,
  judge: (text: string, language: string | undefined) => Promise<Verdict>,
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    const { id, text, lang } = parseLine(line, number);
    const { zone, task, score, language } = await judge(text, lang);
    yield JSON.stringify({ id, zone, task: task ?? null, score: rounded(score), language: language ?? null });
  }
}

export function rounded(score: number): number {
  return Number(score.toFixed(6));
}

function parseLine(line: string, number: number): z.infer<typeof Line> {
  try {
    return Line.parse(JSON.parse(line));
  } catch (cause) {
    throw new CommandMistake(
      `Line ${number} of the input is no message; write {"id": "1", "text": "where is my order"}, with "lang" if it is known`,
      { cause },
    );
  }
}

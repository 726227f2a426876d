import { z } from 'zod';

const AskedToWrite = z.object({ reviewed: z.string(), evidence: z.array(z.unknown()) });
const AskedToChoose = z.object({
  message: z.string(),
  tasks: z.array(z.object({ id: z.string(), title: z.string() })),
});
const Input = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' });
    return z.NEVER;
  }
});

/** Said when it is not sure: it is no task, so the customer is asked. */
const unsure = 'NO_ANSWER';
const mostCharacters = /at most (\d+) characters/;

/**
 * What a model says that does as it is told and makes nothing up. A message is the reviewed sentence in words of one
 * paragraph; a task is chosen when the message has all words of its title. `instructions` and `input` are a prompt's.
 */
export function obligingAnswer({
  instructions,
  input,
}: {
  readonly instructions: string;
  readonly input: string;
}): string {
  const asked = Input.safeParse(input).data;
  const write = AskedToWrite.safeParse(asked);
  if (write.success) {
    const most = Number(mostCharacters.exec(instructions)?.[1] ?? 1_000);
    return inOneParagraph(write.data.reviewed, most);
  }
  const choose = AskedToChoose.safeParse(asked);
  const choice = choose.success ? chosen(choose.data) : undefined;
  return choice === undefined ? unsure : JSON.stringify({ choice });
}

/** As many whole sentences as there is room for. */
function inOneParagraph(text: string, most: number): string {
  const sentences = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)].map(
    ({ segment }) => segment.replaceAll(/\s+/gu, ' ').trim(),
  );
  let said = '';
  for (const sentence of sentences.filter((each) => each !== '')) {
    const longer = said === '' ? sentence : `${said} ${sentence}`;
    if (longer.length > most) break;
    said = longer;
  }
  return said === '' ? unsure : said;
}

function chosen({ message, tasks }: z.output<typeof AskedToChoose>): string | undefined {
  const said = new Set(wordsOf(message));
  const fitting = tasks.filter(({ title }) => wordsOf(title).every((word) => said.has(word)));
  return fitting.length === 1 ? fitting[0]?.id : undefined;
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

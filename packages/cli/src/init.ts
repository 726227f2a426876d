import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { styleText } from 'node:util';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { packOf } from '@ambit/core/business/task-pack';
import { initialFiles, type InitAnswers } from './init-files.ts';
import { headingsIn } from './init-locale.ts';
import { initQuestions, listOf, type InitKey, type InitQuestion } from './init-questions.ts';
import { isErrorWithCode, readInstalledPacks } from './lint-read.ts';

/** `given`: what the flags answer. `ask`: puts a question to whoever types; undefined in a script. */
export type InitRequest = {
  readonly folder: string;
  readonly given: Readonly<Partial<Record<InitKey, string | undefined>>>;
  readonly ask: ((question: string) => Promise<string>) | undefined;
  readonly say: (line: string) => void;
};

/**
 * `ambit init`: makes the folder of a business that starts as it stands. It writes into a folder that is
 * new or empty, and nothing at all unless every answer can be taken. Returns the exit code.
 */
export async function init({ folder, given, ask, say }: InitRequest): Promise<number> {
  if (!(await isFree(folder))) {
    say(`${folder} is there already, and not an empty folder; name one that does not exist yet`);
    return 1;
  }
  const packs = await readInstalledPacks();
  const names = [...new Set([...packs.keys()].flatMap((file) => packOf(file)?.name ?? []))];
  const questions = initQuestions(names);
  const answers = await collect(questions, { given, ask, say });
  if (answers === undefined) return 1;
  const files = initialFiles(answers);
  const parsed = parseBusinessFiles(new Map([...packs, ...files]));
  if (parsed.kind === 'problems') {
    for (const problem of parsed.problems) say(describeProblem(problem, folder));
    say('Nothing was written.');
    return 1;
  }
  await write(folder, files);
  say(nextSteps(folder, answers, [...files.keys()]));
  return 0;
}

/** Asks in a terminal, one line each. Throws when it is closed instead. */
export async function askInTerminal(question: string): Promise<string> {
  const closed = new AbortController();
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.once('close', () => {
    closed.abort();
  });
  try {
    return await terminal.question(question, { signal: closed.signal });
  } catch (cause) {
    throw new Error('the questions were left, so nothing was written', { cause });
  } finally {
    terminal.close();
  }
}

/** All answers, or undefined when one cannot be taken and nobody is there to give another. */
async function collect(
  questions: readonly InitQuestion[],
  { given, ask, say }: Pick<InitRequest, 'given' | 'ask' | 'say'>,
): Promise<InitAnswers | undefined> {
  const answered = new Map<InitKey, string>();
  let isComplete = true;
  for (const question of questions) {
    const { key, flag } = question;
    const usual = question.usual(answered);
    const flagged = given[key]?.trim();
    const wrong = flagged === undefined ? undefined : question.objection(flagged, answered);
    if (flagged !== undefined && wrong === undefined) answered.set(key, flagged);
    else if (ask !== undefined) {
      if (wrong !== undefined) say(`${flag}: ${wrong}`);
      answered.set(key, await askUntilFit(question, answered, { ask, say }));
    } else if (flagged === undefined && usual !== undefined) answered.set(key, usual);
    else {
      say(`${flag}: ${wrong ?? `there is no usual answer to "${question.asks}"; give one`}`);
      isComplete = false;
    }
  }
  if (!isComplete) return undefined;
  const of = (key: InitKey): string => answered.get(key) ?? '';
  return {
    name: of('name'),
    purpose: of('purpose'),
    vertical: of('vertical'),
    country: of('country'),
    languages: listOf(of('languages')),
    currency: of('currency'),
    timeZone: of('timeZone'),
    hours: of('hours'),
    phone: of('phone'),
    email: of('email'),
    tasks: listOf(of('tasks')),
  };
}

async function askUntilFit(
  question: InitQuestion,
  answered: ReadonlyMap<InitKey, string>,
  { ask, say }: { readonly ask: (question: string) => Promise<string>; readonly say: (line: string) => void },
): Promise<string> {
  const usual = question.usual(answered);
  const hint = usual === undefined || usual === '' ? '' : styleText('dim', ` [${usual}]`);
  for (;;) {
    const typed = (await ask(`${question.asks}${hint} `)).trim();
    const answer = typed === '' ? (usual ?? '') : typed;
    const wrong = question.objection(answer, answered);
    if (wrong === undefined) return answer;
    say(`  ${styleText('yellow', wrong)}`);
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (cause) {
    if (isErrorWithCode(cause) && cause.code === 'ENOENT') return true;
    if (isErrorWithCode(cause) && cause.code === 'ENOTDIR') return false;
    throw cause;
  }
}

async function write(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of files) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
  }
}

function nextSteps(
  folder: string,
  { name, hours, timeZone, languages }: InitAnswers,
  files: readonly string[],
): string {
  return [
    `${styleText('green', '✓')} ${name} is in ${folder}:`,
    ...files.map((file) => `    ${file}`),
    `Its hours are Monday to Friday, ${hours} in ${timeZone}; change them, and what it may answer, in these files.`,
    'Next:',
    `    npm run -s ambit -- lint ${folder}`,
    `    npm run -s say -- --business ${folder} "${headingsIn(languages[0] ?? 'en').open}"`,
    `    AMBIT_BUSINESS=${folder} npm start`,
    'docs/guide/business.md describes every field.',
  ].join('\n');
}

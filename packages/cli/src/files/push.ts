import { resolve } from 'node:path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import type { PublishOutcome } from '@ambit/sdk/business-version';
import { lintFolder } from '../lint-folder.ts';
import { countRows, describeKept } from '../tables/describe-changes.ts';
import { compareFiles, countChanges } from './compare-files.ts';
import { connectDesk } from './connect-desk.ts';
import { countRowChanges } from './count-rows.ts';
import { readFolderFiles, toBase64 } from './folder-files.ts';
import { readPublishedFiles } from './published-files.ts';

/** `ask`: puts a question to whoever types; undefined in a script, which has to say `yes`. */
export type PushOptions = {
  readonly folder: string | undefined;
  readonly note: string;
  readonly yes: boolean;
  readonly json: boolean;
  readonly ask: ((question: string) => Promise<string>) | undefined;
};

type Told = PublishOutcome | { readonly kind: 'left' };

/** `ambit push`: publishes a folder as the next version. Returns the exit code: 0 when it is what is published now. */
export async function push(options: PushOptions): Promise<number> {
  const desk = connectDesk();
  const folder = resolve(options.folder ?? desk.business);
  const tell = (line: string): void => {
    if (!options.json) process.stdout.write(`${line}\n`);
  };
  const outcome = await publish(options, desk, folder, tell);
  if (options.json) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else tell(sayOutcome(outcome, folder));
  return outcome.kind === 'published' || outcome.kind === 'same' ? 0 : 1;
}

async function publish(
  { note, yes, ask }: PushOptions,
  desk: ReturnType<typeof connectDesk>,
  folder: string,
  tell: (line: string) => void,
): Promise<Told> {
  const blocking = (await lintFolder(folder)).problems.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0) return { kind: 'refused', problems: blocking };
  const files = await readFolderFiles(folder);
  const published = await readPublishedFiles(desk);
  const { version } = published;
  const changes = compareFiles(published.files, files);
  if (published.files.size > 0 && changes.length === 0) return { kind: 'same', version };
  for (const change of changes) {
    const rows = countRowChanges(change);
    tell(`  ${change.kind}: ${change.path}${rows === undefined ? '' : ` (${rows})`}`);
  }
  if (!yes) {
    if (ask === undefined)
      throw new Error('Nothing was published: nobody is there to ask; look at "ambit diff" and say --yes');
    const answer = await ask(`Publish this on top of version ${version} (${countChanges(changes)})? [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) return { kind: 'left' };
  }
  return desk.client.publish({ files: toBase64(files), onTopOf: version, note });
}

function sayOutcome(outcome: Told, folder: string): string {
  switch (outcome.kind) {
    case 'published':
      return [
        `Published as version ${outcome.version}. Within five seconds every conversation gets it with its next message.`,
        ...outcome.tables.flatMap(({ table, changes }) => [
          `  ${table}: ${countRows(changes)}`,
          ...describeKept(changes),
        ]),
      ].join('\n');
    case 'same':
      return `Nothing to publish: ${folder} is what version ${outcome.version} says.`;
    case 'moved-on':
      return `Nothing was published: somebody published version ${outcome.version} meanwhile. Look at "ambit diff", then push again.`;
    case 'refused':
      return [
        ...outcome.problems.map((problem) => describeProblem(present(problem), folder)),
        'Nothing was published.',
      ].join('\n');
    case 'left':
      return 'Nothing was published.';
  }
}

type Problem = Extract<PublishOutcome, { kind: 'refused' }>['problems'][number];

function present({ line, field, ...problem }: Problem): Parameters<typeof describeProblem>[0] {
  return {
    ...problem,
    ...(line === undefined ? {} : { line }),
    ...(field === undefined ? {} : { field }),
  };
}

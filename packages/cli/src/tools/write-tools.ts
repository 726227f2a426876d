import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { declaredTools } from '@ambit/core/tool/declared-tool';
import type { ImportedTools } from '@ambit/core/tool/import/import-openapi';
import { secretsOf, secretVariable } from '@ambit/core/tool/secrets-of';
import { readFolderFiles } from '../files/folder-files.ts';

/** `into`: the folder of a business; undefined only shows the files. `replace`: files that are there may be written over. */
export type WriteTools = {
  readonly imported: ImportedTools;
  readonly into: string | undefined;
  readonly replace: boolean;
  readonly say: (line: string) => void;
};

/** Writes tools that were taken over, and says what they lack. Returns the exit code: 0 when all of them are there. */
export async function writeTools({ imported, into, replace, say }: WriteTools): Promise<number> {
  const { tools, problems } = imported;
  const before = into === undefined ? undefined : await readFolderFiles(into);
  if (into !== undefined && before?.has('business.yaml') !== true)
    throw new Error(`${into} is no business: it has no business.yaml; make one with "ambit init"`);
  const there = replace ? [] : tools.filter(({ file }) => before?.has(file) === true);
  for (const { file, text, tool } of tools) {
    if (into === undefined) say(`# ${file}\n${text}`);
    else if (there.every((each) => each.file !== file)) {
      await mkdir(dirname(join(into, file)), { recursive: true });
      await writeFile(join(into, file), text);
      say(`✓ ${join(into, file)}: ${declaredTools(tool).map(describeTool).join(', ')}`);
    }
  }
  for (const { file } of there) say(`✗ ${file}: it is there already — say --replace to write over it`);
  for (const { where, weight, message } of problems)
    say(`${weight === 'needed' ? '✗' : '!'} ${where}: ${message}${weight === 'needed' ? '' : ' — left out'}`);
  for (const secret of new Set(tools.flatMap(({ tool }) => secretsOf(tool))))
    say(`Set the secret "${secret}" once: start the server with ${secretVariable(secret)}.`);
  return there.length === 0 && problems.every(({ weight }) => weight === 'left-out') ? 0 : 1;
}

function describeTool({ name, effects }: ReturnType<typeof declaredTools>[number]): string {
  return effects === 'none' ? `${name} (changes nothing)` : `${name} (effects: ${effects})`;
}

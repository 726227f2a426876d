import type { Business } from '@ambit/core/business/business';
import type { FileProblem } from '@ambit/core/business/file-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { lintRefusal } from '@ambit/core/scope/lint-refusal';
import { addressWarnings } from './lint-addresses.ts';
import { flowWarnings } from './lint-flows.ts';
import { readForLint } from './lint-read.ts';

/** Something to mend in the files of a business. The start refuses a business with a `blocking` one. */
export type LintProblem = FileProblem & { readonly severity: 'blocking' | 'warning' };

/** What was found in one folder, file by file in the order of their lines. */
export type LintedFolder = { readonly folder: string; readonly problems: readonly LintProblem[] };

/** Reads a business's folder and says everything that is wrong with it, without a network or a database. */
export async function lintFolder(folder: string): Promise<LintedFolder> {
  const read = await readForLint(folder);
  if (read.kind === 'missing') {
    const fix = 'name the folder of a business, or make one with "ambit init"';
    const message = read.isFile ? 'this is a file, and not a folder' : 'there is no such folder';
    return { folder, problems: [{ severity: 'blocking', file: '.', message, fix }] };
  }
  const { files, unreadable, documents, passedOver } = read;
  const parsed = parseBusinessFiles(files);
  // What a parser makes of bytes that are no text says nothing.
  const isReadable = ({ file }: FileProblem): boolean => unreadable.every((each) => each.file !== file);
  const problems: readonly LintProblem[] = [
    ...[...unreadable, ...(parsed.kind === 'problems' ? parsed.problems.filter(isReadable) : [])].map(
      (each) => ({
        ...each,
        severity: 'blocking' as const,
      }),
    ),
    ...[
      ...(parsed.kind === 'parsed'
        ? [
            ...flowWarnings(files, parsed.business),
            ...addressWarnings(files, parsed.business),
            ...refusalWarnings(parsed.business),
          ]
        : []),
      ...documents.map((file) => ({
        file,
        message: 'this document is read when the business is published, and not checked here',
        fix: 'ask the agent what it says after the start',
      })),
      ...passedOver.map((file) => ({
        file,
        message: 'nothing reads this file',
        fix: 'move it out of this folder, or name it as the guide says',
      })),
    ].map((each) => ({ ...each, severity: 'warning' as const })),
  ];
  return { folder, problems: inFileOrder(problems) };
}

/** Whether what is said to anything off-topic tells what the agent does, and offers a person. */
function refusalWarnings(business: Business): readonly FileProblem[] {
  return lintRefusal(business).map(({ language, message, fix }) => ({
    file: 'business.yaml',
    field: `languages.${language}`,
    message,
    fix,
  }));
}

function inFileOrder(problems: readonly LintProblem[]): readonly LintProblem[] {
  const files = [...new Set(problems.map(({ file }) => file))];
  return files.flatMap((file) =>
    problems.filter((each) => each.file === file).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  );
}

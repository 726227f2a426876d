import type { SetUpReport } from '../set-up-report.ts';

/** A set-up report in words. */
export function reportInWords({ tasks, findings }: SetUpReport): string {
  const percent = (share: number): string => `${Math.round(100 * share)} %`.padStart(5);
  return [
    'Tasks: of their own examples, so many would be taken for them had the guard never seen them',
    ...tasks.map(({ task, language, examples, accuracy, confusedWith }) => {
      const others = confusedWith.map((other) => `${other.task} (${other.examples.length})`).join(', ');
      return `  ${percent(accuracy)}  ${task} in ${language}, ${examples} examples${others === '' ? '' : `; taken for ${others}`}`;
    }),
    '',
    findings.length === 0 ? 'Nothing to mend.' : 'To mend',
    ...findings.map((finding) => {
      switch (finding.kind) {
        case 'few-examples':
          return `  ${finding.task}: ${finding.count} examples in ${finding.language}: ${finding.fix}`;
        case 'confused':
          return `  ${finding.task} is confused with ${finding.with} in ${finding.language} ("${finding.example}"): ${finding.fix}`;
        case 'general-accepted':
          return `  "${finding.message}" would be accepted for ${finding.task}: ${finding.fix}`;
      }
    }),
  ].join('\n');
}

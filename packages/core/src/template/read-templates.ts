import { fieldName, type FileProblem } from '../business/file-problem.ts';
import { readYaml } from '../business/read-yaml.ts';
import { BusinessTemplate } from './business-template.ts';
import { checkTemplate } from './check-template.ts';

export function isTemplateFile(file: string): boolean {
  return /^templates\/[^/]+\.yaml$/.test(file);
}

/** Reads every `templates/*.yaml`, one template each, and says what Meta would refuse, by line and field. `linkHosts`: where links may lead. */
export function readTemplates(
  files: ReadonlyMap<string, string>,
  linkHosts?: readonly string[],
): {
  readonly templates: readonly BusinessTemplate[];
  readonly problems: readonly FileProblem[];
} {
  const problems: FileProblem[] = [];
  const templates: BusinessTemplate[] = [];
  const named = [...files].filter(([file]) => isTemplateFile(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, text] of named) {
    const { value, problems: found, lineOf } = readYaml(file, text, BusinessTemplate);
    problems.push(...found);
    if (value === undefined) continue;
    const repeated = templates.some(({ name }) => name === value.name)
      ? [
          {
            path: ['name'],
            message: `there is another template "${value.name}"`,
            fix: 'give each a name of its own',
          },
        ]
      : [];
    problems.push(
      ...[...repeated, ...checkTemplate(value, linkHosts)].map(({ path, message, fix }) => ({
        file,
        line: lineOf(path),
        field: fieldName(path),
        message,
        fix,
      })),
    );
    templates.push(value);
  }
  return { templates, problems };
}

import { fieldName, type FileProblem } from '../business/file-problem.ts';
import { readYaml } from '../business/read-yaml.ts';
import { declaredTools, ToolFile } from './declared-tool.ts';

/** Reads every `tools/*.yaml` of a business and checks them against each other. */
export function readTools(files: ReadonlyMap<string, string>): {
  readonly tools: readonly ToolFile[];
  readonly problems: readonly FileProblem[];
} {
  const problems: FileProblem[] = [];
  const read = [...files]
    .filter(([file]) => isToolFile(file))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) => {
      const { value, problems: found, lineOf } = readYaml(file, text, ToolFile);
      problems.push(...found);
      return value === undefined ? [] : [{ file, value, lineOf }];
    });
  const effectsOf = new Map(
    read.flatMap(({ value }) => declaredTools(value).map(({ name, effects }) => [name, effects])),
  );
  const fileOf = new Map<string, string>();
  for (const { file, value, lineOf } of read) {
    for (const [index, { name, requires }] of declaredTools(value).entries()) {
      const at = value.kind === 'http' ? [] : ['tools', index];
      const note = (field: string, message: string, fix: string): void => {
        const path = [...at, field];
        problems.push({ file, line: lineOf(path), field: fieldName(path), message, fix });
      };
      const before = fileOf.get(name);
      if (before === undefined) fileOf.set(name, file);
      else note('name', `"${name}" is already a tool in ${before}`, 'give each tool its own name');
      if (requires === undefined) continue;
      const effects = effectsOf.get(requires);
      if (effects === undefined)
        note(
          'requires',
          `there is no tool "${requires}"`,
          'name a tool of this business that changes nothing',
        );
      else if (effects !== 'none')
        note('requires', `"${requires}" changes something itself`, 'name a tool with "effects: none"');
    }
  }
  return { tools: read.map(({ value }) => value), problems };
}

export function isToolFile(file: string): boolean {
  return /^tools\/[^/]+\.yaml$/.test(file);
}

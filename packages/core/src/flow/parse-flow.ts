import type { FileProblem } from '../business/file-problem.ts';
import { fieldName } from '../business/file-problem.ts';
import { readYaml } from '../business/read-yaml.ts';
import { suggestion } from '../business/did-you-mean.ts';
import { Flow } from './flow.ts';
import { edgesOf } from './flow-node.ts';

/** A flow read from its file, or every problem that was found in it. */
export type ParsedFlow =
  | { readonly kind: 'parsed'; readonly flow: Flow; lineOf(node: string): number }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/**
 * Reads one flow from the text of its YAML file. `file`: its path, for the problems. Whether the
 * graph makes sense is for `validateFlow`; this says whether every part of it can be read, ids are
 * unique, and edges lead to nodes that are there.
 */
export function parseFlow(file: string, text: string): ParsedFlow {
  const { value, problems, lineOf } = readYaml(file, text, Flow);
  if (value === undefined || problems.length > 0) return { kind: 'problems', problems };
  const ids = value.nodes.map(({ id }) => id);
  const found = value.nodes.flatMap((node, index): readonly FileProblem[] => {
    const note = (path: readonly PropertyKey[], message: string, fix: string): FileProblem => {
      const whole = ['nodes', index, ...path];
      return { file, line: lineOf(whole), field: fieldName(whole), message, fix };
    };
    return [
      ...(ids.indexOf(node.id) < index
        ? [note(['id'], `"${node.id}" is already the id of another node`, 'give each node its own id')]
        : []),
      ...(node.id.includes('/')
        ? [note(['id'], `"${node.id}" has a "/" in it`, 'use lower-case words joined by "-"')]
        : []),
      ...edgesOf(node)
        .filter(([, target]) => !ids.includes(target))
        .map(([outcome, target]) =>
          note(['to', outcome], `there is no node "${target}"`, suggestion(target, ids)),
        ),
    ];
  });
  if (found.length > 0) return { kind: 'problems', problems: found };
  const line = (node: string): number => lineOf(['nodes', ids.indexOf(node), 'id']);
  return { kind: 'parsed', flow: value, lineOf: line };
}

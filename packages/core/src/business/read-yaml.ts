import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node } from 'yaml';
import type { z } from 'zod';
import { suggestion } from './did-you-mean.ts';
import { fieldName } from './file-problem.ts';
import type { FileProblem, FileReading } from './file-problem.ts';
import { explainIssue } from './explain-issue.ts';
import { unknownKeys } from './unknown-keys.ts';

/** A YAML file read by a schema. `lineOf` finds the line of a value, or of what would contain it. */
export type YamlReading<T> = FileReading<T> & { readonly lineOf: (path: readonly PropertyKey[]) => number };

/** Reads one YAML file strictly: syntax, schema and keys the schema does not know, all with their lines. */
export function readYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): YamlReading<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line);
  const contents = document.contents;
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(contents, path));
  // What a parser stumbles over after its first mistake is most often no mistake of its own.
  const syntax = [...document.errors, ...document.warnings].slice(0, 1).map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    message: `this is not valid YAML: ${error.message}`,
    fix: 'correct the YAML here; indent with spaces and quote text that contains ": " or " #"',
  }));
  if (syntax.length > 0) return { value: undefined, problems: syntax, lineOf };

  const plain = plainValue(document);
  if (plain.kind === 'unresolved') {
    const problem = {
      file,
      line: 1,
      message: plain.why,
      fix: 'write the value out instead of using "&" and "*"',
    };
    return { value: undefined, problems: [problem], lineOf };
  }
  const raw = plain.value;
  const result = schema.safeParse(raw, { reportInput: true });
  const found = result.error?.issues ?? [];
  const issues = found.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? []
      : [{ file, line: lineOf(issue.path), field: fieldName(issue.path), ...explainIssue(issue) }],
  );
  const unknown = unknownKeys(raw, schema, found).map(({ path, known }) => ({
    file,
    line: lineOf(path),
    field: fieldName(path),
    message: 'there is no such field',
    fix: known.length === 0 ? 'correct its name, or take it out' : suggestion(String(path.at(-1)), known),
  }));
  const problems: readonly FileProblem[] = [...issues, ...unknown].toSorted((a, b) => a.line - b.line);
  return { value: result.data, problems, lineOf };
}

type PlainValue =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'unresolved'; readonly why: string };

/** Aliases are resolved only here; one that points nowhere, or a bomb of them, throws a ReferenceError. */
function plainValue(document: Document): PlainValue {
  try {
    return { kind: 'value', value: document.toJS() };
  } catch (cause) {
    if (cause instanceof ReferenceError) return { kind: 'unresolved', why: cause.message };
    throw cause;
  }
}

function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === String(key));
      if (pair === undefined) return offset;
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq<Node>(node) && typeof key === 'number') {
      const item = node.items[key];
      if (item === undefined) return offset;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else return offset;
  }
  return offset;
}

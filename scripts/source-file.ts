import { parseSync, Visitor } from 'vite';

/** Something in a file that a rule may forbid; `line` counts from 1. */
type Finding = { readonly what: Found; readonly line: number };
export type Found =
  | 'default-export'
  | 'export-all'
  | 'async'
  | 'Promise'
  | 'Date.now'
  | 'Math.random'
  | 'new Date()'
  | 'timer'
  | 'process.env';

/** `typeOnly`: nothing of it is left at run time. */
export type ImportStatement = {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
};

/** What the checks need to know of one file. `onlyReexports`: it defines nothing of its own. */
export type SourceFile = {
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly ImportStatement[];
  readonly findings: readonly Finding[];
  readonly onlyReexports: boolean;
};

const timers = new Set(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']);

/** Parses a TypeScript file (with oxc, which vite brings along). Throws if it does not parse. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path} does not parse: ${error.message}`);
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const findings: Finding[] = [];
  const imports: ImportStatement[] = [];
  const found = (what: Found, { start }: { start: number }): void => {
    findings.push({ what, line: lineAt(start) });
  };
  const asyncFunction = (node: { async: boolean; start: number }): void => {
    if (node.async) found('async', node);
  };
  new Visitor({
    ExportDefaultDeclaration: (node) => found('default-export', node),
    ExportAllDeclaration: (node) => found('export-all', node),
    FunctionDeclaration: asyncFunction,
    FunctionExpression: asyncFunction,
    ArrowFunctionExpression: asyncFunction,
    AwaitExpression: (node) => found('async', node),
    Identifier: (node) => {
      if (node.name === 'Promise') found('Promise', node);
      if (timers.has(node.name)) found('timer', node);
    },
    MemberExpression: (node) => {
      const member = text.slice(node.start, node.end).replaceAll(/\s|\?/g, '');
      if (/^(globalThis\.)?Date\.now$/.test(member)) found('Date.now', node);
      if (/^(globalThis\.)?Math\.random$/.test(member)) found('Math.random', node);
      if (/^(globalThis\.)?process\.env$/.test(member)) found('process.env', node);
    },
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        found('new Date()', node);
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') found('new Date()', node);
    },
    ImportExpression: (node) => {
      const { source } = node;
      if (source.type === 'Literal' && typeof source.value === 'string')
        imports.push({ specifier: source.value, line: lineAt(node.start), typeOnly: false });
    },
    TSImportType: (node) => {
      imports.push({ specifier: node.source.value, line: lineAt(node.start), typeOnly: true });
    },
  }).visit(program);
  for (const { moduleRequest, start, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every(({ isType }) => isType);
    imports.push({ specifier: moduleRequest.value, line: lineAt(start), typeOnly });
  }
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, start, isType } of entries)
      if (moduleRequest !== null)
        imports.push({ specifier: moduleRequest.value, line: lineAt(start), typeOnly: isType });
  return {
    path,
    lines: text.trimEnd().split('\n').length,
    imports,
    findings,
    onlyReexports:
      program.body.length > 0 &&
      program.body.every(
        (node) =>
          node.type === 'ExportAllDeclaration' ||
          node.type === 'ImportDeclaration' ||
          (node.type === 'ExportNamedDeclaration' && node.declaration === null),
      ) &&
      program.body.some((node) => node.type !== 'ImportDeclaration'),
  };
}

import { stringify } from 'yaml';
import type { McpServer } from '../declared-tool.ts';
import { readTools } from '../read-tools.ts';
import type { ImportedTools } from './import-openapi.ts';
import { toolNameFor, type ImportProblem } from './import-problem.ts';
import { outputsOf, parametersOf, type NoteProblem, type Written } from './import-schema.ts';
import { readSchema } from './json-schema.ts';

/** A tool as an MCP server lists it. */
export type ListedMcpTool = {
  readonly name: string;
  readonly description: string;
  readonly inputSchema: unknown;
  readonly outputSchema: unknown;
};

/**
 * Makes one tool file of tools that a server lists, picked one by one. What a server says of a tool's effects is not
 * taken over: each is `once` until somebody who knows it says otherwise. `name`: of the file.
 */
export function importMcp(
  name: string,
  server: McpServer['server'],
  listed: readonly ListedMcpTool[],
  picked: readonly string[],
): ImportedTools {
  const problems: ImportProblem[] = [];
  const tools = picked.flatMap((id): readonly Written[] => {
    const found = listed.find((each) => each.name === id);
    if (found === undefined) {
      problems.push({ where: id, weight: 'needed', message: 'the server has no such tool' });
      return [];
    }
    const before = problems.length;
    const note: NoteProblem = (place, weight, message) => {
      problems.push({ where: place === '' ? id : `${id} ${place}`, weight, message });
    };
    const pick = writePick(found, note);
    return problems.slice(before).some(({ weight }) => weight === 'needed') ? [] : [pick];
  });
  if (tools.length === 0) return { tools: [], problems };
  const file = `tools/${toolNameFor(name)}.yaml`;
  const text = stringify({ kind: 'mcp', server, tools });
  const checked = readTools(new Map([[file, text]]));
  problems.push(
    ...checked.problems.map(({ field = file, message }) => ({
      where: field,
      weight: 'needed' as const,
      message,
    })),
  );
  const [tool] = checked.tools;
  return { tools: tool === undefined || checked.problems.length > 0 ? [] : [{ file, text, tool }], problems };
}

function writePick(found: ListedMcpTool, note: NoteProblem): Written {
  const input = readSchema(found.inputSchema, found.inputSchema);
  const output = readSchema(found.outputSchema, found.outputSchema);
  const parameters = Object.fromEntries(
    parametersOf(
      flat(input, found.inputSchema, note),
      found.inputSchema,
      (place, ...rest) => note(`/inputSchema${place}`, ...rest),
      (pointer) => ({ as: pointer.slice(1).replaceAll('~1', '/').replaceAll('~0', '~') }),
    ),
  );
  const outputs =
    found.outputSchema === undefined
      ? { text: { type: 'text', at: '/text', required: false } }
      : outputsOf(output, found.outputSchema, (place, ...rest) => note(`/outputSchema${place}`, ...rest));
  return {
    name: toolNameFor(found.name),
    ...(found.description === '' ? {} : { description: found.description.slice(0, 500) }),
    tool: found.name,
    effects: 'once',
    parameters,
    answers: [Object.keys(outputs).length === 0 ? { kind: 'answered' } : { kind: 'answered', outputs }],
  };
}

/** Arguments that are groups of their own cannot be said. */
function flat(input: ReturnType<typeof readSchema>, document: unknown, note: NoteProblem): typeof input {
  const simple = Object.entries(input.properties).filter(([name, property]) => {
    if (readSchema(property, document).types[0] !== 'object') return true;
    const weight = input.required.includes(name) ? 'needed' : 'left-out';
    note(`/inputSchema/${name}`, weight, 'an argument that is a group cannot be a parameter');
    return false;
  });
  return { ...input, properties: Object.fromEntries(simple) };
}

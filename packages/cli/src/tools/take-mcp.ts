import { suggestion } from '@ambit/core/business/did-you-mean';
import { McpServer } from '@ambit/core/tool/declared-tool';
import { importMcp } from '@ambit/core/tool/import/import-mcp';
import { connectDesk } from '../files/connect-desk.ts';
import { writeTools } from './write-tools.ts';

/**
 * `server`: where it listens (`url`), or the program and its arguments. `given`: headers or variables of its
 * environment as `name=value`; secrets by name (`authorization=secret:clinic`). `picked`: none lists its tools.
 */
export type TakeMcpRequest = {
  readonly name: string;
  readonly server:
    | { readonly kind: 'http'; readonly url: string }
    | { readonly kind: 'stdio'; readonly program: readonly string[] };
  readonly given: readonly string[];
  readonly picked: readonly string[];
  readonly into: string | undefined;
  readonly replace: boolean;
  readonly say: (line: string) => void;
};

/** `ambit tools mcp`: makes a tool file of tools of an MCP server, which the running server asks. Returns the exit code. */
export async function takeMcp(request: TakeMcpRequest): Promise<number> {
  const { name, picked, into, replace, say } = request;
  const server = serverOf(request);
  const look = await connectDesk().client.lookAtMcp({ server });
  if (look.kind === 'failed') {
    say(`The MCP server could not be asked: ${look.why}`);
    return 1;
  }
  const listed = look.tools.map(({ inputSchema, outputSchema, ...tool }) => ({
    ...tool,
    inputSchema,
    outputSchema,
  }));
  if (picked.length === 0) {
    for (const tool of listed) say(`${tool.name}${tool.description === '' ? '' : `  ${tool.description}`}`);
    say('Name those to take over with --pick, and the business with --into.');
    return 0;
  }
  const names = listed.map((tool) => tool.name);
  const { tools, problems } = importMcp(name, McpServer.shape.server.parse(server), listed, picked);
  const imported = {
    tools,
    problems: problems.map((problem) =>
      problem.message === 'the server has no such tool'
        ? { ...problem, message: `${problem.message}; ${suggestion(problem.where, names)}` }
        : problem,
    ),
  };
  for (const text of openSecrets(request.given)) say(text);
  return writeTools({ imported, into, replace, say });
}

/** Who writes a token where its name belongs has it in a file, and in every version that is published. */
function openSecrets(given: readonly string[]): readonly string[] {
  return given
    .map((each) => each.split('='))
    .filter(
      ([name = '', value = '']) =>
        /auth|token|key|secret|password/i.test(name) && !value.startsWith('secret:'),
    )
    .map(
      ([name = '']) =>
        `! ${name}: its value stands in the file as it is; name a secret instead, such as ${name}=secret:${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`,
    );
}

function serverOf({
  server,
  given,
}: TakeMcpRequest): Record<string, string | string[] | Record<string, string>> {
  const named = Object.fromEntries(
    given.map((each) => {
      const [name = '', ...rest] = each.split('=');
      if (name === '' || rest.length === 0) throw new Error(`"${each}" is not of the form name=value`);
      return [name, rest.join('=')];
    }),
  );
  if (server.kind === 'http') return { kind: 'http', url: server.url, headers: named };
  const [command = '', ...rest] = server.program;
  return { kind: 'stdio', command, arguments: rest, environment: named };
}

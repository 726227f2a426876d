import type { Command } from 'commander';

const usageError = 2;

/** `ambit tools`: what the business declares, trying one, and taking tools over from elsewhere. */
export function addToolCommands(program: Command): void {
  const tools = program.command('tools').description("calls to the business's own systems");

  tools
    .command('list', { isDefault: true })
    .description('show what the published business declares')
    .option('--json', 'print one JSON document and nothing else')
    .action(async (options: { json?: true }) => {
      const { listTools } = await import('./list-tools.ts');
      process.exitCode = await listTools(options.json ?? false);
    });

  tools
    .command('try')
    .description(
      'make one real call from the running server, and show what was sent, what came back and what a flow gets',
    )
    .argument('<tool>', 'which one, by its name')
    .argument('[inputs...]', 'what it takes, as name=value')
    .option('--folder <folder>', 'try the tools of this folder instead of the published ones')
    .option('--phone <number>', 'of the customer it is asked for')
    .option('--yes', 'it may change something')
    .option('--json', 'print one JSON document and nothing else')
    .action(
      async (
        name: string,
        given: readonly string[],
        options: { folder?: string; phone?: string; yes?: true; json?: true },
      ) => {
        const { tryTool } = await import('./try-tool.ts');
        process.exitCode = await tryTool({
          name,
          given,
          folder: options.folder,
          phone: options.phone,
          mayChange: options.yes ?? false,
          json: options.json ?? false,
        });
      },
    );

  tools
    .command('openapi')
    .description('make tools of operations of an OpenAPI 3 document; without operations, list them')
    .argument('<document>', 'a file or a web address, JSON or YAML')
    .argument('[operations...]', 'which ones, by operation id or as "GET /orders/{id}"')
    .option('--into <folder>', 'the business to write them to; left out, they are only shown')
    .option('--base-url <url>', 'where the document names no host')
    .option('--replace', 'write over files that are there')
    .action(
      async (
        document: string,
        picked: readonly string[],
        options: { into?: string; baseUrl?: string; replace?: true },
      ) => {
        const { takeOpenApi } = await import('./take-openapi.ts');
        process.exitCode = await takeOpenApi({
          document,
          picked,
          into: options.into,
          baseUrl: options.baseUrl,
          replace: options.replace ?? false,
          say: (line) => process.stdout.write(`${line}\n`),
        });
      },
    );

  tools
    .command('mcp')
    .description(
      'make a tool file of tools of an MCP server, which the running server asks; without --pick, list them',
    )
    .argument('<name>', 'what the file is called')
    .argument('[program...]', 'after "--", the program that is the server, with its arguments')
    .option('--url <url>', 'where the server listens, if it is no program')
    .option(
      '--with <name=value...>',
      'headers, or variables of its environment; secrets by name, as token=secret:clinic',
    )
    .option('--pick <tools...>', 'which of its tools')
    .option('--into <folder>', 'the business to write the file to; left out, it is only shown')
    .option('--replace', 'write over a file that is there')
    .action(
      async (
        name: string,
        started: readonly string[],
        options: {
          url?: string;
          with?: readonly string[];
          pick?: readonly string[];
          into?: string;
          replace?: true;
        },
        command: Command,
      ) => {
        if ((options.url === undefined) === (started.length === 0))
          command.error('error: name either --url, or the program after "--"', { exitCode: usageError });
        const { takeMcp } = await import('./take-mcp.ts');
        process.exitCode = await takeMcp({
          name,
          server:
            options.url === undefined
              ? { kind: 'stdio', program: started }
              : { kind: 'http', url: options.url },
          given: options.with ?? [],
          picked: options.pick ?? [],
          into: options.into,
          replace: options.replace ?? false,
          say: (line) => process.stdout.write(`${line}\n`),
        });
      },
    );
}

import { text } from 'node:stream/consumers';
import { styleText } from 'node:util';
import { RequestFailed } from '@ambit/sdk/request-failed';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import type { InitKey } from './init-questions.ts';
import { restore } from './restore.ts';
import { say } from './say.ts';
import { start } from './start.ts';
import type { SuggestionsRequest } from './suggestions.ts';
import { addToolCommands } from './tools/add-tool-commands.ts';

const usageError = 2;

type InitFlags = Partial<Record<Exclude<InitKey, 'languages' | 'tasks'>, string>> & {
  readonly languages?: readonly string[];
  readonly task?: readonly string[];
  readonly yes?: true;
};

type ImportFlags = {
  readonly replace?: true;
  readonly removeAll?: true;
  readonly skipBad?: true;
  readonly dryRun?: true;
  readonly json?: true;
};

function versionNumber(given: string): number {
  if (!/^[1-9]\d{0,8}$/.test(given)) throw new InvalidArgumentError('It must be the number of a version.');
  return Number(given);
}

const program = new Command('ambit')
  .description(
    'A self-hosted platform for WhatsApp business agents that cannot become general-purpose chatbots.',
  )
  .showHelpAfterError()
  .exitOverride();

program
  .command('start')
  .description('start the server, its PostgreSQL and a simulated phone, and keep them running')
  .action(async () => {
    process.exitCode = await start();
  });

program
  .command('say')
  .description(
    'write to the business as a simulated customer, on a throw-away database, and show what comes back',
  )
  .argument(
    '[messages...]',
    'what the customer writes, one message each; "/tap 2" taps the second button of the last reply; "-" reads messages from standard input, one a line',
  )
  .option('--json', 'print one JSON document and nothing else')
  .option(
    '--business <folder>',
    'the folder of the business to write to (default: AMBIT_BUSINESS, or the example shop)',
  )
  .option('--as <customer>', 'who writes: maya, tom, noor or priya', 'maya')
  .action(
    async (
      given: readonly string[],
      options: { json?: true; business?: string; as: string },
      command: Command,
    ) => {
      const read = given.length === 1 && given[0] === '-' ? (await text(process.stdin)).split('\n') : given;
      const messages = read.map((line) => line.trim()).filter((line) => line !== '');
      if (messages.length === 0)
        command.error('error: there is nothing to say; give at least one message', { exitCode: usageError });
      process.exitCode = await say({
        messages,
        json: options.json ?? false,
        business: options.business,
        customer: options.as,
      });
    },
  );

program
  .command('backup')
  .description('keep the database of the running server in a file, while it goes on')
  .argument('<file>', 'the file to write; it must not exist')
  .action(async (file: string) => {
    process.exitCode = await backup(file);
  });

program
  .command('restore')
  .description('fill the empty database of a data folder from a backup; the server must not run')
  .argument('<file>', 'a file that backup has written')
  .action(async (file: string) => {
    process.exitCode = await restore(file);
  });

program
  .command('doctor')
  .description('look at this machine and the running server, and say what to mend')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (options: { json?: true }) => {
    process.exitCode = await doctor({ json: options.json ?? false });
  });

program
  .command('lint')
  .description('say what is wrong with the files of a business, without starting anything')
  .argument('[folders...]', 'folders of businesses (default: AMBIT_BUSINESS, or the example shop)')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (folders: readonly string[], options: { json?: true }) => {
    // The rules of a business are large, and the other commands need none of them.
    const { lint } = await import('./lint.ts');
    process.exitCode = await lint({ folders, json: options.json ?? false });
  });

program
  .command('test')
  .description('play scenarios against a business, on a throw-away database with simulated phones')
  .argument(
    '[paths...]',
    'folders of businesses, or files of scenarios (default: AMBIT_BUSINESS, or the example shop)',
  )
  .option('--only <words>', 'only scenarios whose name has these words')
  .option('--model', 'let a stand-in for a language model phrase all that a model may phrase')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (paths: readonly string[], options: { only?: string; model?: true; json?: true }) => {
    const [{ testBusiness }, { readEnvironment }] = await Promise.all([
      import('./scenario/test-business.ts'),
      import('./environment.ts'),
    ]);
    const environment = readEnvironment();
    process.exitCode = await testBusiness({
      paths: paths.length === 0 ? [environment.business] : paths,
      only: options.only,
      model: options.model ?? false,
      json: options.json ?? false,
      inherited: environment.inherited,
    });
  });

program
  .command('diff')
  .description('show how the files of a business differ from what the running server has published')
  .argument('[folder]', 'the folder of the business (default: AMBIT_BUSINESS, or the example shop)')
  .option('--against <version>', 'compare with this version instead of the newest', versionNumber)
  .option('--json', 'print one JSON document and nothing else')
  .action(async (folder: string | undefined, options: { against?: number; json?: true }) => {
    const { diff } = await import('./files/diff.ts');
    process.exitCode = await diff({ folder, against: options.against, json: options.json ?? false });
  });

program
  .command('push')
  .description('publish the files of a business as the next version of the running server')
  .argument('[folder]', 'the folder of the business (default: AMBIT_BUSINESS, or the example shop)')
  .option('--note <text>', 'why, for people', '')
  .option('--yes', 'ask nothing')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (folder: string | undefined, options: { note: string; yes?: true; json?: true }) => {
    const [{ push }, { askInTerminal }] = await Promise.all([import('./files/push.ts'), import('./init.ts')]);
    process.exitCode = await push({
      folder,
      note: options.note,
      yes: options.yes ?? false,
      json: options.json ?? false,
      ask: process.stdin.isTTY && options.json !== true ? askInTerminal : undefined,
    });
  });

program
  .command('pull')
  .description('make a folder hold the files of what the running server has published')
  .argument('[folder]', 'the folder of the business (default: AMBIT_BUSINESS, or the example shop)')
  .option('--from <version>', 'an older version instead of the newest', versionNumber)
  .option('--yes', 'overwrite what is there without asking')
  .action(async (folder: string | undefined, options: { from?: number; yes?: true }) => {
    const [{ pull }, { askInTerminal }] = await Promise.all([import('./files/pull.ts'), import('./init.ts')]);
    process.exitCode = await pull({
      folder,
      version: options.from,
      yes: options.yes ?? false,
      ask: process.stdin.isTTY ? askInTerminal : undefined,
    });
  });

program
  .command('import')
  .description('read files (CSV or JSON) into a table of the running server: all of their lines, or none')
  .argument('<table>', 'orders, catalogue, resources, appointments, customers or subscriptions')
  .argument('<files...>', 'for orders also the files of their items and events')
  .option('--replace', 'also remove what an earlier file brought and this one has not')
  .option('--remove-all', 'with --replace: also when the files have no row, so that nothing stays')
  .option('--skip-bad', 'take the good lines and leave the bad ones out')
  .option('--dry-run', 'only say what would happen')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (given: string, files: readonly string[], options: ImportFlags, command: Command) => {
    const [{ importTable }, { ImportTable }, { askInTerminal }] = await Promise.all([
      import('./tables/import-table.ts'),
      import('@ambit/sdk/table-import'),
      import('./init.ts'),
    ]);
    const table = ImportTable.safeParse(given);
    if (!table.success)
      command.error(`error: the table must be one of ${ImportTable.options.join(', ')}`, {
        exitCode: usageError,
      });
    else if (options.removeAll === true && options.replace !== true)
      command.error('error: --remove-all says something only beside --replace', { exitCode: usageError });
    else
      process.exitCode = await importTable({
        table: table.data,
        files,
        replace: options.replace ?? false,
        removeAll: options.removeAll ?? false,
        skipBad: options.skipBad ?? false,
        dryRun: options.dryRun ?? false,
        json: options.json ?? false,
        progress: process.stderr.isTTY,
        ask: process.stdin.isTTY && options.json !== true ? askInTerminal : undefined,
      });
  });

program
  .command('catalogue')
  .description("the business's catalogue")
  .command('drift')
  .description("read the catalogue at Meta and show how it differs from the business's")
  .option('--json', 'print one JSON document and nothing else')
  .action(async (options: { json?: true }) => {
    const { showCatalogueDrift } = await import('./tables/catalogue-drift.ts');
    process.exitCode = await showCatalogueDrift(options.json ?? false);
  });

program
  .command('orders')
  .description('what the business says of its orders')
  .command('set-paid')
  .description('say that the money of an order has come; its customer is told once')
  .argument('<number>', 'the number of the order')
  .addOption(new Option('--unpaid', 'say that it has not come after all').conflicts('refunded'))
  .option('--refunded', 'say that it was given back')
  .action(async (orderNumber: string, options: { unpaid?: true; refunded?: true }) => {
    const { setPayment } = await import('./tables/set-payment.ts');
    const status = options.refunded === true ? 'refunded' : options.unpaid === true ? 'unpaid' : 'paid';
    process.exitCode = await setPayment(orderNumber, status);
  });

const sites = program.command('websites').description('the web sites that the agent answers from');

sites
  .command('list', { isDefault: true })
  .description('show what was taken from them')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (options: { json?: true }) => {
    const { listWebsites } = await import('./websites.ts');
    process.exitCode = await listWebsites(options.json ?? false);
  });

sites
  .command('crawl')
  .description('look at them now')
  .argument('[site]', 'only this one, by its id')
  .action(async (site: string | undefined) => {
    const { crawlWebsites } = await import('./websites.ts');
    process.exitCode = await crawlWebsites(site);
  });

addToolCommands(program);

const asked = program
  .command('suggestions')
  .description('questions that customers asked and the knowledge has no answer to');

asked
  .command('list', { isDefault: true })
  .description('show them, the most asked first')
  .option('--status <status>', 'open, approved or declined', 'open')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (options: { status: string; json?: true }, command: Command) => {
    const { status } = options;
    if (status !== 'open' && status !== 'approved' && status !== 'declined')
      command.error('error: the status must be open, approved or declined', { exitCode: usageError });
    else await suggest({ kind: 'list', status }, options.json);
  });

asked
  .command('approve')
  .description('answer one: from then on the agent says so')
  .argument('<number>', 'which one, as list shows it')
  .argument('<answer>', 'what the agent says')
  .option('--question <text>', 'how the question reads from then on')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (id: string, answer: string, { question, json }: { question?: string; json?: true }) => {
    await suggest({ kind: 'approve', id, answer, ...(question === undefined ? {} : { question }) }, json);
  });

asked
  .command('decline')
  .description('put one away')
  .argument('<number>', 'which one, as list shows it')
  .option('--json', 'print one JSON document and nothing else')
  .action(async (id: string, { json }: { json?: true }) => {
    await suggest({ kind: 'decline', id }, json);
  });

async function suggest(request: SuggestionsRequest, json: true | undefined): Promise<void> {
  const { suggestions } = await import('./suggestions.ts');
  process.exitCode = await suggestions(request, json ?? false);
}

program
  .command('init')
  .description('make the folder of a business, by a few questions; flags answer them beforehand')
  .argument('<folder>', 'where to make it; it must be new or empty')
  .option('--name <text>', 'what the business is called')
  .option('--purpose <text>', 'what it is and what its agent is for, 20 to 600 characters')
  .option('--vertical <word>', 'what kind of business it is, such as retail')
  .option('--country <code>', 'two letters, such as US')
  .option('--languages <codes...>', 'what its customers write, such as en es')
  .option('--currency <code>', 'three letters, such as USD')
  .option('--time-zone <name>', 'such as America/New_York')
  .option('--hours <from-to>', 'when people answer, Monday to Friday, such as 09:00-18:00')
  .option('--phone <number>', 'which number reaches people')
  .option('--email <address>', 'which address reaches people')
  .option('--task <packs...>', 'what its agent may do, by task packs, such as support human')
  .option('--yes', 'ask nothing; take what is usual for what no flag answers')
  .action(async (folder: string, { yes, ...flags }: InitFlags) => {
    const { askInTerminal, init } = await import('./init.ts');
    const { task, languages, ...texts } = flags;
    const lists = { languages: languages?.join(' '), tasks: task?.join(' ') };
    process.exitCode = await init({
      folder,
      given: { ...texts, ...lists },
      ask: yes === true || !process.stdin.isTTY ? undefined : askInTerminal,
      say: (line) => process.stdout.write(`${line}\n`),
    });
  });

try {
  await program.parseAsync();
} catch (cause) {
  if (cause instanceof CommanderError) {
    process.exitCode = cause.exitCode === 0 ? 0 : usageError;
  } else {
    const told = cause instanceof Error ? cause.message : String(cause);
    const message = cause instanceof RequestFailed ? cause.says : told;
    process.stderr.write(
      `${styleText('red', 'Ambit could not go on:', { stream: process.stderr })} ${message}\n`,
    );
    process.exitCode = 1;
  }
}

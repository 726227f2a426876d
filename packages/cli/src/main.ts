import { text } from 'node:stream/consumers';
import { styleText } from 'node:util';
import { Command, CommanderError } from 'commander';
import { backup } from './backup.ts';
import { doctor } from './doctor.ts';
import { restore } from './restore.ts';
import { say } from './say.ts';
import { start } from './start.ts';

const usageError = 2;

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

try {
  await program.parseAsync();
} catch (cause) {
  if (cause instanceof CommanderError) {
    process.exitCode = cause.exitCode === 0 ? 0 : usageError;
  } else {
    const message = cause instanceof Error ? cause.message : String(cause);
    process.stderr.write(
      `${styleText('red', 'Ambit could not go on:', { stream: process.stderr })} ${message}\n`,
    );
    process.exitCode = 1;
  }
}

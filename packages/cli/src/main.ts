import { Command } from 'commander';
import { styleText } from 'node:util';
import { start } from './start.ts';

const program = new Command('ambit')
  .description(
    'A self-hosted platform for WhatsApp business agents that cannot become general-purpose chatbots.',
  )
  .showHelpAfterError();

program
  .command('start')
  .description('start the server, its PostgreSQL and a simulated phone, and keep them running')
  .action(async () => {
    process.exitCode = await start();
  });

try {
  await program.parseAsync();
} catch (cause) {
  const message = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`${styleText('red', 'Ambit could not go on:')} ${message}\n`);
  process.exitCode = 1;
}

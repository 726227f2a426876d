import { createGuard } from './create-guard.ts';
import { guardDefinition } from './guard-definition.ts';
import { readExampleShop } from './testing/example-shop.ts';

/** Judges the messages given on the command line for the example shop. */
const guard = createGuard(guardDefinition(readExampleShop().business));
for (const text of process.argv.slice(2)) {
  process.stdout.write(`${text}\n  ${JSON.stringify(guard.judge(text, { language: 'en' }))}\n`);
}

import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readTestYaml } from '../read-test-yaml.ts';

const Turn = z.object({ text: z.string(), foreign: z.boolean() });
const Attack = z.union([
  z.object({ kind: z.string(), turns: z.array(Turn).min(2) }),
  z.object({
    kind: z.string(),
    text: z.string(),
    rest: z.string().optional(),
    says: z.string().optional(),
    'hidden-by': z.string().optional(),
  }),
]);
const Suite = z.object({ messages: z.array(Attack) });

const Bar = z.object({ overall: z.number().min(0).max(1), 'any-language': z.number().min(0).max(1) });
const PassBar = z.object({ 'false-accepts': Bar, 'false-refusals': Bar });

/** The shares of messages that may go wrong, over all and in the worst language. */
export type PassBar = z.infer<typeof PassBar>;

/**
 * What somebody tries with a business. `turns`: one message, or a conversation of which the foreign
 * ones are none of the business's. `rest`: that part of a mixed message which is not.
 */
export type RedTeamCase = {
  readonly kind: string;
  readonly language: string;
  readonly turns: readonly z.infer<typeof Turn>[];
  readonly rest?: string;
};

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Every case of every language. */
export function readSuite(): readonly RedTeamCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && name !== barFile)
    .flatMap((name) => {
      const language = basename(name, '.yaml');
      return readTestYaml(join(folder, name), Suite).messages.map((attack): RedTeamCase => {
        if ('turns' in attack) return { kind: attack.kind, language, turns: attack.turns };
        const { kind, text, rest } = attack;
        const turns = [{ text, foreign: true }];
        return rest === undefined ? { kind, language, turns } : { kind, language, turns, rest };
      });
    });
}

const barFile = 'pass-bar.yaml';

/** What is good enough. */
export function readPassBar(): PassBar {
  return readTestYaml(join(folder, barFile), PassBar);
}

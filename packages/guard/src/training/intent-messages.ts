import { readFileSync } from 'node:fs';
import type { TrainingMessage } from './training-messages.ts';

/** The files of `intents/`, by who is written to; what is said to both teaches nothing about that. */
const files = {
  business: ['services', 'money-and-shops', 'around-town'],
  general: ['assistants', 'at-home'],
  both: ['talk'],
} as const;

/** The English messages of `intents/`, by "domain: intent". */
export function intentMessages(): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.values(files).flatMap((names) => names.flatMap((name) => [...readIntents(name)])));
}

/** Those that are written to businesses or to general assistants. */
export function sidedIntentMessages(): readonly TrainingMessage[] {
  return (['business', 'general'] as const).flatMap((of) =>
    files[of].flatMap((name) =>
      [...readIntents(name)].flatMap(([kind, texts]) =>
        texts.map((text) => ({ text, business: of === 'business', source: 'written', kind }) as const),
      ),
    ),
  );
}

function readIntents(file: string): ReadonlyMap<string, readonly string[]> {
  const byIntent = new Map<string, string[]>();
  let messages: string[] = [];
  for (const line of readFileSync(new URL(`intents/${file}.txt`, import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('# ')) byIntent.set(line.slice(2), (messages = []));
    else if (line !== '') messages.push(line);
  }
  return byIntent;
}

import type { Asker } from '@ambit/core/tool/asker';
import type { ToolOutcome } from '../ports/tools.ts';

const mostKept = 1_000;

/** Answers of one tool, each for as long as the tool says. */
export type AnswerCache = {
  find(input: Readonly<Record<string, string>>, asker: Asker): ToolOutcome | undefined;
  keep(input: Readonly<Record<string, string>>, asker: Asker, outcome: ToolOutcome): void;
};

/** Keeps answers in memory, the newest thousand. `inputs`: the names of those that make a difference. */
export function createAnswerCache(options: {
  seconds: number;
  per: 'contact' | 'everyone';
  inputs: readonly string[];
  monotonicMs: () => number;
}): AnswerCache {
  const { seconds, per, inputs, monotonicMs } = options;
  const kept = new Map<string, { outcome: ToolOutcome; until: number }>();

  /** A number may go to another person, so all that is known of the asker makes a difference. */
  function keyOf(input: Readonly<Record<string, string>>, { contactId, phone, bsuid }: Asker): string {
    const whose = per === 'everyone' ? [] : [contactId, phone ?? null, bsuid ?? null];
    return JSON.stringify([...whose, ...inputs.map((name) => input[name] ?? null)]);
  }

  return {
    find(input, asker) {
      const key = keyOf(input, asker);
      const found = kept.get(key);
      if (found === undefined) return undefined;
      if (found.until > monotonicMs()) return found.outcome;
      kept.delete(key);
      return undefined;
    },
    keep(input, asker, outcome) {
      const key = keyOf(input, asker);
      kept.delete(key);
      kept.set(key, { outcome, until: monotonicMs() + seconds * 1_000 });
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Words in a row that are the instructions' own, not a phrase that happens to be the same. */
const ownWords = 7;

const markers =
  /<\|[^|]*\|>|\{\{[^}]*\}\}|\[\/?INST\]|\b(?:system prompt|my instructions|as an ai language model|tool_call|function_call|knowledge cutoff|BEGIN[_ ]PASSAGE)\b/i;

/** What was meant for the model and not for a customer, if the text holds any. `internal`: the instructions. */
export function internalTextIn(text: string, internal: readonly string[]): string | undefined {
  const marker = markers.exec(text)?.[0];
  if (marker !== undefined) return `holds "${marker}"`;
  const words = wordsOf(text);
  const runs = new Set(internal.flatMap((instructions) => runsOf(wordsOf(instructions))));
  return runsOf(words).find((run) => runs.has(run)) === undefined
    ? undefined
    : 'repeats the instructions it was given';
}

function runsOf(words: readonly string[]): readonly string[] {
  return words.slice(ownWords - 1).map((_, n) => words.slice(n, n + ownWords).join(' '));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

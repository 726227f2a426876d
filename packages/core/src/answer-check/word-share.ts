import { foldLetters } from '../scope/checks/checked-words.ts';

/** Words of one text, by their beginnings, so that "returning" is "return"; Chinese by pairs of signs. */
function stemsIn(text: string): ReadonlySet<string> {
  const folded = foldLetters(text.normalize('NFKC').toLowerCase());
  const words = folded.match(/(?:(?!\p{Script=Han})[\p{L}\p{M}]){4,}/gu) ?? [];
  const pairs = (folded.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return new Set([...words.map((word) => word.slice(0, 5)), ...pairs]);
}

/** How much of what a text says is said in the others too, from 0 to 1; short words do not count. */
export function wordShare(text: string, others: readonly string[]): number {
  const stems = stemsIn(text);
  if (stems.size === 0) return 1;
  const known = stemsIn(others.join('\n'));
  return [...stems].filter((stem) => known.has(stem)).length / stems.size;
}

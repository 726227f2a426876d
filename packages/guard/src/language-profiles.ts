/** How often letter groups of 1 to 3 and words occur in each language, as logarithms; one row a group. */
export type Profiles = {
  readonly rows: ReadonlyMap<string, number>;
  readonly logs: Float32Array;
  /** The logarithm for a group that a language has never seen. */
  readonly unseen: readonly number[];
  /** What was read of words before. */
  readonly words: Map<string, WordLogs>;
};

/** What a word's groups say. `groups`: how many there are; `known`: by language, the sum of the logarithms of those that are known. */
type WordLogs = { readonly groups: number; readonly unknown: number; readonly known: Float64Array };

const smoothing = 0.3;
const assumedGroups = 20_000;
/** So many words are remembered; memory is bounded. */
const mostRemembered = 4_000;

/** `samples`: of each language what is written in it. */
export function countGroups(samples: readonly (readonly string[])[]): Profiles {
  const width = samples.length;
  const rows = new Map<string, number>();
  const counted: Uint16Array[] = [];
  const totals = samples.map((texts, language) => {
    let total = 0;
    for (const text of texts) {
      for (const group of wordsOf(text).flatMap(groupsOf)) {
        const row = rows.get(group) ?? rows.size;
        rows.set(group, row);
        const counts = counted[row] ?? new Uint16Array(width);
        counted[row] = counts;
        counts[language] = (counts[language] ?? 0) + 1;
        total += 1;
      }
    }
    return total + smoothing * assumedGroups;
  });
  const logs = new Float32Array(rows.size * width);
  for (const [row, counts] of counted.entries())
    for (const [language, count] of counts.entries())
      logs[row * width + language] = Math.log((count + smoothing) / (totals[language] ?? 1));
  return { rows, logs, unseen: totals.map((total) => Math.log(smoothing / total)), words: new Map() };
}

/** For each of some languages, how well a text fits it. Overlapping groups repeat letters; the root takes that back. */
export function likelihoods(
  profiles: Profiles,
  text: string,
  languages: readonly number[],
): readonly number[] {
  const words = wordsOf(text).map((word) => logsOf(profiles, word));
  let [groups, unknown] = [0, 0];
  for (const word of words) {
    groups += word.groups;
    unknown += word.unknown;
  }
  return languages.map((language) => {
    let sum = unknown * (profiles.unseen[language] ?? 0);
    for (const { known } of words) sum += known[language] ?? 0;
    return sum / Math.sqrt(Math.max(1, groups));
  });
}

function logsOf({ rows, logs, unseen, words }: Profiles, word: string): WordLogs {
  const ready = words.get(word);
  if (ready !== undefined) return ready;
  const width = unseen.length;
  const groups = groupsOf(word);
  const known = new Float64Array(width);
  let unknown = 0;
  for (const group of groups) {
    const row = rows.get(group);
    if (row === undefined) unknown += 1;
    else
      for (let language = 0; language < width; language += 1)
        known[language] = (known[language] ?? 0) + (logs[row * width + language] ?? 0);
  }
  const made = { groups: groups.length, unknown, known };
  if (words.size < mostRemembered) words.set(word, made);
  return made;
}

const longestLooked = 200;

/** Those that have letters, from the beginning of the text. */
function wordsOf(text: string): readonly string[] {
  const beginning = text.normalize('NFKC').toLowerCase().slice(0, longestLooked);
  return (beginning.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? []).filter((word) => /\p{L}/u.test(word));
}

/** A word counts twice. */
function groupsOf(word: string): readonly string[] {
  const groups = [`w:${word}`, `w:${word}`];
  const padded = ` ${word} `;
  for (let size = 1; size <= 3; size += 1)
    for (let start = 0; start + size <= padded.length; start += 1)
      groups.push(padded.slice(start, start + size));
  return groups;
}

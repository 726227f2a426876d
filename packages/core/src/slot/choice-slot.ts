import { cutWhole } from '../message/split-text.ts';
import { plainWords } from './plain-words.ts';
import { withAsciiDigits } from './digits.ts';
import type { SlotCandidate, SlotType, SlotValue } from './slot-type.ts';

/** One of the things a customer may choose. `says`: other words for it, in any language. */
export type SlotChoice = {
  readonly value: SlotValue;
  readonly title: string;
  readonly says?: readonly string[];
};

/**
 * One of a few things, named by its title, by other words for it, or by its place in the list
 * ("2"). A word that two choices share is ambiguous.
 */
export function choiceSlot(choices: readonly SlotChoice[]): SlotType {
  const named = choices.map((choice) => ({
    choice,
    names: [choice.title, ...(choice.says ?? [])].map(plainWords).filter((name) => name !== ''),
  }));
  return {
    name: 'choice',
    findsInside: true,
    read(text) {
      const written = plainWords(text);
      if (written === '') return { kind: 'not-this' };
      const exact = named.filter(({ names }) => names.includes(written));
      const [only] = exact;
      if (only !== undefined && exact.length === 1) return filled(only.choice, true);
      const bare = withoutAround(written);
      const almost = exact.length > 0 ? [] : named.filter(({ names }) => names.includes(bare));
      const [alone] = almost;
      if (alone !== undefined && almost.length === 1) return filled(alone.choice, true);
      const place = /^\d{1,2}$/.test(withAsciiDigits(written))
        ? choices[Number(withAsciiDigits(written)) - 1]
        : undefined;
      if (place !== undefined && exact.length === 0) return filled(place, true);
      const inside = exact.length > 1 ? exact : named.filter(({ names }) => names.some(within(written)));
      const [one, two] = inside;
      if (one === undefined) return { kind: 'not-this' };
      if (two === undefined) return filled(one.choice, false);
      return { kind: 'ambiguous', choices: inside.slice(0, 3).map(({ choice }) => candidate(choice)) };
    },
  };
}

/** Without what people write around an answer: "maybe next week", "la próxima semana creo". */
function withoutAround(written: string): string {
  const words = written.split(' ');
  const isAround = (word: string | undefined): boolean => word !== undefined && around.has(word);
  let [from, to] = [0, words.length];
  while (from < to - 1 && isAround(words[from])) from += 1;
  while (to - 1 > from && isAround(words[to - 1])) to -= 1;
  return words.slice(from, to).join(' ');
}

const around: ReadonlySet<string> = new Set(
  [
    'maybe perhaps probably around about like say i guess think in on by within for the um uh well hmm please pls sometime hopefully ideally it is its would be we need it id prefer then or so thanks ok okay yes',
    'quizas quizá quizás tal vez creo como para en el la por favor seria sería mas más o menos pues gracias sí si lo necesito',
    'talvez acho que para pra em na no por favor seria mais ou menos obrigado obrigada preciso eu',
    'peut être je pense pour dans en vers le la svp plutôt environ merci il me faut ce serait',
    'mungkin kayaknya sekitar di pada untuk buat ya kak deh sih tolong aja saja kira kira butuh perlu',
    'शायद करीब को में तक के लिए जी हाँ चाहिए',
    'shayad karib ko mein me tak ke liye ji haan chahiye',
    'ربما ممكن يمكن تقريبا في من فضلك حوالي خلال',
  ]
    .flatMap((line) => line.split(' '))
    .map(plainWords),
);

/** The choices that a longer text names, by title or by other words for them; never by their place. */
export function namedIn<T extends SlotChoice>(choices: readonly T[], text: string): readonly T[] {
  const written = plainWords(text);
  return choices.filter(({ title, says = [] }) =>
    [title, ...says].map(plainWords).some((name) => name !== '' && within(written)(name)),
  );
}

function filled(choice: SlotChoice, whole: boolean) {
  return { kind: 'filled', value: choice.value, shown: choice.title, whole } as const;
}

function candidate({ value, title }: SlotChoice): SlotCandidate {
  return { value, title: cutWhole(title, 20) };
}

/** Whole words only, except in scripts that write none apart. */
function within(text: string): (name: string) => boolean {
  return (name) => (/\p{Script=Han}/u.test(name) ? text.includes(name) : ` ${text} `.includes(` ${name} `));
}

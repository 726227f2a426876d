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
  return { value, title: title.slice(0, 20) };
}

/** Whole words only, except in scripts that write none apart. */
function within(text: string): (name: string) => boolean {
  return (name) => (/\p{Script=Han}/u.test(name) ? text.includes(name) : ` ${text} `.includes(` ${name} `));
}

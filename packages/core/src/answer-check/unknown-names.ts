import { foldLetters } from '../scope/checks/checked-words.ts';

/** A word with a capital where no sentence, line or quotation begins. */
const name = /(?<=[\p{Ll}\p{N},;)]['’]?\s)\p{Lu}[\p{L}\p{M}'’-]+/gu;

/** Capitals that name nobody: days and months are looked at as dates, the rest is manners. */
const harmless = new Set(
  [
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
    'lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'segunda terca quarta quinta sexta domingo janeiro fevereiro marco maio junho julho setembro outubro novembro dezembro',
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    'senin selasa rabu kamis jumat sabtu minggu januari februari maret april mei juni juli agustus september oktober november desember',
    'whatsapp anda kakak kak bapak ibu sir madam usted senor senora monsieur madame ok am pm',
  ]
    .join(' ')
    .split(' '),
);

/**
 * Names an answer speaks of that nobody gave it: another customer's, or one it made up. Only scripts
 * with capitals show them. `known`: the evidence, the customer's own words, the business's name.
 */
export function unknownNames(answer: string, known: readonly string[]): readonly string[] {
  const plain = (text: string): string => foldLetters(text.normalize('NFKC').toLowerCase());
  const words = new Set(known.flatMap((text) => plain(text).match(/[\p{L}\p{M}]+/gu) ?? []));
  return [...answer.matchAll(name)]
    .map(([found]) => found)
    .filter((found) =>
      (plain(found.replace(/['’]s$/u, '')).match(/[\p{L}\p{M}]{2,}/gu) ?? []).some(
        (word) => !words.has(word) && !harmless.has(word),
      ),
    );
}

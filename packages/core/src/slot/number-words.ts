/**
 * A text with its numbers of a hundred and more in digits: "two hundred and fifty" is 250, "doscientos" 200, "dua ratus
 * ribu" 200000. Smaller ones stay words. `text`: folded. `leastWords`: of so many words at least, since one alone may
 * be part of a name.
 */
export function withNumberWords(text: string, leastWords = 1): string {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)];
  let written = '';
  let from = 0;
  for (let at = 0; at < words.length; at += 1) {
    const end = endOfNumber(text, words, at);
    const run = words.slice(at, end);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    const said = run.map(([word]) => word);
    const big = said.some((word) => (parts.get(word)?.value ?? 0) >= 100);
    // "Mille" and "cent" alone are words of other things, too.
    const bare = said.length === 1 && said[0] !== 'mil' && parts.get(said[0] ?? '')?.times === true;
    if (!big || bare || said.length < leastWords || /\d[\s.,-]*$/u.test(text.slice(0, first.index))) continue;
    written += `${text.slice(from, first.index)}${valueOf(said)}`;
    from = last.index + last[0].length;
    at = end - 1;
  }
  return written + text.slice(from);
}

/** The number words from a place on that stand together, without an "and" at their end. */
function endOfNumber(text: string, words: readonly RegExpExecArray[], start: number): number {
  let end = start;
  for (let at = start; at < words.length; at += 1) {
    const word = words[at];
    const before = words[at - 1];
    if (word === undefined) break;
    const gap =
      at === start || before === undefined ? '' : text.slice(before.index + before[0].length, word.index);
    if (gap !== '' && !/^[ -]$/u.test(gap)) break;
    if (joins.has(word[0]) && at > start) continue;
    const part = parts.get(word[0]);
    const article = articles.has(word[0]) && at === start;
    if (article) {
      const next = parts.get(words[at + 1]?.[0] ?? '');
      if (next?.times !== true) break;
      continue;
    }
    if (part === undefined) break;
    end = at + 1;
  }
  return end;
}

function valueOf(words: readonly string[]): number {
  let total = 0;
  let current = 0;
  for (const word of words) {
    const part = parts.get(word);
    if (part === undefined) continue;
    if (!part.times) current += part.value;
    else if (part.value === 100) current = Math.max(1, current) * 100;
    else {
      total += Math.max(1, current) * part.value;
      current = 0;
    }
  }
  return total + current;
}

type Part = { readonly value: number; readonly times: boolean };

const joins: ReadonlySet<string> = new Set(['and', 'y', 'e', 'et']);
const articles: ReadonlySet<string> = new Set(['a', 'an']);

const added: readonly string[] = [
  'one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90',
  'un 1 una 1 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 quince 15 veinte 20 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900',
  'um 1 uma 1 dois 2 duas 2 quatro 4 sete 7 oito 8 nove 9 dez 10 quinze 15 vinte 20 trinta 30 quarenta 40 cinquenta 50 oitenta 80 cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 quinhentos 500 quinhentas 500 seiscentos 600 setecentos 700 oitocentos 800 novecentos 900',
  'une 1 deux 2 trois 3 quatre 4 cinq 5 sept 7 huit 8 neuf 9 dix 10 vingt 20 trente 30 quarante 40 cinquante 50 soixante 60',
  'satu 1 dua 2 tiga 3 empat 4 lima 5 enam 6 tujuh 7 delapan 8 sembilan 9 sepuluh 10 seratus 100 seribu 1000',
  'ek 1 do 2 teen 3 char 4 paanch 5 panch 5 chhe 6 saat 7 aath 8 nau 9 das 10',
  'एक 1 दो 2 तीन 3 चार 4 पांच 5 पाँच 5 छह 6 सात 7 आठ 8 नौ 9 दस 10',
  'مئه 100 مائه 100 ميه 100 مئتين 200 مائتين 200 ميتين 200 ثلاثمئه 300 اربعمئه 400 خمسمئه 500 ستمئه 600 سبعمئه 700 ثمانمئه 800 تسعمئه 900',
];
const multiplied =
  'hundred 100 thousand 1000 cent 100 cents 100 mil 1000 mille 1000 ratus 100 ribu 1000 sau 100 सौ 100 hazar 1000 hazaar 1000 हजार 1000';

const parts: ReadonlyMap<string, Part> = new Map([
  ...added.flatMap((line) => pairsOf(line, false)),
  ...pairsOf(multiplied, true),
]);

function pairsOf(line: string, times: boolean): readonly (readonly [string, Part])[] {
  const words = line.split(' ');
  return words.flatMap((word, at) =>
    at % 2 === 0 ? [[word, { value: Number(words[at + 1]), times }] as const] : [],
  );
}

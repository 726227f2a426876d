/** What a word does in a number: `add` its value, make a `teen` of the word before, or multiply what stands before. */
export type NumeralPart = { readonly kind: 'add' | 'teen' | 'times'; readonly value: number };

/** The number words of a language. `joins`: stand between two of them; `articles`: mean one, before the first. */
export type Numerals = {
  readonly parts: ReadonlyMap<string, NumeralPart>;
  readonly joins: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
};

/** Number words by language, without accents. */
export const numerals: readonly Numerals[] = [
  language(
    'one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred x100 thousand x1000',
    ['and'],
    ['a', 'an'],
  ),
  language(
    'un 1 una 1 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiun 21 veintiuno 21 veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 mil x1000',
    ['y'],
  ),
  language(
    'um 1 uma 1 dois 2 duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 dezoito 18 dezenove 19 dezanove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 seiscentas 600 setecentos 700 setecentas 700 oitocentos 800 oitocentas 800 novecentos 900 novecentas 900 mil x1000',
    ['e'],
  ),
  language(
    'un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 nonante 90 cent x100 cents x100 mille x1000',
    ['et'],
  ),
  language(
    'satu 1 dua 2 tiga 3 empat 4 lima 5 enam 6 tujuh 7 delapan 8 sembilan 9 sepuluh 10 sebelas 11 seratus 100 belas +10 puluh x10 ratus x100 ribu x1000 seribu x1000 juta x1000000',
  ),
  language(
    'ek 1 do 2 teen 3 char 4 paanch 5 panch 5 chhe 6 saat 7 aath 8 nau 9 das 10 gyarah 11 barah 12 terah 13 chaudah 14 pandrah 15 solah 16 satrah 17 atharah 18 unnis 19 bees 20 pachees 25 pachis 25 tees 30 chalis 40 pachas 50 sau x100 hazar x1000 hazaar x1000',
  ),
  language(
    'एक 1 दो 2 तीन 3 चार 4 पांच 5 पाँच 5 छह 6 सात 7 आठ 8 नौ 9 दस 10 ग्यारह 11 बारह 12 तेरह 13 चौदह 14 पंद्रह 15 पन्द्रह 15 सोलह 16 सत्रह 17 अठारह 18 उन्नीस 19 बीस 20 पच्चीस 25 तीस 30 चालीस 40 पचास 50 साठ 60 सत्तर 70 अस्सी 80 नब्बे 90 सौ x100 हजार x1000',
  ),
  language(
    'مئه 100 مئة 100 مائه 100 مائة 100 ميه 100 مئتين 200 مائتين 200 ميتين 200 ثلاثمئه 300 اربعمئه 400 خمسمئه 500 ستمئه 600 سبعمئه 700 ثمانمئه 800 تسعمئه 900',
  ),
];

/** `pairs`: each word with what it adds, "+10" for what makes a teen, "x100" for what multiplies. */
function language(pairs: string, joins: readonly string[] = [], articles: readonly string[] = []): Numerals {
  const parts = [...pairs.matchAll(/(\S+) ([+x]?)(\d+)/gu)].map(
    ([, word = '', sign, value]): readonly [string, NumeralPart] => [
      word,
      { kind: sign === '+' ? 'teen' : sign === 'x' ? 'times' : 'add', value: Number(value) },
    ],
  );
  return { parts: new Map(parts), joins: new Set(joins), articles: new Set(articles) };
}

/** Number words from 2 on, by language; what also means something else ("neuf", "once" in English) is left out. */
const byLanguage: Readonly<Record<string, string>> = {
  en: 'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 fifteen=15 twenty=20 thirty=30 fifty=50 hundred=100',
  es: 'dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 quince=15 veinte=20 treinta=30 cincuenta=50 cien=100',
  pt: 'dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 quinze=15 vinte=20 trinta=30 cinquenta=50 cem=100',
  fr: 'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 dix=10 onze=11 douze=12 quinze=15 vingt=20 trente=30 cinquante=50 cent=100',
  id: 'dua=2 tiga=3 empat=4 lima=5 enam=6 tujuh=7 delapan=8 sembilan=9 sepuluh=10 sebelas=11 seratus=100',
  hi: 'दो=2 तीन=3 चार=4 पांच=5 पाँच=5 छह=6 सात=7 आठ=8 नौ=9 दस=10 बारह=12 पंद्रह=15 बीस=20 तीस=30 पचास=50',
  'hi-Latn': 'teen=3 paanch=5 saat=7 aath=8 das=10 barah=12 pandrah=15 bees=20 tees=30',
  ar: 'يومين=2 يومان=2 ثلاثة=3 ثلاث=3 أربعة=4 أربع=4 خمسة=5 خمس=5 ستة=6 سبعة=7 ثمانية=8 تسعة=9 عشرة=10 عشرين=20 ثلاثين=30',
};

const chineseDigits = '零一二三四五六七八九十';

const words: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  Object.entries(byLanguage).map(([language, list]) => [
    language,
    new Map(
      list.split(' ').map((pair): readonly [string, number] => {
        const [word = '', value = ''] = pair.split('=');
        return [word, Number(value)];
      }),
    ),
  ]),
);

/** The number words in a text of one language. Chinese ones count before a measure word of time, money or pieces. */
export function numberWordsIn(text: string, language: string): readonly { text: string; value: number }[] {
  if (language === 'zh')
    return [
      ...text.matchAll(
        /(两|[二三四五六七八九]?十[一二三四五六七八九]?|[二三四五六七八九])(?=个|天|日|周|小时|分钟|元|块|件|次|份|位)/gu,
      ),
    ].map(([found]) => ({ text: found, value: chineseValue(found) }));
  const known = words.get(language);
  if (known === undefined) return [];
  return [...text.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)].flatMap(([word]) => {
    const value = known.get(word);
    return value === undefined ? [] : [{ text: word, value }];
  });
}

function chineseValue(text: string): number {
  if (text === '两') return 2;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['0', text];
  const digit = (sign: string): number => Math.max(0, chineseDigits.indexOf(sign));
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones);
}

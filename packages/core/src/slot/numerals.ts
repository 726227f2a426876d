/**
 * What a word does in a number: `add` its value, make a `teen` of the word before, or multiply what stands before
 * (`times`). `tail`: a ten behind its ones (Arabic); `whole`: thousands by itself; `more`: so much more of the next
 * hundred or thousand (Hindi "sadhe teen sau" is 350).
 */
export type NumeralPart = {
  readonly kind: 'add' | 'teen' | 'times' | 'tail' | 'whole' | 'more';
  readonly value: number;
};

/**
 * The number words of a language. `joins`: stand between two of them, in Arabic written on the second; `articles`:
 * mean one, before the first; `alone`: multiply, and are numbers by themselves.
 */
export type Numerals = {
  readonly language: string;
  readonly parts: ReadonlyMap<string, NumeralPart>;
  readonly joins: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly alone: ReadonlySet<string>;
};

const kinds: Readonly<Record<string, NumeralPart['kind']>> = {
  '+': 'teen',
  x: 'times',
  '^': 'tail',
  '=': 'whole',
  '~': 'more',
};

/** Number words by language, without accents, Devanagari without dots below and Arabic letters in one form. */
export const numerals: readonly Numerals[] = [
  language(
    'en',
    'one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred x100 thousand x1000 fourty 40 million x1000000',
    { joins: ['and'], articles: ['a', 'an'], alone: ['hundred'] },
  ),
  language(
    'es',
    'un 1 una 1 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiun 21 veintiuno 21 veintiuna 21 veintidos 22 veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200 trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 mil x1000 millon x1000000 millones x1000000',
    { joins: ['y'], articles: [], alone: ['mil'] },
  ),
  language(
    'pt',
    'um 1 uma 1 dois 2 duas 2 tres 3 quatro 4 cinco 5 seis 6 sete 7 oito 8 nove 9 dez 10 onze 11 doze 12 treze 13 catorze 14 quatorze 14 quinze 15 dezesseis 16 dezasseis 16 dezessete 17 dezassete 17 dezoito 18 dezenove 19 dezanove 19 vinte 20 trinta 30 quarenta 40 cinquenta 50 sessenta 60 setenta 70 oitenta 80 noventa 90 cem 100 cento 100 duzentos 200 duzentas 200 trezentos 300 trezentas 300 quatrocentos 400 quatrocentas 400 quinhentos 500 quinhentas 500 seiscentos 600 seiscentas 600 setecentos 700 setecentas 700 oitocentos 800 oitocentas 800 novecentos 900 novecentas 900 mil x1000 milhao x1000000 milhoes x1000000',
    { joins: ['e'], articles: [], alone: ['mil'] },
  ),
  language(
    'fr',
    'un 1 une 1 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 soixantaine 60 centaine 100 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 nonante 90 cent x100 cents x100 mille x1000 million x1000000',
    { joins: ['et'], articles: [], alone: ['cent'] },
  ),
  language(
    'id',
    'satu 1 dua 2 tiga 3 empat 4 lima 5 enam 6 tujuh 7 delapan 8 sembilan 9 sepuluh 10 sebelas 11 seratus 100 belas +10 puluh x10 ratus x100 ribu x1000 rebu x1000 seribu x1000 juta x1000000 sejuta x1000000 cepek 100 gopek 500 goceng =5000 ceban =10000',
    { joins: [], articles: [], alone: ['seribu', 'sejuta'] },
  ),
  language(
    'hi-Latn',
    'ek 1 do 2 teen 3 char 4 chaar 4 paanch 5 panch 5 chhe 6 chhah 6 saat 7 aath 8 nau 9 das 10 dus 10 gyarah 11 gyara 11 barah 12 terah 13 chaudah 14 chauda 14 pandrah 15 pandra 15 solah 16 satrah 17 satra 17 atharah 18 athara 18 unnis 19 unees 19 bees 20 bis 20 ikkis 21 ikkees 21 bais 22 baees 22 teis 23 teyis 23 chaubis 24 chaubees 24 pachis 25 pachees 25 chhabbis 26 chabbis 26 sattais 27 atthais 28 athais 28 untis 29 unatis 29 tees 30 tis 30 ikattis 31 battis 32 battees 32 taintis 33 tentis 33 chauntis 34 paintis 35 pentis 35 paintees 35 chhattis 36 chattis 36 saintis 37 adtis 38 artis 38 untalis 39 chalis 40 chaalis 40 chalees 40 iktalis 41 bayalis 42 taintalis 43 chavalis 44 chauvalis 44 paintalis 45 pentalis 45 paintalees 45 chhiyalis 46 saintalis 47 adtalis 48 unchas 49 pachas 50 pachaas 50 ikyavan 51 bavan 52 tirpan 53 chauvan 54 pachpan 55 chhappan 56 chappan 56 sattavan 57 atthavan 58 unsath 59 saath 60 sath 60 saatth 60 iksath 61 basath 62 tirsath 63 chaunsath 64 painsath 65 pensath 65 chhiyasath 66 sadsath 67 adsath 68 unhattar 69 sattar 70 ikhattar 71 bahattar 72 tihattar 73 chauhattar 74 pachhattar 75 pachattar 75 pichattar 75 chhihattar 76 satattar 77 athhattar 78 unyasi 79 assi 80 ikyasi 81 bayasi 82 tirasi 83 chaurasi 84 pachasi 85 chhiyasi 86 sattasi 87 atthasi 88 navasi 89 nabbe 90 nabbey 90 ikyanve 91 banve 92 tiranve 93 chauranve 94 pachanve 95 pachyanve 95 chhiyanve 96 sattanve 97 atthanve 98 ninyanve 99 ninyanbe 99 dedh 1.5 derh 1.5 dhai 2.5 dhaai 2.5 sadhe ~0.5 saadhe ~0.5 sava ~0.25 sawa ~0.25 paune ~-0.25 sau x100 hazar x1000 hazaar x1000 hajar x1000 hajaar x1000 lakh x100000 lac x100000',
    { joins: ['aur'], articles: [], alone: ['sau'] },
  ),
  language(
    'hi',
    'एक 1 दो 2 तीन 3 चार 4 पांच 5 पाँच 5 छह 6 छः 6 छे 6 सात 7 आठ 8 नौ 9 दस 10 ग्यारह 11 बारह 12 तेरह 13 चौदह 14 पंद्रह 15 पन्द्रह 15 सोलह 16 सत्रह 17 अठारह 18 उन्नीस 19 बीस 20 इक्कीस 21 बाईस 22 तेईस 23 चौबीस 24 पच्चीस 25 छब्बीस 26 सत्ताईस 27 अट्ठाईस 28 उनतीस 29 तीस 30 इकतीस 31 बत्तीस 32 तैंतीस 33 चौंतीस 34 पैंतीस 35 छत्तीस 36 सैंतीस 37 अडतीस 38 उनतालीस 39 चालीस 40 इकतालीस 41 बयालीस 42 तैंतालीस 43 चौवालीस 44 पैंतालीस 45 छियालीस 46 सैंतालीस 47 अडतालीस 48 उनचास 49 पचास 50 इक्यावन 51 बावन 52 तिरपन 53 चौवन 54 पचपन 55 छप्पन 56 सत्तावन 57 अट्ठावन 58 उनसठ 59 साठ 60 इकसठ 61 बासठ 62 तिरसठ 63 चौंसठ 64 पैंसठ 65 छियासठ 66 सडसठ 67 अडसठ 68 उनहत्तर 69 सत्तर 70 इकहत्तर 71 बहत्तर 72 तिहत्तर 73 चौहत्तर 74 पचहत्तर 75 छिहत्तर 76 सतहत्तर 77 अठहत्तर 78 उन्यासी 79 अस्सी 80 इक्यासी 81 बयासी 82 तिरासी 83 चौरासी 84 पचासी 85 छियासी 86 सत्तासी 87 अट्ठासी 88 नवासी 89 नब्बे 90 इक्यानवे 91 बानवे 92 तिरानवे 93 चौरानवे 94 पचानवे 95 पंचानवे 95 छियानवे 96 सत्तानवे 97 अट्ठानवे 98 निन्यानवे 99 निन्यानबे 99 डेढ 1.5 ढाई 2.5 साढे ~0.5 सवा ~0.25 पौने ~-0.25 सौ x100 हजार x1000 लाख x100000',
    { joins: [], articles: [], alone: ['सौ'] },
  ),
  language(
    'ar',
    'واحد 1 واحده 1 اثنين 2 اثنان 2 اتنين 2 ثلاثه 3 ثلاث 3 تلاته 3 تلات 3 اربعه 4 اربع 4 خمسه 5 خمس 5 سته 6 ست 6 سبعه 7 سبع 7 ثمانيه 8 ثماني 8 ثمان 8 تمانيه 8 تمن 8 تسعه 9 تسع 9 عشره 10 عشر 10 حداشر 11 احدعش 11 حدعش 11 اتناشر 12 اثنعش 12 اطنعش 12 طنعش 12 تلتاشر 13 ثلاثطعش 13 تلتطعش 13 اربعتاشر 14 اربعطعش 14 خمستاشر 15 خمسطعش 15 خمسطاشر 15 ستاشر 16 ستطعش 16 سبعتاشر 17 سبعطعش 17 تمنتاشر 18 ثمنطعش 18 تسعتاشر 19 تسعطعش 19 عشر +10 عشرين ^20 عشرون ^20 ثلاثين ^30 ثلاثون ^30 تلاتين ^30 اربعين ^40 اربعون ^40 خمسين ^50 خمسون ^50 ستين ^60 ستون ^60 سبعين ^70 سبعون ^70 ثمانين ^80 ثمانون ^80 تمانين ^80 تسعين ^90 تسعون ^90 مئه x100 مائه x100 ميه x100 ميت x100 مئتين 200 مائتين 200 ميتين 200 مئتان 200 مئتي 200 ثلاثمئه 300 ثلاثمائه 300 ثلاثميه 300 تلتميه 300 اربعمئه 400 اربعمائه 400 اربعميه 400 ربعميه 400 خمسمئه 500 خمسمائه 500 خمسميه 500 ستمئه 600 ستمائه 600 ستميه 600 سبعمئه 700 سبعمائه 700 سبعميه 700 ثمانمئه 800 ثمانمائه 800 ثمانميه 800 تمنميه 800 تسعمئه 900 تسعمائه 900 تسعميه 900 الفين =2000 الفان =2000 الف x1000 الاف x1000 مليون x1000000',
    { joins: ['و'], articles: [], alone: ['مئه', 'مائه', 'ميه', 'ميت', 'الف'] },
  ),
];

/**
 * `pairs`: each word with what it adds; "+10" makes a teen, "x100" multiplies, "^20" is a ten behind its ones, "=2000"
 * stands by itself, "~0.5" is so much more of the next.
 */
function language(
  name: string,
  pairs: string,
  words: {
    readonly joins: readonly string[];
    readonly articles: readonly string[];
    readonly alone: readonly string[];
  },
): Numerals {
  const parts = [...pairs.matchAll(/(\S+) ([+x^=~]?)(-?[\d.]+)/gu)].map(
    ([, word = '', sign = '', value]): readonly [string, NumeralPart] => [
      word,
      { kind: kinds[sign] ?? 'add', value: Number(value) },
    ],
  );
  return {
    language: name,
    parts: new Map(parts),
    joins: new Set(words.joins),
    articles: new Set(words.articles),
    alone: new Set(words.alone),
  };
}

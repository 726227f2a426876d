import { monthWords, weekdayWords } from '../../schedule/calendar-words.ts';
import { folded } from './folded.ts';

/** Month names and short forms as people type them, to the month's number from 1. */
export const months: ReadonlyMap<string, number> = new Map([
  ...[...monthWords].map(([word, month]): [string, number] => [folded(word), month]),
  ...(
    [
      ['sept', 9],
      ['janvari', 1],
      ['farvari', 2],
      ['aprail', 4],
      ['joon', 6],
      ['julai', 7],
      ['agast', 8],
      ['sitambar', 9],
      ['aktubar', 10],
      ['navambar', 11],
      ['disambar', 12],
      ['desember', 12],
      ['agustus', 8],
    ] as const
  ).map(([word, month]): [string, number] => [word, month]),
]);

/** Weekday names and short forms, to the weekday's number from Monday, 1, to Sunday, 7. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ...[...weekdayWords].map(([word, day]): [string, number] => [folded(word), day === 0 ? 7 : day]),
  ...typedHindi(),
  ...shortForms({
    mon: 1,
    tue: 2,
    tues: 2,
    wed: 3,
    thu: 4,
    thur: 4,
    thurs: 4,
    fri: 5,
    sat: 6,
    sun: 7,
    segunda: 1,
    terca: 2,
    quarta: 3,
    quinta: 4,
    sexta: 5,
    lun: 1,
    mie: 3,
    jue: 4,
    vie: 5,
    sab: 6,
    senen: 1,
    jumat: 5,
    "jum'at": 5,
    ahad: 7,
    mangal: 2,
    budh: 3,
    shukra: 5,
    jumma: 5,
    jummah: 5,
    jumeraat: 4,
    jumerat: 4,
    jummerat: 4,
    shani: 6,
    इतवार: 7,
    बृहस्पतिवार: 4,
    वीरवार: 4,
    मंगल: 2,
    बुध: 3,
    शुक्र: 5,
    शनि: 6,
    सोम: 1,
    الاحد: 7,
    الاثنين: 1,
    التلات: 2,
    الثلاثا: 2,
    الاربعا: 3,
    الخميس: 4,
    الجمعه: 5,
    السبت: 6,
    جمعه: 5,
    خميس: 4,
  }),
]);

/** Weekdays of Hindi as they are typed in Latin letters, beside the spellings of the calendar. */
function typedHindi(): [string, number][] {
  const stems: readonly (readonly [string, number])[] = [
    ['it eet et ravi rabi', 7],
    ['som', 1],
    ['mangal mangla', 2],
    ['budh budha budhu', 3],
    ['guru brihaspati bruhaspati brahaspati veer vir bir', 4],
    ['shukra shukr shukar shukkar sukra sukar', 5],
    ['shani sani shan shanich', 6],
  ];
  return stems.flatMap(([written, day]) =>
    written
      .split(' ')
      .flatMap((stem) =>
        ['vaar', 'var', 'waar', 'war', 'bar', 'baar'].map((ending): [string, number] => [
          `${stem}${ending}`,
          day,
        ]),
      ),
  );
}

function shortForms(words: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(words).map(([word, day]) => [folded(word), day]);
}

/** Words for one day seen from today; where a word means two days, both stand there. The longest go first. */
export const relative: readonly (readonly [string, readonly number[]])[] = (
  [
    ['day after tomorrow', [2]],
    ['tomorrow', [1]],
    ['tmrw', [1]],
    ['tmr', [1]],
    ['tomorow', [1]],
    ['today', [0]],
    ['tonight', [0]],
    ['tonite', [0]],
    ['tonit', [0]],
    ['2nite', [0]],
    ['2night', [0]],
    ['this evening', [0]],
    ['this afternoon', [0]],
    ['this morning', [0]],
    ['2moro', [1]],
    ['2morrow', [1]],
    ['tomoz', [1]],
    ['tmw', [1]],
    ['yesterday', [-1]],
    ['pasado manana', [2]],
    ['hoy', [0]],
    ['esta noche', [0]],
    ['esta tarde', [0]],
    ['ayer', [-1]],
    ['depois de amanha', [2]],
    ['amanha', [1]],
    ['hoje', [0]],
    ['hj', [0]],
    ['amnh', [1]],
    ['ontem', [-1]],
    ['apres-demain', [2]],
    ['apres demain', [2]],
    ['demain', [1]],
    ["aujourd'hui", [0]],
    ['auj', [0]],
    ['ce soir', [0]],
    ['cet apres-midi', [0]],
    ['cet apres midi', [0]],
    ['cet aprem', [0]],
    ['ce midi', [0]],
    ['hier', [-1]],
    // "Besok lusa" is "one of these days": tomorrow or the day after, and nobody knows which.
    ['besok lusa', [1, 2]],
    ['besok', [1]],
    ['besuk', [1]],
    ['lusa', [2]],
    ['hari ini', [0]],
    ['nanti malam', [0]],
    ['nanti sore', [0]],
    ['malam ini', [0]],
    ['sore ini', [0]],
    ['siang ini', [0]],
    ['pagi ini', [0]],
    ['bsk', [1]],
    ['kemarin', [-1]],
    // Hindi has one word for the day before and the day after.
    ['आने वाले कल', [1]],
    ['बीते कल', [-1]],
    ['कल', [1, -1]],
    ['परसों', [2, -2]],
    ['आज', [0]],
    ['aane wale kal', [1]],
    ['kal', [1, -1]],
    ['parson', [2, -2]],
    ['parso', [2, -2]],
    ['aaj', [0]],
    ['بعد غد', [2]],
    ['بعد بكره', [2]],
    ['غدا', [1]],
    ['بكره', [1]],
    ['بكرا', [1]],
    ['اليوم', [0]],
    ['الليله', [0]],
    ['غدوه', [1]],
    ['النهارده', [0]],
    ['امس', [-1]],
    ['大后天', [3]],
    ['大後天', [3]],
    ['后天', [2]],
    ['後天', [2]],
    ['明天', [1]],
    ['明日', [1]],
    ['明儿', [1]],
    ['今天', [0]],
    ['今晚', [0]],
    ['今早', [0]],
    ['明晚', [1]],
    ['明早', [1]],
    ['今日', [0]],
    ['昨天', [-1]],
  ] as const
).map(([word, days]) => [folded(word), days] as const);

/** Days that have a name and the same date every year: month and day. */
export const feasts: readonly (readonly [RegExp, number, number])[] = [
  [
    /\b(?:christmas|xmas) eve\b|\bnochebuena\b|\bvespera de natal\b|\bmalam natal\b|क्रिसमस ईव|平安夜/u,
    12,
    24,
  ],
  [
    /\b(?:christmas|xmas)(?: day)?\b(?! (?:party|dinner party|menu|tree|gift|present))|\bnavidad\b|\b(?:no|dia de|dia do) natal\b|\b(?:hari|pas) natal\b|\b(?:a|jour de|de|pour) noel\b|क्रिसमस|عيد الميلاد المجيد|الكريسماس|圣诞节?/u,
    12,
    25,
  ],
  [
    /\bnew year'?s eve\b|\bnochevieja\b|\bfin de ano\b|\bvespera de ano novo\b|\bfim de ano\b|\bsaint[ -]sylvestre\b|\bmalam tahun baru\b|ليله راس السنه|跨年夜?/u,
    12,
    31,
  ],
  [
    /\bnew year'?s(?: day)?\b|\bano nuevo\b|\bano novo\b|\b(?:jour de l'an|nouvel an)\b|\btahun baru\b(?! imlek| cina)|नए साल|\bnaye saal\b|راس السنه|元旦/u,
    1,
    1,
  ],
  [
    /\bvalentine'?s(?: day)?\b|\bsan valentin\b|\bla saint[ -]valentin\b|\bhari valentine\b|عيد الحب|情人节/u,
    2,
    14,
  ],
];

/** A number of days, weeks or months from now. Group `n` is the number, the others name the unit. */
export const ahead: readonly RegExp[] = [
  /\bin (?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|ten) (?:(?<day>days?)|(?<week>weeks?)|(?<month>months?))\b/u,
  /\b(?<n>\d{1,3}) (?:(?<day>days?)|(?<week>weeks?)|(?<month>months?)) from (?:now|today)\b/u,
  /\b(?:dentro de|en) (?<n>\d{1,3}|una?|dos|tres|cuatro|cinco) (?:(?<day>dias?)|(?<week>semanas?)|(?<month>mes(?:es)?))\b/u,
  /\b(?:daqui a|em) (?<n>\d{1,3}|uma?|dois|duas|tres|quatro|cinco) (?:(?<day>dias?)|(?<week>semanas?)|(?<month>mes(?:es)?))\b/u,
  /\bdans (?<n>\d{1,3}|une?|deux|trois|quatre|cinq) (?:(?<day>jours?)|(?<week>semaines?)|(?<month>mois))\b/u,
  /\b(?<n>\d{1,3}|se|dua|tiga|empat|lima) ?(?:(?<day>hari)|(?<week>minggu)|(?<month>bulan)) (?:lagi|ke depan)\b/u,
  /(?<n>\d{1,3}|एक|दो|तीन|चार|पांच) (?:(?<day>दिन)|(?<week>हफ़?्ते|हफ्ते|सप्ताह)|(?<month>महीने)) (?:बाद|में)/u,
  /\b(?<n>\d{1,3}|ek|do|teen|char|paanch) (?:(?<day>din)|(?<week>hafte|hafta)|(?<month>mahine)) (?:baad|mein|me)\b/u,
  /(?:بعد|خلال) (?:(?<n>\d{1,3}) )?(?:(?<day>يومين|يوم|ايام)|(?<week>اسبوعين|اسبوع|اسابيع)|(?<month>شهرين|شهر|اشهر|شهور))/u,
  /(?<n>\d{1,3}|[一二两三四五六七八九十]) ?个?(?:(?<day>天)|(?<week>星期|礼拜|周)|(?<month>月))(?:以?后|之后|後)/u,
];

const smallNumbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  um: 1,
  uma: 1,
  dois: 2,
  duas: 2,
  quatro: 4,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  se: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  एक: 1,
  दो: 2,
  तीन: 3,
  चार: 4,
  पांच: 5,
  ek: 1,
  do: 2,
  teen: 3,
  char: 4,
  paanch: 5,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** "3", "three", "tres"; undefined for what is no small number. */
export function smallNumber(word: string): number | undefined {
  return /^\d+$/.test(word) ? Number(word) : smallNumbers[word];
}

/** Says that the weekday beside it is not the coming one but the one after. */
export const nextWords =
  /^(?:next|(?:el |la )?proximo|proxima|que viene|que vem|prochaine?|depan|agle|agla|अगले|अगला|القادم|القادمه|الجاي|المقبل|下|下个)$/u;
/** A weekday that is over. */
export const lastWords =
  /^(?:last|pasado|pasada|passado|passada|derniere?|lalu|pichle|pichla|पिछले|पिछला|الماضي|الماضيه|上|上个)$/u;

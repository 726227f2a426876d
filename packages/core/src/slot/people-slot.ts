import { readDay } from './date/read-day.ts';
import { readTime } from './date/read-time.ts';
import { folded } from './date/folded.ts';
import { Temporal } from 'temporal-polyfill';
import { eitherNumber } from './either-number.ts';
import { quantitySlot } from './quantity-slot.ts';
import { quantityWords } from './quantity-words.ts';
import type { SlotType } from './slot-type.ts';
import { smallNumber } from './date/day-words.ts';
import { readMonth } from './when/read-month.ts';

/** How many people come, where the text may also say when: "a table for 4 on the 27th at 7". */
export const peopleSlot: SlotType = {
  name: 'people',
  findsInside: true,
  read(text, language, context) {
    const today = Temporal.Instant.fromEpochMilliseconds(context.at)
      .toZonedDateTimeISO(context.timeZone)
      .toPlainDate();
    const either = eitherNumber(text, language);
    // Room for all who may come.
    if (either !== undefined)
      return { kind: 'filled', value: either.most, shown: String(either.most), whole: true };
    // "The first one" is a place in a list.
    if (ordinal.test(text)) return { kind: 'not-this' };
    const whole = quantitySlot.read(text, language, context);
    if (whole.kind === 'filled' && whole.whole) return whole;
    const words = folded(text).replace(aged, ' ');
    const digital = inDigits(words, language);
    const family = grownAndYoung(digital);
    if (family !== undefined)
      return {
        kind: 'filled',
        value: family.people,
        shown: String(family.people),
        whole: aroundPeople.test(family.beside),
      };
    const named = counted.exec(digital.replace(lasting, ' '));
    if (named?.groups !== undefined) {
      const digits = Number(Object.values(named.groups).find((each) => each !== undefined));
      const beside = digital.replace(named[0], ' ');
      if (digits >= 1)
        return { kind: 'filled', value: digits, shown: String(digits), whole: aroundPeople.test(beside) };
    }
    if (pair.test(words)) return { kind: 'filled', value: 2, shown: '2', whole: false };
    const joined = inWords(words);
    if (joined !== undefined) return { kind: 'filled', value: joined, shown: String(joined), whole: false };
    let rest = words.replace(lasting, ' ');
    const month = readMonth(rest, today);
    if (month !== undefined) rest = rest.slice(0, month.start) + ' ' + rest.slice(month.end);
    for (let count = 0; count < 3; count += 1) {
      const day = readDay(rest, today, context.country);
      if (day !== undefined) rest = rest.slice(0, day.start) + ' ' + rest.slice(day.end);
      const time = readTime(rest);
      if (time !== undefined) rest = rest.slice(0, time.start) + ' ' + rest.slice(time.end);
    }
    const reading = quantitySlot.read(rest, language, context);
    if (reading.kind === 'filled' && Number(reading.value) > mostBeside) return { kind: 'not-this' };
    return reading.kind === 'filled' ? { ...reading, whole: reading.whole && rest === words } : reading;
  },
};

/** "Two adults and two kids": all of them come. Undefined where not both are counted. */
function grownAndYoung(words: string): { readonly people: number; readonly beside: string } | undefined {
  let people = 0;
  let beside = words;
  for (const pattern of [grownUps, youngOnes]) {
    const found = pattern.exec(beside);
    const counts = smallNumber(found?.groups?.['n'] ?? '');
    if (found === null || counts === undefined) return undefined;
    people += counts;
    beside = beside.replace(found[0], ' ');
  }
  return { people, beside };
}

const some = String.raw`(?<![\p{L}\p{M}\d.,:/-])(?<n>\d{1,2}|\p{L}[\p{L}\p{M}]*)`;
const grownUps = new RegExp(
  `${some} (?:adults?|grown ?ups?|adultos?|adultes?|dewasa|orang dewasa|बड़े|बडे|bade|كبار|بالغين|بالغ)(?![\\p{L}\\p{M}])|(?<n>[\\d一两二三四五六七八九十])(?:个?大人|个?成人|大(?=\\d|[一两二三四五六]))`,
  'u',
);
const youngOnes = new RegExp(
  `${some} (?:(?:small|little|young) )?(?:kids?|child|children|bab(?:y|ies)|toddlers?|ninos?|ninas?|criancas?|bebes?|enfants?|anak|bayi|बच्च[ेा]|bach+[ea]|اطفال|طفل|صغار)(?![\\p{L}\\p{M}])|(?<n>[\\d一两二三四五六七八九十])(?:个?小孩|个?孩子|个?儿童|小(?![\\p{L}]))`,
  'u',
);

/** How old somebody is, and nobody who comes: "he is 9", "tiene 9 años", "9 ans", "9 tahun", "9岁". */
const aged =
  /(?<![\p{L}\p{M}])(?:(?:he|she)(?: is|'s) (?:only |just )?|aged? (?:of )?|(?:el |ella )?tiene (?:solo |ya )?|ele tem |ela tem |(?:il|elle) a |umurnya |umur |usia |usianya |(?:uska |uski )?umar |उम्र |عمره ا?|عمرها ا?|سنه |سنها )\d{1,3}(?: ?(?:years? old|yrs? old|y\/?o|anos?|meses|ans?|mois|tahun|saal|साल|सال|سنه|سنوات|سنين|عام|اعوام))?(?![\p{L}\p{M}\d:.])(?! ?(?:people|personas|pessoas|personnes|orang|اشخاص|am|pm|h))|(?<!\d)\d{1,3}[ -]?(?:years? olds?|yrs? old|y\/?o|anos|ans|tahun|saal ka|saal ki|saal ke|साल का|साल की|साल के|سنوات|سنين)(?![\p{L}\p{M}])|\d{1,3}岁半?/gu;

/** "For two": the number behind such a word, in digits. */
function inDigits(words: string, language: string): string {
  const known = { ...quantityWords['en'], ...quantityWords[language] };
  return words.replace(forSoMany, (all, before: string, word: string) => {
    const value = known[word];
    return value === undefined || value < 2 ? all : `${before}${value}`;
  });
}

const forSoMany =
  /((?<!\p{L})(?:party of|for|para|pour|buat|untuk)\s+)(\p{L}+)(?![\p{L}\p{M}]| ?(?:am|pm|o'clock|hundred|thousand))/gu;

const ordinal =
  /^\s*(?:第|the (?:first|second|third|fourth|fifth|last)|first|el primer|la primera|el segundo|la segunda|o primeiro|a primeira|le premier|la premi|le deuxi|yang (?:pertama|kedua|ketiga)|पहल|दूसर|pehl|dusr|الأول|الاول|الثان)/iu;

/** A larger number beside other words is a year or a price. */
const mostBeside = 500;

/** Indonesian counts people in one word: "ber4", "berempat". */
function inWords(words: string): number | undefined {
  const digits = /(?<![\p{L}])ber-?(\d{1,3})(?![\d\p{L}])/u.exec(words)?.[1];
  if (digits !== undefined) return Number(digits);
  const place = together.findIndex((word) => new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u').test(words));
  return place === -1 ? undefined : place + 2;
}

const together = ['berdua', 'bertiga', 'berempat', 'berlima', 'berenam', 'bertujuh', 'berdelapan'];

/** "2 heures", "three lessons": a number of something that takes time, and nobody who comes. */
const lasting =
  /(?<![\p{L}\p{N}])(?:\d{1,3} ?|(?!(?:orang|org|orng|pax|pers|personnes|log|logo) )[\p{L}]+ )(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|lessons?|sessions?|classes|times|horas?|minutos?|dias?|semanas?|meses|clases?|lecciones|sesiones|aulas?|sessoes|veces|vezes|heures?|jours?|semaines?|mois|lecons?|seances?|cours|fois|jam|menit|hari|minggu|bulan|kali|sesi|घंटे|मिनट|दिन|हफ्ते|बार|ghante|ghanta|din|hafte|baar|ساعات|ساعه|ساعتين|دقيقه|دقائق|ايام|يوم|حصص|دروس|مرات)(?![\p{L}\p{M}])/gu;

/** "For me and my wife", "la femme et moi": two, where no number is written. */
const pair = new RegExp(
  [
    '(?:me|myself) and (?:my|a) (?:\\p{L}+)|(?:a|my) friend and (?:i|me|myself)|my (?:wife|husband|partner|girlfriend|boyfriend|son|daughter|friend|mother|father|mom|mum|dad|sister|brother) and (?:i|me|myself)|(?:the|both of) (?:two of )?us|for us both',
    '(?:mi|yo) y (?:para )?(?:mi|una?) (?:\\p{L}+)|una? amig[oa] y (?:yo|para mi|a mi)|mi (?:esposa|esposo|mujer|marido|pareja|novia|novio|hijo|hija|amiga|amigo|mama|papa|hermana|hermano) y (?:yo|para mi|a mi)|nosotros dos|nosotras dos|los dos|las dos',
    '(?:mim|eu) e (?:a |o |pra |para )?(?:minha|meu|uma?) (?:\\p{L}+)|uma? amig[oa] e (?:eu|mim)|(?:minha|meu) (?:esposa|esposo|mulher|marido|namorada|namorado|filha|filho|amiga|amigo|mae|pai|irma|irmao) e (?:eu|mim)|nos dois|nos duas',
    'moi et (?:ma|mon|une?) (?:\\p{L}+)|une? amie? et moi|(?:ma|mon) (?:femme|mari|copine|copain|fille|fils|amie|ami|mere|pere|soeur|frere) et moi|nous deux',
    '(?:saya|aku) (?:dan|sama) (?:istri|suami|pacar|anak|teman|ibu|ayah|kakak|adik)|kami berdua',
    '(?:मेरे|मैं) और मेरी? (?:पत्नी|पति|बेटे|बेटी|दोस्त)|हम दोनों|(?:mere|main|mai) aur mer[aei] (?:\\p{L}+)|hum dono',
    '(?:لي|انا) و ?(?:ل)?(?:زوجتي|زوجي|ابني|ابنتي|صديقي|صديقتي|امي|ابي|اختي|اخي|مراتي)|نحن الاثنان|احنا الاتنين|(?:ل|ب)?(?:شخصين|نفرين|فردين)',
    '我(?:和|跟)我?(?:老婆|老公|太太|先生|女儿|儿子|朋友|妈妈|爸爸)|我们俩|我们两个',
  ]
    .map((each) => `(?<![\\p{L}\\p{M}])(?:${each})(?![\\p{L}\\p{M}])`)
    .join('|'),
  'u',
);

/** What people put around "6 people" without saying anything else. */
const aroundPeople =
  /^(?:(?:and|but|now|eh|oh|wait|btw|deh|dong|aja|kok|actually|sorry|please|pls|it|is|for|we|are|will|be|ll|make|that|would|in|total|of|us|there|s|gonna|y|pero|ahora|al|final|finalmente|en|fait|finalement|akhirnya|jadinya|perdon|por|favor|somos|seremos|vamos|a|ser|para|e|mas|agora|desculpa|et|mais|on|est|sera|serons|nous|sommes|pour|svp|dan|jadi|ternyata|kami|untuk|tolong|ya|aur|hum|hain|ke|liye|और|हम|हैं|के|लिए|و|نحن|احنا|سنكون)(?![\p{L}\p{M}])|[我们一共是有要改成为总的和吧了]|[\s,.!?…。，！？、;:'-])*$/u;

/** A number right beside a word for people, which no day and no time has. */
const counted =
  /(?<![\d.,:/-])(?<a>\d{1,3}) ?(?:people|personas?|personnes?|persons?|(?:ppl|pers|prs|psn|per|pess|org|orng|px|comensales|cubiertos|lugares|covers|heads|jane|jano)(?![\p{L}])|pax|guests?|adults?|of us|personas?|pessoas?|personnes?|couverts?|orang|लोग|व्यक्ति|log|logon|logo|أشخاص|اشخاص|شخص|انفار|نفر|افراد|जन(?:े|ों)?(?![\p{L}\p{M}])|[个位名]?人|位)|(?:we are|we're|we will be|we'll be|there will be|there are|somos|seremos|vamos a ser|vamos ser|estaremos|on est|on sera|nous sommes|nous serons|kami ber|hum|हम|نحن|احنا|سنكون|party of|table (?:for|of)|mesa (?:para|de)|table (?:pour|de)|meja (?:buat|untuk)|for|para|pour|buat|untuk) (?<b>\d{1,3})(?![\d.,:/]|h\d| ?(?:am|pm|h\b|hrs|horas|heures|de |jam|o'clock))/u;

import { months, weekdays } from '@ambit/core/slot/date/day-words';
import { foldSpelling } from './fold-spelling.ts';

/** What stands for a day, a date or an hour, however it is written. */
const timeMark = '#when';

/** Hours and dates in digits: "19h", "7 pm", "10:30", "31/12", "31.12.2026". */
function markDigitTimes(folded: string): string {
  if (!/\d/.test(folded)) return folded;
  return folded.replace(
    /(?<![\p{L}\p{N}#-])(?:\d{1,2}[:h]\d{2}(?: ?(?:am|pm|hs|hrs|h))?|\d{1,2} ?(?:am|pm|hs|hrs|h|uhr)|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)(?![\p{L}\p{N}])/gu,
    ` ${timeMark} `,
  );
}

/** Times in scripts that write no words apart. */
function markHanTimes(folded: string): string {
  if (!/\p{Script=Han}/u.test(folded)) return folded;
  return folded.replace(hanTimes, ` ${timeMark} `);
}

const hanTimes =
  /(?:(?:今天|明天|后天|後天|大后天|今晚|明晚|明早|(?:[下这這本上]个?個?)?(?:周|週|星期|礼拜|禮拜)[一二三四五六日天末]|[下这這本]个?個?(?:周|週|星期|礼拜|禮拜|月)|上午|下午|中午|早上|晚上|傍晚|[零一二两三四五六七八九十\d]{1,3}(?:点|點)(?:半|钟|鐘|[零一二三四五六七八九十\d]{1,3}分?)?|(?:[零一二三四五六七八九十\d]{1,3}月)?[零一二三四五六七八九十\d]{1,3}[号號日](?![码碼]))\s*)+/gu;

/**
 * A message without its days, dates and hours, in the folded form; undefined where it has none, or says
 * nothing else. When somebody wants to come does not tell what they want.
 */
export function withoutTimes(text: string): string | undefined {
  const marked = markHanTimes(markDigitTimes(foldSpelling(text)));
  const words = marked.match(/#when|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (!words.some((word) => word === timeMark || timeWords.has(word))) return undefined;
  const left: string[] = [];
  let behind = false;
  for (const word of words) {
    if (word === timeMark || timeWords.has(word)) {
      if (between.has(left.at(-1) ?? '') && isNumber(left.at(-2))) left.splice(-2);
      else if (isNumber(left.at(-1))) left.pop();
      behind = true;
    } else if (!(behind && isNumber(word))) {
      left.push(word);
      behind = behind && beforeNumber.has(word);
    }
  }
  return left.some((word) => word.length > 2 || /\p{Script=Han}{2}/u.test(word)) ? left.join(' ') : undefined;
}

function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^(?:\d{1,2}(?:st|nd|rd|th|er)?|20\d\d)$/.test(word);
}

/** What stands between a day and its month. */
const between: ReadonlySet<string> = new Set(['de', 'of', 'del', 'du']);

/** What stands between a day and its hour or year. */
const beforeNumber: ReadonlySet<string> = new Set(['at', 'de', 'of', 'a', 'las', 'as', 'jam', 'pukul', 'ko']);

/** Words of the calendar that also mean something else, such as "may" and "sore". */
const ambiguous: ReadonlySet<string> = new Set(['mars', 'march', 'mangal', 'quarta', 'quinta', 'sexta']);

const timeWords: ReadonlySet<string> = new Set(
  [
    ...[...months.keys(), ...weekdays.keys()].filter(
      (word) => !ambiguous.has(word) && !/^\p{Script=Latin}{1,3}$/u.test(word) && !word.includes(' '),
    ),
    ...[
      'today tomorrow tmrw tmr tonight week weekend morning afternoon evening noon midnight oclock',
      'hoy manana semana tarde tardes noche mediodia finde',
      'hoje amanha manha tarde noite',
      'aujourdhui demain semaine matin midi soir apresmidi weekend',
      'besok lusa minggu pagi siang malam pukul',
      'आज कल परसों परसो हफ्ते हफ़्ते सुबह शाम दोपहर रात बजे',
      'aaj kal parso parson hafte subah shaam dopahar dopeher raat baje bje',
      'اليوم غدا بكرا بكره غدوه الاسبوع الصبح صباحا مساء المساء الظهر الليله الساعه',
    ].flatMap((line) => line.split(' ')),
  ].map(foldSpelling),
);

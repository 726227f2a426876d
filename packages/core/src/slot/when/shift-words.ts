import { smallNumber } from '../date/day-words.ts';

/**
 * How far a text moves a time that is known: "an hour later" by 60 minutes, "the day after" by a day. `next`: to the
 * free one that follows it ("the one after"), however far that is.
 */
export type TimeShift = { readonly minutes: number; readonly days: number; readonly next?: true };

/** A shift and where it stands in the folded text. */
type ShiftFound = { readonly shift: TimeShift; readonly start: number; readonly end: number };

const number = String.raw`(?<n>\d{1,3}|\p{L}[\p{L}\p{M}]*)`;
const start = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const end = String.raw`(?![\p{L}\p{M}\p{N}])`;

/**
 * `n`: how many, one where none is named; `half`: of the unit; `hour`, `minute`, `day`, `week`: which unit; `later`,
 * `earlier`: which way.
 */
const patterns: readonly RegExp[] = [
  latin(
    `(?:(?<half>half(?: an?)?)|${number}) (?:(?<hour>hours?|hrs?|h)|(?<minute>minutes?|mins?)|(?<day>days?)|(?<week>weeks?)) (?:(?<later>later)|(?<earlier>earlier|sooner))`,
  ),
  latin(
    `(?:(?<later>push(?: it| that)?(?: back)?|delay(?: it)?)|(?<earlier>bring (?:it )?forward)) by (?:(?<half>half an)|${number}) (?:(?<hour>hours?|hrs?)|(?<minute>minutes?|mins?)|(?<day>days?))`,
  ),
  latin(
    `(?:(?<half>media|meia)|${number}) (?:(?<hour>horas?)|(?<minute>minutos?|min)|(?<day>dias?)|(?<week>semanas?)) (?:(?<later>mas tarde|mais tarde|despues|depois)|(?<earlier>mas temprano|mais cedo|antes))`,
  ),
  latin(
    `(?:(?<half>une demi|demi)[ -]|${number} )(?:(?<hour>heures?|h)|(?<minute>minutes?|min)|(?<day>jours?)|(?<week>semaines?)) (?:(?<later>plus tard|apres)|(?<earlier>plus tot|avant))`,
  ),
  latin(
    `(?:(?<half>setengah ?)|${number} |se)(?:(?<hour>jam)|(?<minute>menit)|(?<day>hari)) (?:(?<later>lebih (?:malam|sore|siang|telat|lambat)|setelahnya|kemudian)|(?<earlier>lebih (?:awal|cepat|pagi)|sebelumnya))`,
  ),
  latin(
    String.raw`(?:(?<later>(?:di)?(?:mundur|undur)\p{L}*)|(?<earlier>(?:di)?maju\p{L}*)) (?:(?<half>setengah ?)|${number} |se)(?:(?<hour>jam)|(?<minute>menit)|(?<day>hari))`,
  ),
  latin(
    `(?:(?<half>aadh[ae]|adh[ae]|आध[ाे]) |${number} )(?:(?<hour>ghant[ea]|घंट[ेा])|(?<minute>minute?s?|मिनट)|(?<day>din|दिन)) (?:(?<later>baad|late|der se|aage|बाद|देर से|आगे|लेट)|(?<earlier>pehle|pahle|jaldi|पहले|जल्दी))`,
  ),
  latin(
    `(?:(?<half>نصف|نص) )?(?:(?<two>ساعتين)|(?:${number} )?(?:(?<hour>ساعه|ساعات)|(?<minute>دقيقه|دقائق))) (?:(?<later>بعدها|لاحقا|متاخر)|(?<earlier>قبلها|ابكر))`,
  ),
  latin(
    `(?:(?<later>تاخيره?ا?|ناخره?ا?|نأخره?ا?|اخره?ا?)|(?<earlier>تقديمه?ا?|نقدمه?ا?|قدمه?ا?)) ب?(?:(?<half>نصف|نص) )?(?:(?<two>ساعتين)|(?<hour>ساعه))`,
  ),
  /(?:(?<later>晚|推迟|延后|往后)|(?<earlier>早|提前|提早))(?:个|上)?(?:(?<half>半)|(?<n>\d{1,3}|[一两二三]))个?(?:(?<hour>小时|钟头)|(?<minute>分钟)|(?<day>天)|(?<week>周|星期))(?!.{0,2}到)/u,
  latin('(?<later>(?<day>the day after|al dia siguiente|no dia seguinte))(?! tomorrow)'),
];

/** Reads by how much a folded text moves a time. Undefined where it does not. */
export function readShift(text: string): ShiftFound | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    const groups = found?.groups;
    if (found === null || groups === undefined) continue;
    const { n, half, two, hour, minute, day, week, later } = groups;
    const count = two !== undefined ? 2 : n === undefined ? 1 : smallNumber(n);
    const unit = hour !== undefined || two !== undefined ? 60 : minute === undefined ? 0 : 1;
    if (count === undefined || (unit === 0 && day === undefined && week === undefined)) continue;
    const way = later === undefined ? -1 : 1;
    const minutes = half === undefined ? count * unit : unit / 2;
    const days = week === undefined ? count : count * 7;
    return {
      shift: unit > 0 ? { minutes: way * minutes, days: 0 } : { minutes: 0, days: way * days },
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  const next = theOneAfter.exec(text);
  if (next === null) return undefined;
  const place = { start: next.index, end: next.index + next[0].length };
  return { shift: { minutes: 0, days: 0, next: true }, ...place };
}

/** Alone: "the next one on Friday" is the first of Friday. */
const theOneAfter =
  /^(?:(?:no|ok|okay|and|maybe|y|e|et|mejor|melhor|plutot|dan|aur|و)[ ,]+)?(?:(?:the )?(?:one|slot|time) (?:right )?after(?: (?:that|this)(?: one)?)?|(?:the )?next one|(?:el|la) siguiente|(?:o|a) (?:proximo|proxima|seguinte)|(?:le |la )?suivante?|(?:celui|celle) d'apres|(?:yang |yg )?(?:berikutnya|setelahnya|sesudahnya)|(?:इसके|उसके) बाद (?:वाला|का)|अगला वाला|(?:iske|uske) baad (?:wala|ka)|agla wala|(?:الموعد )?(?:اللي بعده|الذي يليه|التالي|الي بعده)|下一个|后面那?一?个|再后面(?:的|一个))(?:[ ,]*(?:please|pls|por favor|svp|dong|kak|吧))?[.!? 。]*$/u;

/** Whole words, in scripts that write them apart. */
function latin(pattern: string): RegExp {
  return new RegExp(`${start}(?:${pattern})${end}`, 'u');
}

/** A time of day, in minutes from midnight, or the two it may be; and where it stands in the folded text. */
export type TimeFound = { readonly minutes: readonly number[]; readonly start: number; readonly end: number };

const morning =
  '(?:in the morning|am|de la manana|por la manana|da manha|de manha|du matin|le matin|pagi|सुबह|subah|صباحا|الصبح|早上|上午|清晨)';
const afternoon =
  "(?:in the afternoon|in the evening|at night|tonight|tonite|2nite|pm|de la tarde|por la tarde|de la noche|por la noche|da tarde|a tarde|da noite|a noite|(?:de l'|l')?apres[ -]midi|aprem|du soir|siang|sore|malam|दोपहर|शाम|रात|dopahar|shaam|sham|raat|مساء|المسا|العصر|الظهر|بعد الظهر|بالليل|ليلا|下午|晚上|中午|傍晚)";

/** Anywhere in the text, they say which half of the day a bare hour is in. */
const anywhere = {
  am: /\b(?:morning|early|(?<!mais )cedo|(?<!mas )temprano|(?<!plus )tot|de bonne heure|savere|por la manana|de la manana|de manha|da manha|matin|(?<!lebih )pagi|subah)\b|सुबह|सवेरे|صباح|الصبح|早上|上午/u,
  pm: /\b(?:afternoon|evening|tonight|tonite|2nite|night|tarde|noche|noite|soir|apres[ -]midi|aprem|sore|malam|shaam|raat|dopahar)\b|शाम|रात|दोपहर|مساء|المسا|العصر|بالليل|下午|晚上/u,
};

const named: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:noon|midday|mediodia|meio-dia|meio dia|(?<!apres[ -])midi|tengah hari)\b|दोपहर बारह|الظهر$|中午(?!\d)/u,
    12 * 60,
  ],
  [/\b(?:midnight|medianoche|meia-noite|meia noite|minuit|tengah malam)\b|आधी रात|منتصف الليل|午夜|半夜/u, 0],
];

const written = new RegExp(
  [
    // 17:30, 17.30, 17h30, 17h, 5:30 pm
    `(?<![\\d.,/-])(?<h1>[01]?\\d|2[0-4])(?:[:.h](?<m1>[0-5]\\d)|h)(?![\\d/.-]) ?(?:(?<am1>${morning})|(?<pm1>${afternoon}))?`,
    // 下午5点半, 5点30分
    `(?:(?<am2>${morning})|(?<pm2>${afternoon})) ?(?<h2>\\d{1,2}) ?[点點时](?:(?<half2>半)|(?<m2>[0-5]\\d|\\d(?=分))分?)?`,
    `(?<h3>\\d{1,2}) ?[点點](?:(?<half3>半)|(?<m3>[0-5]\\d|\\d(?=分))分?)?`,
    // शाम 5 बजे, shaam 5 baje, 5 baje
    `(?:(?:(?<am4>${morning})|(?<pm4>${afternoon})) (?:ke |को |के )?)?(?:(?<half4>साढ़े|साढे|saadhe|sadhe) )?(?<h4>\\d{1,2}) ?(?:बजे|baje|bje)(?: (?:(?<am5>${morning})|(?<pm5>${afternoon})))?`,
    // at 5, a las 5 de la tarde, as 17, a 17 heures, jam 5 sore, الساعة 5 مساء
    `(?<![\\p{L}])(?:at|around|by|a las?|as|a|vers|jam|pukul|الساعه|الساعة|مع(?= \\d{1,2}(?!\\d| ?(?:اشخاص|شخص|ناس|افراد|نفر)))) (?<h6>[01]?\\d|2[0-4])(?![\\d/.:-]|h\\d)(?: ?(?:o'clock|heures?|horas?|h))?(?: (?:(?:y media|e meia|et demie?|setengah|ونصف|ونص|والنصف)(?<half6>)|(?:y cuarto|e quinze|et quart|والربع|وربع)(?<quarter6>)|(?:menos cuarto|menos quinze|moins le quart|الا ربع)(?<less6>)))?(?: ?(?:(?<am6>${morning})|(?<pm6>${afternoon})))?`,
    // 5pm, 5 pm, 5 o'clock
    `(?<![\\d:.,/-])(?<h7>1[0-2]|0?\\d) ?(?:(?<am7>${morning})|(?<pm7>${afternoon}))`,
  ].join('|'),
  'u',
);
/** Indonesian counts to the hour that comes: "setengah 7" is half past six. */
const halfTo = /\bsetengah (?<hour>\d{1,2})(?!\d)/u;
const past =
  /\b(?:(?<half>half past|at half)|(?<quarter>quarter past)|(?<before>quarter to)) (?<hour>\d{1,2})\b(?: ?(?:(?<am>am)|(?<pm>pm)))?/u;

/**
 * The first time of day that a folded text names. A bare hour is the one at which people are about:
 * 1 to 6 in the afternoon; from 7 to 11 it may be either.
 */
export function readTime(text: string): TimeFound | undefined {
  const to = halfTo.exec(text);
  if (to?.groups !== undefined)
    return found(text, to, hourBefore(Number(to.groups['hour'])), 30, false, false, false);
  const part = past.exec(text);
  if (part?.groups !== undefined) {
    const { hour, half, before, am, pm } = part.groups;
    const to = before !== undefined;
    return found(
      text,
      part,
      to ? hourBefore(Number(hour)) : Number(hour),
      half !== undefined ? 30 : to ? 45 : 15,
      am !== undefined,
      pm !== undefined,
      false,
    );
  }
  const match = written.exec(text);
  if (match?.groups !== undefined) {
    const groups = match.groups;
    const group = (name: string): string | undefined =>
      Object.entries(groups).find(
        ([key, value]) => value !== undefined && key.replace(/\d+$/, '') === name,
      )?.[1];
    const less = group('less') !== undefined;
    const minute =
      group('half') !== undefined
        ? 30
        : less
          ? 45
          : group('quarter') !== undefined
            ? 15
            : Number(group('m') ?? 0);
    const exact = group('m') !== undefined && /^\d{2}[:.h]/.test(match[0]);
    return found(
      text,
      match,
      less ? hourBefore(Number(group('h'))) : Number(group('h')),
      minute,
      group('am') !== undefined,
      group('pm') !== undefined,
      exact,
    );
  }
  for (const [pattern, minutes] of named) {
    const word = pattern.exec(text);
    if (word !== null) return { minutes: [minutes], start: word.index, end: word.index + word[0].length };
  }
  return undefined;
}

/** A quarter to one is at a quarter to, after twelve. */
function hourBefore(hour: number): number {
  return hour > 12 ? hour - 1 : (hour + 11) % 12 || 12;
}

/** `exact`: written with two digits for the hour ("05:30"), as clocks of 24 hours are. */
function found(
  text: string,
  match: RegExpExecArray,
  hour: number,
  minute: number,
  am: boolean,
  pm: boolean,
  exact: boolean,
): TimeFound | undefined {
  if (hour > 24 || minute > 59) return undefined;
  const isMorning = am || (!pm && anywhere.am.test(text) && !anywhere.pm.test(text));
  const isLater = pm || (!am && anywhere.pm.test(text) && !anywhere.am.test(text));
  const hours = hoursOf(hour % 24, isMorning, isLater, exact);
  return {
    minutes: hours.map((h) => h * 60 + minute),
    start: match.index,
    end: match.index + match[0].length,
  };
}

function hoursOf(hour: number, am: boolean, pm: boolean, exact: boolean): readonly number[] {
  if (am) return [hour === 12 ? 0 : hour];
  if (pm) return [hour < 12 ? hour + 12 : hour];
  if (exact || hour === 0 || hour >= 12) return [hour];
  return hour <= 6 ? [hour + 12] : [hour, hour + 12];
}

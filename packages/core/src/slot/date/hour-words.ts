const arabicCardinals =
  'واحده|وحده,اثنين|اتنين|ثنتين|تنتين,ثلاثه|تلاته|ثلاث|تلات,اربعه|اربع,خمسه|خمس,سته|ست,سبعه|سبع,ثمانيه|تمانيه|تمنيه|ثمان|تمن,تسعه|تسع,عشره|عشر,احدي عشره|احدي عشر|احد عشر|احدعشر|حداشر|احدعش|حدعش,اثنتا عشره|اثنا عشر|اثني عشر|اثنعشر|اتناشر|اثنعش|اطنعش';

/**
 * Hours in words, from one on in order ("a|b": either), and what stands before or behind them where they are hours: "at ten",
 * "a las diez", "dix heures", "الساعة العاشرة", "三点". `lead`: what to put before the digits, where the words
 * before them are no sign of an hour. All in the folded form.
 */
const spoken: readonly {
  readonly words: string;
  readonly before: string;
  readonly behind?: string;
  readonly lead?: string;
}[] = [
  {
    words: 'one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve',
    before: '(?:at|around|about|by|after|before|from|until|till|half past|quarter past|quarter to|at half) ',
    behind: '(?! (?:people|persons?|of us|days?|weeks?|months?|minutes?|hours?))',
  },
  { words: 'una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce', before: '(?:a las?|las) ' },
  {
    words: 'una,dos,tres,cuatro,cinco,seis,siete,ocho,nueve,diez,once,doce',
    before: '',
    behind: '(?= (?:y (?:media|cuarto)|menos cuarto)(?![\\p{L}]))',
    lead: 'a las ',
  },
  {
    words: 'uma,duas,tres,quatro,cinco,seis,sete,oito,nove,dez,onze',
    before: '',
    behind: '(?= e meia(?![\\p{L}]))',
    lead: 'as ',
  },
  {
    words: 'une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze',
    before: '',
    behind: '(?= heures? (?:et demie?|et quart|moins le quart|du matin|du soir)(?![\\p{L}]))',
    lead: 'a ',
  },
  {
    words:
      'uma,duas,tres,quatro,cinco,seis,sete,oito,nove,dez,onze,doze,treze,catorze|quatorze,quinze,dezesseis,dezessete,dezoito,dezenove,vinte',
    before: '(?:as|das|pelas) ',
  },
  {
    words:
      'une,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize,quatorze,quinze,seize,dix-sept,dix-huit,dix-neuf,vingt',
    before: '(?:a|vers|des|avant|apres) ',
    behind: '(?= heures?)',
  },
  {
    words: 'satu,dua,tiga,empat,lima,enam,tujuh,delapan,sembilan,sepuluh,sebelas,dua belas',
    before: '(?:jam|pukul|setengah) ',
  },
  { words: 'एक,दो,तीन,चार,पांच,छह,सात,आठ,नौ,दस,ग्यारह,बारह', before: '', behind: '(?= बजे)' },
  { words: 'ek,do,teen,char,paanch,chhe,saat,aath,nau,das,gyarah,barah', before: '', behind: '(?= ba?je)' },
  {
    words:
      'الواحده,الثانيه,الثالثه,الرابعه,الخامسه,السادسه,السابعه,الثامنه,التاسعه,العاشره,الحاديه عشره|الحاديه عشر,الثانيه عشره|الثانيه عشر',
    before: '(?:الساعه|عالساعه|للساعه) ',
  },
  // "الساعة عشرة ونص": the number itself, and not its place.
  { words: arabicCardinals, before: '(?:الساعه|عالساعه|للساعه|بالساعه) ' },
  {
    words: arabicCardinals.replace(',اثنين|اتنين|ثنتين|تنتين,', ',,'),
    before: '(?<!(?:الساعه|عالساعه|للساعه|بالساعه|احنا|نحن|حنا|عددنا) )',
    behind: '(?= (?:ونصف?|والنصف|والربع|وربع|الا ربع|الصبح|صباحا|مساء|المسا|العصر|بالليل|ليلا)(?![\\p{L}]))',
    lead: 'الساعه ',
  },
  // From the fifth on nobody counts places in a list: "make it the tenth" is an hour.
  {
    words:
      ',,,,الخامسه,السادسه,السابعه,الثامنه,التاسعه,العاشره,الحاديه عشره|الحاديه عشر,الثانيه عشره|الثانيه عشر',
    before: '(?<!(?:الساعه|عالساعه|للساعه) )',
    lead: 'الساعه ',
  },
  // Moroccan: "at ten" is "with the ten".
  {
    words: 'الوحده,الجوج,التلاته,الربعه,الخمسه,السته,السبعه,التمنيه,التسعود,العشره,الحداش,الطناش',
    before: '(?:مع|الساعه) ',
    lead: 'الساعه ',
  },
];

const patterns: readonly (readonly [RegExp, ReadonlyMap<string, string>])[] = spoken.map(
  ({ words, before, behind = '', lead = '' }) => {
    const hours = new Map(
      words.split(',').flatMap((either, place) =>
        either
          .split('|')
          .filter((word) => word !== '')
          .map((word) => [word, `${lead}${place + 1}`] as const),
      ),
    );
    const longestFirst = [...hours.keys()].toSorted((a, b) => b.length - a.length).join('|');
    const end = `(?![\\p{L}\\p{M}\\p{N}-])${behind}`;
    return [new RegExp(`(?<=(?<![\\p{L}\\p{M}])${before})(?:${longestFirst})${end}`, 'gu'), hours];
  },
);

const han = /(?:十[一二]?|[一二两三四五六七八九])(?= ?[点點])/gu;
const hanHours: ReadonlyMap<string, number> = new Map(
  ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'].map((word, place) => [
    word,
    place + 1,
  ]),
);

/** A folded text with the hours in it as digits. */
export function withHourDigits(text: string): string {
  let read = text;
  for (const [pattern, hours] of patterns) read = read.replace(pattern, (word) => hours.get(word) ?? word);
  return read.replace(han, (word) => String(word === '两' ? 2 : (hanHours.get(word) ?? word)));
}

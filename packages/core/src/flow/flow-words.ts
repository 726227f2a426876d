import { plainWords } from '../slot/plain-words.ts';

/** The few words a flow says by itself; everything else is its author's. Titles have at most 20 characters. */
export type FlowWords = {
  readonly yes: string;
  readonly no: string;
  /** Opens a list. */
  readonly choose: string;
  /** Before the buttons with what an unclear answer may mean. */
  readonly which: string;
  readonly dropped: string;
  /** Before what follows a choice that the customer had made already. */
  readonly taken: (title: string) => string;
  /** After an hour by the customer's own clocks. `zone`: "Dublin time"; `now`: "10:05". */
  readonly localTime: (zone: string, now: string) => string;
};

/** The flow's own words in a language, in English for one that has none. */
export function flowWords(language: string): FlowWords {
  return words[language] ?? words[language.split('-')[0] ?? ''] ?? english;
}

const english: FlowWords = {
  yes: 'Yes',
  no: 'No',
  choose: 'Choose',
  which: 'Which do you mean?',
  dropped: 'Okay, never mind. Write again whenever you need me.',
  taken: (title) => `${title}, as you wrote.`,
  localTime: (zone, now) => `Our times are ${zone}; it is ${now} here now. Which time here do you mean?`,
};

const words: Readonly<Record<string, FlowWords>> = {
  en: english,
  es: {
    yes: 'Sí',
    no: 'No',
    choose: 'Elegir',
    which: '¿A cuál se refiere?',
    dropped: 'De acuerdo, lo dejamos. Escríbame cuando lo necesite.',
    taken: (title) => `${title}, como escribió.`,
    localTime: (zone, now) =>
      `Nuestros horarios son en ${zone}; aquí son ahora las ${now}. ¿A qué hora de aquí se refiere?`,
  },
  pt: {
    yes: 'Sim',
    no: 'Não',
    choose: 'Escolher',
    which: 'Qual delas?',
    dropped: 'Tudo bem, deixamos assim. Escreva quando precisar.',
    taken: (title) => `${title}, como você escreveu.`,
    localTime: (zone, now) =>
      `Nossos horários são no ${zone}; aqui são agora ${now}. Que horas daqui você quer dizer?`,
  },
  fr: {
    yes: 'Oui',
    no: 'Non',
    choose: 'Choisir',
    which: 'Lequel voulez-vous dire ?',
    dropped: "D'accord, on laisse. Écrivez-moi quand vous voulez.",
    taken: (title) => `${title}, comme vous l’avez écrit.`,
    localTime: (zone, now) =>
      `Nos horaires sont à l’${zone} ; il est maintenant ${now} ici. De quelle heure d’ici parlez-vous ?`,
  },
  id: {
    yes: 'Ya',
    no: 'Tidak',
    choose: 'Pilih',
    which: 'Yang mana maksud Anda?',
    dropped: 'Baik, tidak jadi. Silakan tulis lagi kapan saja.',
    taken: (title) => `${title}, seperti yang Anda tulis.`,
    localTime: (zone, now) =>
      `Jam kami memakai ${zone}; di sini sekarang pukul ${now}. Maksud Anda jam berapa di sini?`,
  },
  hi: {
    yes: 'हाँ',
    no: 'नहीं',
    choose: 'चुनें',
    which: 'आपका मतलब किससे है?',
    dropped: 'ठीक है, रहने देते हैं। ज़रूरत हो तो फिर लिखिए।',
    taken: (title) => `${title}, जैसा आपने लिखा।`,
    localTime: (zone, now) => `हमारे समय ${zone} के अनुसार हैं; यहाँ अभी ${now} बजे हैं। यहाँ के हिसाब से कितने बजे?`,
  },
  'hi-Latn': {
    yes: 'Haan',
    no: 'Nahi',
    choose: 'Chuniye',
    which: 'Aapka matlab kis se hai?',
    dropped: 'Theek hai, rehne dete hain. Zaroorat ho to phir likhiye.',
    taken: (title) => `${title}, jaisa aapne likha.`,
    localTime: (zone, now) =>
      `Hamare samay ${zone} ke hisaab se hain; yahan abhi ${now} baje hain. Yahan ke hisaab se kitne baje?`,
  },
  ar: {
    yes: 'نعم',
    no: 'لا',
    choose: 'اختر',
    which: 'أيّهما تقصد؟',
    dropped: 'حسنًا، لا بأس. اكتب لنا متى احتجت.',
    taken: (title) => `${title}، كما كتبت.`,
    localTime: (zone, now) => `مواعيدنا ${zone}؛ الساعة هنا الآن ${now}. أي ساعة بتوقيتنا تقصد؟`,
  },
  zh: {
    yes: '是',
    no: '否',
    choose: '选择',
    which: '您指的是哪一个?',
    dropped: '好的,先不办了。需要时随时给我们留言。',
    taken: (title) => `${title},按您写的来。`,
    localTime: (zone, now) => `我们的时间按${zone};这里现在是 ${now}。您指的是这里的几点?`,
  },
};

/** Whether the whole text asks to begin again. */
export function asksToStartOver(text: string): boolean {
  return startOver.has(plainWords(text));
}

/** Whether the whole text asks to leave a question open. */
export function asksToSkip(text: string): boolean {
  return skip.has(plainWords(text));
}

/** What follows a word that takes something back: "Friday" for "no, sorry, Friday"; undefined without one. */
export function correctionIn(text: string): string | undefined {
  let rest = text.trim();
  for (let leads = 0; leads < 3; leads += 1) {
    const found = lead.exec(rest);
    if (found === null || found[0] === '' || found[0].length === rest.length) break;
    rest = rest.slice(found[0].length).trim();
  }
  return rest === text.trim() || rest === '' ? undefined : rest;
}

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(',').map(plainWords)));
}

const startOver = wordSet(
  'start over, start again, restart, from the beginning, begin again, reset, let us start over, lets start over, start over please',
  'empezar de nuevo, de nuevo desde el principio, volver a empezar, reiniciar, desde el principio',
  'começar de novo, recomeçar, do começo, do início, reiniciar',
  'recommencer, on recommence, reprendre au début, depuis le début, recommençons',
  'ulang, ulang dari awal, mulai lagi, mulai dari awal, mulai ulang',
  'फिर से शुरू करें, शुरू से, दोबारा शुरू करें, फिर से शुरू',
  'phir se shuru karo, shuru se, dobara shuru karo, phir se shuru, phir se shuru karein',
  'من البداية, ابدأ من جديد, نبدأ من جديد, من جديد, البدء من جديد, من الأول',
  '重新开始, 从头开始, 重来, 重新来, 从头来',
);

const skip = wordSet(
  'skip, skip it, skip this, pass, none, no preference',
  'saltar, omitir, pasar, ninguno, ninguna',
  'pular, passar, nenhum, nenhuma',
  'passer, aucun, aucune, sauter',
  'lewati, lewat, tidak ada, skip saja',
  'छोड़ें, छोड़ दो, कोई नहीं, रहने दो',
  'chhodo, chod do, koi nahi, rehne do, skip karo',
  'تخطي, تخطى, تجاوز, لا يوجد, بدون',
  '跳过, 略过, 没有, 无',
);

const leads = [
  'no',
  'no wait',
  'wait',
  'actually',
  'sorry',
  'i mean',
  'i meant',
  'rather',
  'make it',
  'make that',
  'change (?:it|that) to',
  'better',
  'en realidad',
  'perdón',
  'perdon',
  'mejor',
  'quise decir',
  'quiero decir',
  'não',
  'nao',
  'na verdade',
  'desculpe',
  'desculpa',
  'quis dizer',
  'quero dizer',
  'melhor',
  'non',
  'en fait',
  'pardon',
  'plutôt',
  'plutot',
  'je voulais dire',
  'je veux dire',
  'bukan',
  'tidak',
  'eh',
  'maaf',
  'maksud saya',
  'sebenarnya',
  'ganti',
  'नहीं',
  'माफ़ कीजिए',
  'मेरा मतलब',
  'असल में',
  'nahi',
  'nahin',
  'mera matlab',
  'asal mein',
  'لا',
  'عفوا',
  'عفوًا',
  'اقصد',
  'أقصد',
  'قصدي',
  'في الواقع',
];
/** Chinese writes no space after it. */
const chineseLeads = [
  '地址写错了',
  '我写错了',
  '写错了',
  '弄错了',
  '打错了',
  '说错了',
  '错了',
  '不是',
  '不对',
  '不好意思',
  '不',
  '我是说',
  '其实',
  '改成',
  '改为',
  '换成',
  '应该是',
  '抱歉',
];
const separator = '[\\s,.!;:،。，！：—-]';
const lead = new RegExp(
  `^(?:(?:${leads.toSorted((a, b) => b.length - a.length).join('|')})${separator}+|(?:${chineseLeads.join('|')})${separator}*)`,
  'iu',
);

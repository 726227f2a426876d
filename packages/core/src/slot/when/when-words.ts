import { anyWord, isHan, wordEnd, wordStart } from '../any-word.ts';
import { folded } from '../date/folded.ts';

/** Minutes from midnight, the end not included. */
export type PartOfDay = { readonly from: number; readonly to: number };

const hour = 60;

/** Words for a part of the day, in the order in which they count. */
export const parts: readonly (readonly [RegExp, PartOfDay])[] = [
  [
    any(
      'late afternoon,end of the day,end of the afternoon,after work,al final de la tarde,al final del día,última hora,saliendo del trabajo,después del trabajo,fim da tarde,final da tarde,fim do dia,final do dia,depois do trabalho,fin de journée,fin d après-midi,fin d aprem,après le travail,sore menjelang malam,sepulang kerja,दफ़्तर के बाद,office ke baad,بعد العمل,بعد الدوام,آخر النهار,下班后,傍晚',
    ),
    { from: 16 * hour, to: 21 * hour },
  ],
  [
    any(
      'first thing,first thing in the morning,primera hora,a primera hora,primeira hora,logo cedo,bem cedo,à la première heure,première heure,tôt le matin,pagi-pagi,सुबह सुबह,subah subah,الصباح الباكر,باكرا,一大早,一早',
    ),
    { from: 0, to: 10 * hour },
  ],
  [
    any(
      'evening,evenings,tonight,tonite,2nite,2night,at night,for dinner,dinner for,dinner on,dinner at,dinner this,dinner next,dinner tomorrow,para cenar,a cenar,pra jantar,para jantar,pour dîner,makan malam,रात के खाने,raat ke khane,للعشاء,吃晚饭,吃晚餐,明晚,por la noche,por las noches,en la noche,de la noche,esta noche,noche,à noite,de noite,da noite,ce soir,soir,soirée,en soirée,le soir,du soir,malam,malem,रात,शाम,raat,shaam,sham,مساء,المساء,بالليل,ليلا,العشاء,晚上,今晚,傍晚',
    ),
    { from: 17 * hour, to: 24 * hour },
  ],
  // Beside a day, "noite" and "tarde" are parts of it; elsewhere they greet ("boa noite") or mean "later".
  [beside('noite'), { from: 17 * hour, to: 24 * hour }],
  [beside('tarde'), { from: 12 * hour, to: 18 * hour }],
  [
    any(
      'afternoon,afternoons,after lunch,por la tarde,por las tardes,en la tarde,de la tarde,à tarde,de tarde,da tarde,après-midi,après midi,aprem,siang,sore,दोपहर,dopahar,بعد الظهر,العصر,下午',
    ),
    { from: 12 * hour, to: 18 * hour },
  ],
  [
    any(
      'lunchtime,lunch time,at lunch,for lunch,lunch for,lunch on,para almorzar,a almorzar,pra almoçar,para almoçar,pour déjeuner,للغداء,吃午饭,吃午餐,al mediodía,mediodia,na hora do almoço,à midi,makan siang,الظهر,中午',
    ),
    { from: 11 * hour + 30, to: 15 * hour },
  ],
  [
    any(
      'morning,mornings,early,今早,明早,por la mañana,por las mañanas,en la mañana,de la mañana,temprano,de manhã,pela manhã,da manhã,cedo,le matin,du matin,dans la matinée,matin,de bonne heure,pagi,सुबह,सवेरे,subah,savere,صباحا,الصباح,الصبح,早上,上午,清晨',
    ),
    { from: 0, to: 12 * hour },
  ],
  // "Plus tôt" is earlier than what was shown.
  [/(?<![\p{L}\p{M}])(?<!plus )tot(?![\p{L}\p{M}])/u, { from: 0, to: 12 * hour }],
];

/** Any time will do, the sooner the better. */
export const soonest = any(
  'as soon as possible,asap,the soonest,soonest,the earliest,earliest,first available,next available,next free,any time,anytime,any day,whenever,whichever,you choose,lo antes posible,cuanto antes,lo más pronto posible,el primero que haya,cualquier día,cualquier hora,cuando sea,cuando haya,me da igual,o quanto antes,o mais cedo possível,qualquer dia,qualquer hora,quando tiver,tanto faz,au plus tôt,le plus tôt possible,dès que possible,au plus vite,n importe quand,n importe quel jour,peu importe,secepatnya,paling cepat,kapan saja,kapan aja,hari apa saja,terserah,जल्द से जल्द,जल्दी से जल्दी,कभी भी,किसी भी दिन,jald se jald,jaldi se jaldi,kabhi bhi,kisi bhi din,في أقرب وقت,بأقرب وقت,أقرب موعد,أي وقت,أي يوم,اي وقت,اي يوم,尽快,越快越好,最快,最早,随时,哪天都行,什么时候都可以,都可以',
);

/** Of the times of a day, the last. Alone it may be about anything. */
export const latest = any(
  'the latest,latest,whatevers latest,whatever is latest,last slot,last appointment,last available,as late as possible,lo más tarde posible,lo más tarde,el último,último horario,o mais tarde possível,o mais tarde,o último,le plus tard possible,le plus tard,le dernier,dernier créneau,paling akhir,paling malam,paling sore,सबसे आख़िरी,सबसे देर,आख़िरी,sabse late,aakhri,akhri,آخر موعد,آخر وقت,最晚,最后一个',
);

/** Whole weeks, seen from today: this one, the next, and its end. */
export const weeks: readonly (readonly [RegExp, 'this' | 'next' | 'weekend'])[] = [
  [
    any(
      'weekend,fin de semana,finde,fim de semana,week-end,akhir pekan,malam minggu,सप्ताहांत,वीकेंड,نهاية الأسبوع,عطلة نهاية الأسبوع,周末,週末',
    ),
    'weekend',
  ],
  [
    any(
      'next week,next wk,nxt week,nxt wk,la próxima semana,la semana que viene,próxima semana,semana que vem,la semaine prochaine,semaine prochaine,la semaine pro,semaine pro,minggu depan,minggu dpn,pekan depan,अगले हफ़्ते,अगले हफ्ते,अगले सप्ताह,agle hafte,agle week,الأسبوع القادم,الأسبوع المقبل,الاسبوع الجاي,下周,下星期,下个星期,下礼拜',
    ),
    'next',
  ],
  [
    any(
      'this week,this wk,esta semana,cette semaine,minggu ini,pekan ini,इस हफ़्ते,इस हफ्ते,is hafte,هذا الأسبوع,هالأسبوع,这周,本周,这个星期,这星期',
    ),
    'this',
  ],
];

/** Stands before a time ("after 5") or, in some languages, behind it ("5 baje ke baad"). */
export const after = {
  before: words(
    'after,from,later than,después de,despues de,a partir de,desde,depois de,depois das,depois da,a partir das,a partir da,après,à partir de,apres,setelah,mulai,di atas,بعد,ابتداء من,من',
  ),
  behind: words('onwards,onward,or later,en adelante,em diante,ke atas,के बाद,ke baad,ke bad,以后,之后,后'),
};
export const until = {
  before: words(
    'before,by,until,till,not later than,antes de,antes das,antes da,hasta,até,ate,avant,jusqu à,sebelum,sampai,قبل,حتى',
  ),
  behind: words('or earlier,se pehle,se pahle,से पहले,以前,之前,前'),
};

/** A word right behind a day: "viernes tarde", "amanhã noite". */
function beside(word: string): RegExp {
  const days =
    'hoy|manana|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hoje|amanha|segunda|terca|quarta|quinta|sexta|feira';
  return new RegExp(`(?<=(?<![\\p{L}])(?:${days}) )${word}(?![\\p{L}])|^${word}$`, 'u');
}

function words(list: string): readonly string[] {
  return list.split(',').map(folded);
}

/** One expression for any of the words, whole words only where a script has spaces. */
function any(list: string): RegExp {
  const all = words(list);
  return anyWord([
    {
      words: all.filter((word) => !isHan(word)).map((word) => word.replaceAll(' ', "[ '-]")),
      before: wordStart,
      after: wordEnd,
    },
    {
      // "下周三" is a day of next week and not the week.
      words: all
        .filter(isHan)
        .map((word) => (/[周期拜]$/u.test(word) ? `${word}(?![一二三四五六日天])` : word)),
    },
  ]);
}

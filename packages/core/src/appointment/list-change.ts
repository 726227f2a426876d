import { anyWord, isHan } from '../slot/any-word.ts';
import { folded } from '../slot/date/folded.ts';

/** How another list of times should differ from the one that was shown; `any`: whichever of them will do. */
export type ListChange = 'earlier' | 'later' | 'other-day' | 'any';

const changes: readonly (readonly [ListChange, RegExp])[] = [
  [
    'any',
    any(
      'any of them,any of those,any is fine,any will do,any one,anyone is fine,either,either one,either is fine,whichever,you choose,you pick,cualquiera,el que sea,la que sea,me da igual,me da lo mismo,da igual,qualquer um,qualquer uma,tanto faz,pode ser qualquer um,n importe lequel,n importe laquelle,peu importe,ca m est egal,comme vous voulez,yang mana saja,yang mana aja,mana saja,terserah,bebas,कोई भी,कोई सा भी,जो भी हो,koi bhi,koi sa bhi,jo bhi ho,اي واحد,اي وقت,لا يهم,ما يهم,عادي اي واحد,اللي كان,随便,都行,都可以,哪个都行',
    ),
  ],
  [
    'other-day',
    any(
      'another day,other day,different day,other days,another date,otro dia,otra fecha,otros dias,outro dia,outra data,outros dias,un autre jour,autre jour,autres jours,une autre date,hari lain,tanggal lain,दूसरा दिन,दूसरे दिन,किसी और दिन,doosre din,dusre din,doosra din,kisi aur din,يوم اخر,يوم ثاني,تاريخ اخر,别的日子,其他日子,换一天,改天,另一天,别的时间',
    ),
  ],
  [
    'earlier',
    any(
      'earlier,sooner,before that,mas temprano,antes,mas pronto,mais cedo,antes disso,plus tot,avant,lebih awal,lebih pagi,lebih cepat,पहले,जल्दी,pehle,jaldi,ابكر,قبل ذلك,اقرب,早一点,早点,更早,提前',
    ),
  ],
  [
    'later',
    any(
      'later,after that,more,more times,others,other times,mas tarde,despues,mas horarios,mas opciones,otras horas,otra hora,mais tarde,depois,mais horarios,outros horarios,outro horario,plus tard,apres,autres horaires,une autre heure,plus d horaires,lebih malam,lebih sore,lebih siang,nanti,jam lain,lainnya,lagi,बाद,देर,और,baad,der se,aur,لاحقا,بعد ذلك,متاخر,اوقات اخرى,المزيد,وقت اخر,晚一点,晚点,更晚,之后,更多,别的时段,其他时间',
    ),
  ],
];

/** What a text wants otherwise; undefined for one that does not say. */
export function listChangeIn(text: string): ListChange | undefined {
  const words = folded(text);
  return changes.find(([, pattern]) => pattern.test(words))?.[0];
}

function any(list: string): RegExp {
  const all = list.split(',').map((word) => folded(word));
  return anyWord([
    { words: all.filter(isHan) },
    {
      words: all.filter((word) => !isHan(word)).map((word) => word.replaceAll(' ', "[ '-]")),
      before: String.raw`(?<![\p{L}\p{M}])`,
      after: String.raw`(?![\p{L}\p{M}])`,
    },
  ]);
}

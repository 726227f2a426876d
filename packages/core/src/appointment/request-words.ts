import { anyWord, isHan, wordEnd, wordStart } from '../slot/any-word.ts';
import { folded } from '../slot/date/folded.ts';

/** What somebody wants of appointments they have; nothing of these is a new one. */
export type RequestIntent = 'move' | 'cancel' | 'show' | 'late';

/** Says that somebody comes late; people have to know, and no time is booked. */
const late = any(
  'running late,be late,will be late,stuck in traffic,mins late,min late,minutes late,voy tarde,llego tarde,llegaré tarde,voy a llegar tarde,voy retrasado,vou me atrasar,vou atrasar,chegar atrasado,estou atrasado,en retard,du retard,telat,terlambat,देर हो,देर से,लेट,late ho,der ho,متاخر,ساتأخر,سأتأخر,بتأخر,تأخرت,迟到,晚到,晚一点到',
);

const move = any(
  'move my,move the,move it,move our,move his,move her,reschedule,resched,postpone,bring forward,push back,push it,change my,change our,change the time,change the day,change my appointment,another day instead,instead of,different day,cambiar mi,cambiar la,cambiar de día,cambio de cita,mover mi,mover la,mover,reagendar,reprogramar,posponer,aplazar,adelantar,pasar mi cita,en vez de,en lugar de,remarcar,reagendar,mudar minha,mudar a,mudar o,adiar,adiantar,trocar o horário,trocar de horário,trocar minha,em vez de,déplacer,reporter,décaler,changer mon,changer ma,changer de,avancer mon,au lieu de,ganti jadwal,ganti hari,ganti jam,ubah jadwal,ubah jam,ubah hari,ubah reservasi,ubah booking,pindah jadwal,pindah hari,pindah jam,pindahin,pindahkan,reskedul,reschedule,dimajuin,dimundurin,diundur,dimajukan,majuin,mundurin,geser,बदल,आगे बढ़ा,शिफ्ट,badal,badalni,badalna,badalne,badlo,badlein,aage badha,shift,shift kar,postpone kar,تغيير موعد,اغير موعد,أغير,أغيّر,اغير,تأجيل,أجل,اجل الموعد,أأجل,تقديم الموعد,نقل موعد,أنقل,انقل,تعديل الحجز,نبدل,نغير,نأجل,نأخر,بدل ليا,نبدلو,نبدلها,改时间,改期,改约,改到,改一下,换时间,换个时间,推迟,提前到,改成',
);

const cancel = any(
  'cancel,cancel my,delete my,delete the,remove my,don t need it any more,no longer need,bórrala,borra mi,borra la,elimina mi,elimina la,quita mi,quítala,ya no quiero,ya no necesito,no quiero la cita,não quero mais,apaga minha,exclui minha,supprimer mon,supprime mon,supprimez mon,supprimer ma,je n en veux plus,hapus,tidak jadi,ga jadi deh,हटा,hata do,احذف,امسح,ما بقيتش باغي,删掉,删除,不要了,call off,can t come,cant come,cannot come,can t make it,cant make it,cannot make it,won t make it,not coming,won t be able,drop my,cancelar,cancela,cancelo,cancelen,anular,anula,no puedo ir,no podré ir,ya no voy,no voy a poder,no podemos ir,desmarcar,cancele,não posso ir,não vou poder,não vou conseguir,não consigo ir,annuler,annulez,annule,je ne peux pas venir,je peux pas venir,je ne pourrai pas,on ne peut pas venir,batalkan,batalin,batal,cancel,ga jadi,gak jadi,nggak jadi,tidak jadi datang,ga bisa datang,gak bisa dateng,tidak bisa datang,रद्द,कैंसिल,नहीं आ पा,नहीं आ सक,cancel kar,radd,nahi aa pa,nahi aa sak,الغاء,إلغاء,الغي,ألغي,ألغ,الغ,نلغي,نلغيه,نلغيها,يلغي,تلغي,تلغيو,نكنسل,كنسل,ما نقدرش نجي,مانقدرش نجي,ماغاديش نجي,ما غاديش نجي,ما اقدر اجي,لن أستطيع الحضور,لا أستطيع الحضور,مش هقدر اجي,取消,退订,来不了,去不了',
);

const show = any(
  'when is my,what time is my,what time s my,when s my,do i have an appointment,do i have a booking,do we have a booking,my appointments,my bookings,my reservation,confirm my,confirming my,just confirming,yes confirming,is my,did you get my,is it still on,what time did i book,when did i book,am i booked,are we booked,cuándo es mi,a qué hora es mi,a qué hora tengo,cuándo tengo,tengo cita,mis citas,mi cita,confirmar mi,confirmo mi,mi reserva,mis reservas,quando é minha,quando é a minha,que horas é minha,que horas é a minha,minhas consultas,minha consulta,tenho consulta,confirmar minha,minha reserva,quand est mon,à quelle heure est mon,c est quand mon,mes rendez-vous,ai-je un,ai-je une,j ai rdv quand,confirmer mon,confirmer ma,ma réservation,kapan jadwal saya,jadwal saya,jam berapa jadwal,janji saya,booking saya,reservasi saya,konfirmasi,मेरी अपॉइंटमेंट कब,मेरा अपॉइंटमेंट कब,मेरी बुकिंग,मेरी अपॉइंटमेंट,meri appointment kab,mera appointment kab,meri booking,meri appointment,متى موعدي,موعدي متى,كم الساعة موعدي,مواعيدي,موعدي,حجزي,تأكيد موعدي,تاكيد حجزي,我的预约,我的订位,我的预订,我约的,我预约的,我订的,几点的预约,确认一下',
);

/** Asks what they have booked. Unlike some of `show`, it cannot be about anything else. */
const own = any(
  'what appointments do i have,which appointments do i have,my upcoming appointments,appointments do i have,bookings do i have,lessons do i have,classes do i have,reservations do i have,what have i booked,what do i have booked,what did i book,show my bookings,show my appointments,list my bookings,list my appointments,when is my appointment,when is my booking,when is my lesson,when is my class,my next appointment,qué citas tengo,citas tengo,cuáles son mis citas,qué reservas tengo,reservas tengo,qué clases tengo,clases tengo,tengo reservado,tengo agendado,tengo agendada,que aulas eu tenho,aulas eu tenho,aulas tenho,quais aulas tenho,tenho marcadas,tenho marcado,tenho marcada,tenho reservado,tenho agendado,tenho agendada,meus agendamentos,minhas reservas,quando é minha aula,que horas é minha aula,quel est mon rendez-vous,quel est mon rdv,quand est mon rendez-vous,quand est mon rdv,c est quand mon rendez-vous,c est quand mon rdv,quels rendez-vous j ai,quels rdv j ai,j ai quels rendez-vous,j ai quels rdv,mes rdv,quelles leçons j ai,j ai quelles leçons,j ai réservé quoi,qu est-ce que j ai réservé,quand est ma leçon,à quelle heure est ma leçon,c est quand ma leçon,janji apa saja,reservasi apa saja,booking apa saja,apa saja reservasi saya,apa saja booking saya,reservasi saya apa,मेरी कौन सी बुकिंग,मेरी कौन सी अपॉइंटमेंट,मेरी बुकिंग क्या,मेरे अपॉइंटमेंट क्या,कौन सी बुकिंग है मेरी,meri kaun si booking,meri konsi booking,meri kaun si appointment,mera kaun sa appointment,meri bookings,mere appointments,ما مواعيدي,ما هي مواعيدي,مواعيدي القادمة,حجوزاتي,شنو عندي محجوز,عندي محجوز,شنو الدروس اللي عندي,الدروس اللي عندي,شنو هما الدروس ديالي,ماذا حجزت,我有哪些预约,我有什么预约,我有预约吗,我约了什么,我约了哪些,我订了什么,我的预约有哪些',
);

/** Asks for what a booking is named by. */
const reference = any(
  'reference,reference number,my reference,the ref,my ref,ref number,ref no,whats the ref,booking number,booking code,confirmation number,confirmation code,referencia,número de reserva,código de reserva,número de confirmación,referência,número da reserva,código da reserva,référence,numéro de réservation,code de réservation,nomor referensi,referensi,kode booking,kode reservasi,nomor reservasi,nomor booking,संदर्भ संख्या,रेफरेंस,बुकिंग नंबर,booking ka number,reference kya,رقم المرجع,رقم الحجز,المرجع,预约号,订位号,预约编号,确认号',
);

/** One more, or some fewer, of those a booking is for. */
const people = any(
  'one more person,one more people,more person,more people,another person,one more guest,extra person,extra guest,one more,add one,one less,one fewer,una persona más,un invitado más,personas más,uno más,una más,una persona menos,agregar una persona,añadir una persona,mais uma pessoa,mais um convidado,pessoas a mais,uma pessoa a mais,uma pessoa a menos,adicionar uma pessoa,une personne de plus,personnes de plus,une personne en plus,un de plus,une personne de moins,ajouter une personne,tambah satu orang,tambah orang,tambah 1 orang,satu orang lagi,kurang satu orang,एक और व्यक्ति,एक और आदमी,एक व्यक्ति और,एक और लोग,ek aur aadmi,ek aur insaan,ek aur vyakti,ek aur log,ek banda aur,ek aur person,شخص آخر,شخص واحد زيادة,شخص إضافي,نزيد واحد,نزيد شخص,نزيدو واحد,واحد زيادة,加一个人,多一个人,再加一位,加一位,多一位,少一个人,少一位',
);

/** "Actually", "instead": the rest takes the place of what was booked. */
const instead = any(
  'actually,instead,rather,make it,make that,change it to,wait,can we do,could we do,can i do,how about,what about,espera,qué tal,podemos,pode ser,espera aí,attendez,attends,on peut,tunggu,sebentar,eh,ruko,रुको,हो सकता,ho sakta,等等,能不能,mejor,en realidad,en vez,na verdade,melhor,em vez,plutôt,en fait,finalement,sebenarnya,ganti,jadi,असल में,के बजाय,asal mein,badle,ke bajay,بدلا,بدل,أحسن,في الواقع,改成,改到,还是,换成',
);

/** "An earlier slot if somebody cancels": what others do. */
const others = any(
  'somebody cancels,someone cancels,anyone cancels,if there is a cancellation,si alguien cancela,se alguém cancelar,si quelqu un annule,kalau ada yang batal,अगर कोई कैंसिल,agar koi cancel,اذا الغى احد,如果有人取消',
);

/** Read in this order: who moves an appointment may say as well that they cannot come then. */
const intents: readonly (readonly [RequestIntent, RegExp])[] = [
  ['late', late],
  ['move', move],
  ['cancel', cancel],
  ['show', own],
  ['show', show],
];

/** What a text wants of an appointment that is there already; undefined for a new one. */
export function intentIn(text: string): RequestIntent | undefined {
  const words = plain(text).replace(others, ' ');
  return intents.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Whether a text asks what is booked for whoever writes, and can mean nothing else. */
export function asksForOwn(text: string): boolean {
  return own.test(plain(text));
}

/** Whether a text asks for the reference of a booking. */
export function asksForReference(text: string): boolean {
  return reference.test(plain(text));
}

/** Whether a text wants something that is booked to be for other people: "can I add one more person?" */
export function changesPeople(text: string): boolean {
  return people.test(plain(text));
}

/** How many more or fewer a text wants to come than are booked; undefined where it names a number or nothing. */
export function peopleMore(text: string): number | undefined {
  const words = plain(text);
  if (!people.test(words)) return undefined;
  const by = Number(/\d{1,2}/u.exec(words)?.[0] ?? 1);
  return fewer.test(words) ? -by : by;
}

/** Whether what a text says takes the place of something that was said or booked before. */
export function saysInstead(text: string): boolean {
  const words = plain(text);
  return instead.test(words) || takenBack.test(words);
}

/** "No, ten o'clock", "sorry, Friday": a day or an hour behind it takes the place of the one before. */
const takenBack =
  /^(?:(?:oh|eh|ay|ops|ups|aduh|arre) )?(?:no|nope|sorry|perdon|disculpa|nao|desculpa|desculpe|non|pardon|desole|bukan|tidak|maaf|नहीं|माफ|nahi|nahin|maaf|sorry|لا|عفوا|اسف)[\s,.!:،]+\S|^(?:不是?|不对|抱歉|不好意思|对不起)[,，\s]*[\p{N}\p{L}]/u;

function plain(text: string): string {
  return folded(text).replaceAll(/[’']/gu, ' ');
}

const fewer = /less|fewer|menos|moins|kurang|कम|kam|أقل|اقل|少/u;

function any(list: string): RegExp {
  const all = list.split(',').map((word) => folded(word));
  // Hindi, Arabic and Indonesian put endings behind and in front.
  const inflects = (word: string): boolean => /[\p{Script=Devanagari}\p{Script=Arabic}]/u.test(word);
  return anyWord([
    { words: all.filter(isHan) },
    { words: all.filter(inflects), before: String.raw`(?<![\p{L}\p{M}])(?:ال|ب|ل)?` },
    {
      words: all
        .filter((word) => !isHan(word) && !inflects(word))
        .map((word) => word.replaceAll(' ', '[ -]')),
      before: wordStart,
      after: wordEnd,
    },
  ]);
}

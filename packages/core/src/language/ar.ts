import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

/**
 * A number with its parts in the order in which they are dialled: between Arabic words the groups of "+212 522 555 142"
 * would stand the other way round. Source: Unicode Standard Annex 9, first strong isolate.
 */
const apart = (number: string): string => `\u2068${number}\u2069`;

const offer = 'هل تريد التحدث مع شخص بخصوصه؟';

export const arabic: Sentences = {
  greeting: {
    first: (business, tasks) => `أهلا بك في ${business}! أستطيع مساعدتك في: ${tasks}. كيف أخدمك؟`,
    known: (business, tasks, name) =>
      `أهلا بك يا ${name} في ${business}! أستطيع مساعدتك في: ${tasks}. كيف أخدمك؟`,
    again: 'أنا هنا. كيف أخدمك؟',
    isBot: (business) =>
      `أنا مساعد الذكاء الاصطناعي لدى ${business}، برنامج آلي. إن كنت تفضل التحدث مع شخص، أستطيع تحويلك.`,
  },
  person: {
    word: 'موظف',
    button: 'التحدث مع شخص',
    passing: 'أحولك الآن إلى فريقنا، وسيرد عليك شخص هنا.',
    away: (when, zone) =>
      `نقلت الأمر إلى فريقنا. هم غير متواجدين الآن ويعودون ${when} (${zone})، وسيرد عليك شخص هنا.`,
    awayUnknown: 'نقلت الأمر إلى فريقنا. هم غير متواجدين الآن، ولا أعرف بعد متى يعودون.',
    meanwhile: (path) => `وحتى ذلك الوقت يمكنك ${path}.`,
    zone: (city) => `بتوقيت ${city}`,
  },
  disclosure: (business) => `أنت تتحدث مع مساعد الذكاء الاصطناعي لدى ${business}. اكتب موظف للتحدث مع شخص.`,
  scope: {
    refusal: (business, tasks, other) =>
      `عذرا، أستطيع المساعدة فقط في خدمات ${business}: ${tasks}. لغير ذلك، ${other}.`,
    andMore: (tasks) => `${tasks} وغيرها`,
    personHere: 'أستطيع تحويلك هنا إلى شخص من فريقنا',
    personOr: (path) => `أستطيع تحويلك إلى شخص من فريقنا، أو يمكنك ${path}`,
    restDeclined: 'أستطيع المساعدة في جزء من رسالتك فقط، أما الباقي فأتركه.',
  },
  paths: {
    inChat: 'طلب التحدث مع شخص هنا',
    phone: (number) => `الاتصال على ${apart(number)}`,
    email: (address) => `الكتابة إلى ${address}`,
    web: (url) => `زيارة ${url}`,
    inStore: (address) => `زيارتنا في ${address}`,
    faq: (url) => `الاطلاع على ${url}`,
    form: (url) => `تعبئة النموذج في ${url}`,
    channel: (name, at) => `التواصل معنا عبر ${name}: ${at}`,
  },
  clarify: {
    which: 'لست متأكدا مما تقصد. هل هو أحد هذه؟',
    otherWords: 'حسنا. هل يمكنك قولها بطريقة أخرى، أم تفضل التحدث مع شخص؟',
    whatAbout: 'بكل سرور. ما الموضوع؟',
    questionClosed: 'هذا السؤال لم يعد قائما. كيف أخدمك؟',
    notUnderstood: 'عذرا لأنني لا أفهم.',
    insteadYouCan: (path) => `يمكنك أيضا ${path}.`,
  },
  unreadable: {
    names: {
      image: 'الصور',
      video: 'الفيديو',
      audio: 'الرسائل الصوتية',
      'long-audio': 'الرسائل الصوتية الطويلة',
      document: 'المستندات',
      sticker: 'الملصقات',
      location: 'المواقع',
      contacts: 'جهات الاتصال',
      unsupported: 'هذا النوع من الرسائل',
    },
    cannotOpen: (what) => `لا أستطيع فتح ${what} هنا.`,
    goByText: (what) => `لا أستطيع فتح ${what} هنا، لذلك أعتمد على ما كتبته.`,
    nameInstead: (what) =>
      `عذرا، لا أستطيع فتح ${what} هنا. هل يمكنك كتابة اسم المنتج أو المشكلة؟ أو يمكنني تحويل هذا إلى شخص.`,
    writeInstead: (what) => `عذرا، لا أستطيع فتح ${what} هنا. هل يمكنك كتابتها لي، أم تفضل التحدث مع شخص؟`,
  },
  time: {
    today: (clock) => `اليوم الساعة ${clock}`,
    tomorrow: (clock) => `غدا الساعة ${clock}`,
    on: (day, clock) => `يوم ${day} الساعة ${clock}`,
    todayDate: (date) => `اليوم، ${date}`,
    tomorrowDate: (date) => `غدا، ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `إذا كنت أنت أو أي شخص في خطر، فاتصل الآن ${numbers === undefined ? 'برقم الطوارئ في بلدك' : `على ${apart(numbers)}`}؛ أنا برنامج ولا أستطيع طلب النجدة من هنا. أبلغت فريقنا.${phone === undefined ? '' : ` هاتفنا: ${apart(phone)}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `خيرا فعلت أنك كتبت هذا. أنا برنامج، فأرجو أن تتحدث الآن مع من يستطيع أن يكون معك: ${crisis === undefined ? '' : `خط الدعم النفسي ${apart(crisis)} أو `}الطوارئ${numbers === undefined ? ' في بلدك' : ` على ${apart(numbers)}`}. أبلغت فريقنا.${phone === undefined ? '' : ` هاتفنا: ${apart(phone)}.`}`,
  },
  complaint: 'نأسف لما حدث. أحول الأمر الآن فورا إلى شخص من فريقنا.',
  privacy:
    'طلبك بشأن بياناتك الشخصية يتولاه أشخاص من فريقنا، وقد وضعت له أولوية. لا أستطيع بنفسي عرض البيانات أو تغييرها أو حذفها، لذلك لم يتغيّر شيء بعد.',
  keepSecret:
    'من فضلك لا ترسل أرقام البطاقات أو رمز CVV أو الرقم السري أو كلمات المرور أو رموز الدخول في هذه المحادثة؛ نحن لا نطلبها هنا أبدًا. لن أستخدم ما أرسلته.',
  boundary: (business) =>
    `أنا مساعد ${business} ويسعدني أن أساعدك في ذلك، لكن أرجو أن يبقى الحديث محترما. لا أرد على الإساءات.`,
  stopped: (business) =>
    `تم: لن تصلك عروض من ${business} بعد الآن. وإذا كتبت لنا فسنرد عليك. للتحدث مع شخص اكتب موظف.`,
  otherLanguage: (spoken) => `عذرا، أستطيع الكتابة هنا بهذه اللغة فقط: ${spoken}.`,
  order: {
    askNumber: 'هل ترسل لي رقم الطلب من فضلك؟ تجده في رسالة تأكيد الطلب.',
    askProof: (order) =>
      `لا أستطيع عرض الطلب ${order} بما لدي من معلومات. تأكد من الرقم، أو أرسل البريد الإلكتروني أو الرمز البريدي المسجل في الطلب.`,
    askCancel: (order) => `هل ألغي الطلب ${order}؟`,
    wouldCancel: (order, items) => `سيؤدي هذا إلى إلغاء الطلب ${order}${items}. هل أتابع؟`,
    yesCancel: 'نعم، ألغه',
    noKeep: 'لا، أبقه',
    remindNumber: 'لنكمل بخصوص طلبك، أرسل لي رقمه.',
    remindProof: (order) => `لنكمل بخصوص الطلب ${order}، أرسل البريد الإلكتروني أو الرمز البريدي المسجل فيه.`,
    remindCancel: (order) => `هل ما زلت تريد إلغاء الطلب ${order}؟`,
    stays: (order) => `حسنا، يبقى الطلب ${order} كما هو.`,
    yoursStays: 'حسنا، يبقى طلبك كما هو.',
    cancelled: (order) => `تم: الطلب ${order} ملغى.`,
    cancelUncertain: (order) =>
      `عذرا، ليس لدي تأكيد بأن الطلب ${order} قد ألغي، فلا تعتمد على ذلك بعد. سيتحقق شخص من الأمر.`,
    cannotCancel: {
      processing: (order) => `فات الأوان لإلغاء الطلب ${order} من هنا. ${offer}`,
      packed: (order) => `الطلب ${order} جاهز للشحن ولا أستطيع إلغاءه. ${offer}`,
      shipped: (order) => `الطلب ${order} في الطريق ولا أستطيع إلغاءه. ${offer}`,
      delivered: (order) => `الطلب ${order} تم تسليمه ولا أستطيع إلغاءه. ${offer}`,
      cancelled: (order) =>
        `الطلب ${order} ملغى بالفعل، ولا حاجة لشيء آخر. إن لم تكن تتوقع ذلك، أستطيع تحويلك إلى شخص.`,
      returned: (order) => `الطلب ${order} عاد إلينا كمرتجع، فلا شيء يلغى. ${offer}`,
    },
    status: {
      processing: (order) => `الطلب ${order} قيد التجهيز.`,
      packed: (order) => `الطلب ${order} جاهز وينتظر شركة الشحن.`,
      shipped: (order, carrier) =>
        `الطلب ${order} في الطريق${carrier === undefined ? '' : ` مع ${carrier}`}.`,
      delivered: (order) => `الطلب ${order} تم تسليمه.`,
      cancelled: (order) => `الطلب ${order} ملغى.`,
      returned: (order) => `الطلب ${order} عاد إلينا كمرتجع.`,
    },
    expected: (date) => `موعد التسليم المتوقع: ${date}.`,
    late: (date) => `كان متوقعا في ${date}، فهو متأخر؛ نعتذر عن ذلك.`,
    contents: (items) => `محتواه: ${items}.`,
    follow: (url) => `تتبعه هنا: ${url}`,
    noMatch: 'لم أجد طلبا بهذه البيانات.',
    unavailable: 'عذرا، لا أستطيع الوصول إلى الطلبات حاليا.',
  },
  appointment: {
    reminder: (what, when) => `تذكير بموعدك: ${what}، ${when}.`,
    moved: (what, when) => `تم تغيير موعدك: ${what}، الآن ${when}. إذا لم يناسبك ذلك فاكتب لي.`,
    cancelled: (what, when) => `عذرا، اضطررنا إلى إلغاء موعدك: ${what}، ${when}. اكتب لي إذا أردت موعدا آخر.`,
    offer: (what, when, until) =>
      `أصبح الوقت الذي تنتظره متاحا: ${what}، ${when}. نحتفظ به لك حتى: ${until}.`,
  },
  neverMind: 'حسنا، لا بأس. اكتب لي متى احتجت.',
  knowledge: {
    ask: 'بالتأكيد. ماذا تريد أن تعرف؟',
    noAnswer: 'ليس لدي جواب على ذلك.',
    noAnswerOffer: 'ليس لدي جواب على ذلك. هل يمكنك السؤال بطريقة أخرى، أم تفضل التحدث مع شخص؟',
    unavailable: 'عذرا، لا أستطيع البحث عن ذلك حاليا.',
    source: (title, place) => `المصدر: ${where(title, place)}`,
  },
};

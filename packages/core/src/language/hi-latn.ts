import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = 'Kya aap is baare mein kisi insaan se baat karna chahenge?';

export const romanisedHindi: Sentences = {
  greeting: {
    first: (business, tasks) =>
      `Namaste, ${business} ki taraf se! Main inme madad kar sakta hoon: ${tasks}. Bataiye, kya chahiye?`,
    known: (business, tasks, name) =>
      `Namaste ${name}, ${business} ki taraf se! Main inme madad kar sakta hoon: ${tasks}. Bataiye, kya chahiye?`,
    again: 'Main yahin hoon. Bataiye, kya madad karoon?',
    isBot: (business) =>
      `Main ${business} ka AI assistant hoon, ek program. Agar aap kisi insaan se baat karna chahein, to main jod sakta hoon.`,
  },
  person: {
    word: 'HUMAN',
    button: 'Insaan se baat',
    passing: 'Main aapko hamari team se jod raha hoon; koi insaan yahin jawab dega.',
    away: (when, zone) =>
      `Maine yeh hamari team ko de diya hai. Abhi wahan koi nahi hai; woh ${when} (${zone}) wapas aayenge aur koi insaan yahin jawab dega.`,
    awayUnknown:
      'Maine yeh hamari team ko de diya hai. Abhi wahan koi nahi hai, aur mujhe abhi nahi pata ki woh kab lautenge.',
    meanwhile: (path) => `Tab tak aap ${path}.`,
    zone: (city) => `${city} ka samay`,
  },
  disclosure: (business) =>
    `Aap ${business} ke AI assistant se baat kar rahe hain. Insaan se baat karne ke liye HUMAN likhein.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Maaf kijiye, main sirf ${business} ke baare mein madad kar sakta hoon: ${tasks}. Baaki ke liye ${other}.`,
    andMore: (tasks) => `${tasks} aur bhi`,
    personHere: 'main aapko yahin kisi insaan se jod sakta hoon',
    personOr: (path) => `main aapko kisi insaan se jod sakta hoon, ya aap ${path}`,
    restDeclined: 'Main aapke message ke ek hisse mein hi madad kar sakta hoon; baaki mujhe chhodna hoga.',
  },
  paths: {
    inChat: 'yahin kisi insaan se baat karne ko keh sakte hain',
    phone: (number) => `${number} par phone kar sakte hain`,
    email: (address) => `${address} par likh sakte hain`,
    web: (url) => `yahan ja sakte hain: ${url}`,
    inStore: (address) => `yahan aa sakte hain: ${address}`,
    faq: (url) => `yahan dekh sakte hain: ${url}`,
    form: (url) => `yeh form bhar sakte hain: ${url}`,
    channel: (name, at) => `${name} par sampark kar sakte hain: ${at}`,
  },
  clarify: {
    which: 'Main theek se samajh nahi paaya. Kya inme se kuch hai?',
    otherWords: 'Theek hai. Kya aap doosre shabdon mein batayenge, ya kisi insaan se baat karna chahenge?',
    whatAbout: 'Zaroor. Kis baare mein hai?',
    questionClosed: 'Woh sawaal ab khula nahi hai. Bataiye, kya madad karoon?',
    notUnderstood: 'Maaf kijiye, main samajh nahi paa raha hoon.',
    insteadYouCan: (path) => `Aap ${path}.`,
  },
  unreadable: {
    names: {
      image: 'photo',
      video: 'video',
      audio: 'voice message',
      'long-audio': 'itne lambe voice message',
      document: 'document',
      sticker: 'sticker',
      location: 'location',
      contacts: 'contact',
      unsupported: 'is tarah ka message',
    },
    cannotOpen: (what) => `Main yahan ${what} nahi khol sakta.`,
    goByText: (what) => `Main yahan ${what} nahi khol sakta, isliye aapke likhe par chalta hoon.`,
    nameInstead: (what) =>
      `Maaf kijiye, main yahan ${what} nahi khol sakta. Kya aap product ka naam ya problem likhkar bata sakte hain? Ya main ise kisi insaan ko bhej sakta hoon.`,
    writeInstead: (what) =>
      `Maaf kijiye, main yahan ${what} nahi khol sakta. Kya aap likhkar bata sakte hain, ya kisi insaan se baat karna chahenge?`,
  },
  time: {
    today: (clock) => `aaj ${clock} baje`,
    tomorrow: (clock) => `kal ${clock} baje`,
    on: (day, clock) => `${day} ko ${clock} baje`,
    todayDate: (date) => `aaj, ${date}`,
    tomorrowDate: (date) => `kal, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `Agar aap ya koi aur khatre mein hai, to abhi ${numbers ?? 'apne ilaake ke emergency number'} par phone karein; main ek program hoon aur yahan se madad nahi bula sakta. Maine hamari team ko khabar de di hai.${phone === undefined ? '' : ` Hamara phone: ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `Achha hua ki aapne yeh likha. Main ek program hoon; please abhi kisi aise se baat karein jo aapke saath ho sake: ${crisis === undefined ? '' : `helpline ${crisis} ya `}emergency number${numbers === undefined ? '' : ` ${numbers}`}. Maine hamari team ko khabar de di hai.${phone === undefined ? '' : ` Hamara phone: ${phone}.`}`,
  },
  complaint: 'Iske liye hamein khed hai. Main ise abhi kisi insaan ko de raha hoon.',
  privacy:
    'Aapke personal data se judi request hamare log dekhte hain, aur maine ise priority di hai. Main khud data na dikha sakta hoon, na badal ya mita sakta hoon, isliye abhi kuch nahi badla hai.',
  keepSecret:
    'Kripya is chat mein card number, CVV, PIN, password ya OTP na bhejein; hum yahan yeh kabhi nahi maangte. Aapne jo bheja hai, main use istemal nahi karoonga.',
  boundary: (business) =>
    `Main ${business} ka assistant hoon aur usme khushi se madad karoonga, par please baat aadar se karein. Gaaliyon ka main jawab nahi doonga.`,
  stopped: (business) =>
    `Ho gaya: ab aapko ${business} ke promotion nahi aayenge. Aap likhenge to hum jawab denge. Kisi insaan ke liye HUMAN likhein.`,
  otherLanguage: (spoken) => `Maaf kijiye, main yahan sirf ${spoken} mein likh sakta hoon.`,
  order: {
    askNumber: 'Please order number bhejiye. Woh aapke order confirmation mein hai.',
    askProof: (order) =>
      `Mere paas jo jaankari hai usse main order ${order} nahi dikha sakta. Please number check karein, ya woh email ya pin code bhejein jisse order kiya gaya tha.`,
    askCancel: (order) => `Kya order ${order} cancel kar doon?`,
    wouldCancel: (order, items) => `Isse order ${order}${items} cancel ho jayega. Aage badhoon?`,
    yesCancel: 'Haan, cancel karein',
    noKeep: 'Nahi, rehne dein',
    remindNumber: 'Aapke order par aage badhne ke liye please uska number bhejein.',
    remindProof: (order) =>
      `Order ${order} par aage badhne ke liye please woh email ya pin code bhejein jisse order kiya gaya tha.`,
    remindCancel: (order) => `Kya aap ab bhi order ${order} cancel karna chahte hain?`,
    stays: (order) => `Theek hai, order ${order} waisa hi rahega.`,
    yoursStays: 'Theek hai, aapka order waisa hi rahega.',
    cancelled: (order) => `Ho gaya: order ${order} cancel ho gaya hai.`,
    cancelUncertain: (order) =>
      `Maaf kijiye, order ${order} ke cancel hone ki pushti nahi mili, isliye abhi pakka na maanein. Koi insaan check karega.`,
    cannotCancel: {
      processing: (order) => `Order ${order} yahan cancel karne mein ab der ho chuki hai. ${offer}`,
      packed: (order) => `Order ${order} pack ho chuka hai, isliye main use cancel nahi kar sakta. ${offer}`,
      shipped: (order) => `Order ${order} raaste mein hai, isliye main use cancel nahi kar sakta. ${offer}`,
      delivered: (order) =>
        `Order ${order} pahunch chuka hai, isliye main use cancel nahi kar sakta. ${offer}`,
      cancelled: (order) =>
        `Order ${order} pehle hi cancel hai, ab kuch karna baaki nahi. Agar aapne aisa nahi socha tha, to main kisi insaan se jod sakta hoon.`,
      returned: (order) => `Order ${order} wapas aa chuka hai, isliye cancel karne ko kuch nahi. ${offer}`,
    },
    status: {
      processing: (order) => `Order ${order} taiyaar ho raha hai.`,
      packed: (order) => `Order ${order} pack hai aur courier ka intezaar kar raha hai.`,
      shipped: (order, carrier) =>
        `Order ${order}${carrier === undefined ? '' : ` ${carrier} se`} raaste mein hai.`,
      delivered: (order) => `Order ${order} pahunch gaya hai.`,
      cancelled: (order) => `Order ${order} cancel ho gaya hai.`,
      returned: (order) => `Order ${order} hamare paas wapas aa gaya hai.`,
    },
    expected: (date) => `Pahunchne ka anumaan: ${date}.`,
    late: (date) => `Yeh ${date} ko aana tha, isliye der ho gayi hai; maaf kijiye.`,
    contents: (items) => `Isme hai: ${items}.`,
    follow: (url) => `Yahan track karein: ${url}`,
    noMatch: 'Is jaankari se koi order nahi mila.',
    unavailable: 'Maaf kijiye, abhi main order nahi dekh paa raha hoon.',
  },
  appointment: {
    reminder: (what, when) => `Aapke appointment ki yaad: ${what}, ${when}.`,
    moved: (what, when) =>
      `Aapke appointment ka samay badal gaya hai: ${what}, ab ${when}. Agar yeh theek nahi hai, to mujhe likhiye.`,
    cancelled: (what, when) =>
      `Maaf kijiye, humein aapka appointment cancel karna pada: ${what}, ${when}. Doosra samay chahiye to mujhe likhiye.`,
    offer: (what, when, until) =>
      `Jis samay ka aap intezaar kar rahe the, woh khali hai: ${what}, ${when}. Yeh aapke liye is samay tak rakha hai: ${until}.`,
  },
  neverMind: 'Theek hai, koi baat nahi. Zaroorat ho to likhiye.',
  knowledge: {
    ask: 'Zaroor. Aap kya jaanna chahte hain?',
    noAnswer: 'Mere paas iska jawab nahi hai.',
    noAnswerOffer:
      'Mere paas iska jawab nahi hai. Kya aap doosri tarah poochhenge, ya kisi insaan se baat karna chahenge?',
    unavailable: 'Maaf kijiye, abhi main yeh nahi dekh paa raha hoon.',
    source: (title, place) => `Source: ${where(title, place)}`,
  },
};

import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = 'Would you like to talk to a person about it?';

export const english: Sentences = {
  greeting: {
    first: (business, tasks) => `Hello from ${business}! I can help with ${tasks}. What can I do for you?`,
    known: (business, tasks, name) =>
      `Hello ${name}, ${business} here! I can help with ${tasks}. What can I do for you?`,
    again: "I'm here. What can I do for you?",
    isBot: (business) =>
      `I'm the AI assistant of ${business}, not a person. If you'd rather talk to a person, I can pass you on.`,
  },
  person: {
    word: 'HUMAN',
    button: 'Talk to a person',
    passing: "I'm passing you to our team; a person will reply here.",
    away: (when, zone) =>
      `I've passed this to our team. They are away now and back ${when} (${zone}); a person will reply here then.`,
    awayUnknown:
      "I've passed this to our team. They are away at the moment, and I don't know yet when they are back.",
    meanwhile: (path) => `In the meantime you can ${path}.`,
    zone: (city) => `${city} time`,
  },
  disclosure: (business) => `You're chatting with the AI assistant of ${business}. Type HUMAN for a person.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Sorry, I can only help with ${business}: ${tasks}. For anything else, ${other}.`,
    andMore: (tasks) => `${tasks}, and more`,
    personHere: 'I can pass you to a person here',
    personOr: (path) => `I can pass you to a person, or you can ${path}`,
    restDeclined: 'I can help with only a part of that; the rest I have to leave out.',
  },
  paths: {
    inChat: 'ask for a person here',
    phone: (number) => `call ${number}`,
    email: (address) => `write to ${address}`,
    web: (url) => `go to ${url}`,
    inStore: (address) => `visit us at ${address}`,
    faq: (url) => `look at ${url}`,
    form: (url) => `fill in the form at ${url}`,
    channel: (name, at) => `reach us on ${name}: ${at}`,
  },
  clarify: {
    which: "I'm not sure what you mean. Is it one of these?",
    otherWords: 'Okay. Could you tell me in other words, or would you like to talk to a person?',
    whatAbout: 'Happy to help. What is it about?',
    questionClosed: 'That question is no longer open. What can I do for you?',
    notUnderstood: "I'm sorry that I don't understand.",
    insteadYouCan: (path) => `You can also ${path}.`,
  },
  unreadable: {
    names: {
      image: 'pictures',
      video: 'videos',
      audio: 'voice messages',
      'long-audio': 'voice messages this long',
      document: 'documents',
      sticker: 'stickers',
      location: 'locations',
      contacts: 'contacts',
      unsupported: 'this kind of message',
    },
    cannotOpen: (what) => `I can't open ${what} here.`,
    goByText: (what) => `I can't open ${what} here, so I go by what you wrote.`,
    nameInstead: (what) =>
      `Sorry, I can't open ${what} here. What is it about: the name of the product, or what is wrong? Please write it to me, or I can pass this to a person.`,
    writeInstead: (what) =>
      `Sorry, I can't open ${what} here. Could you write it to me instead, or would you like to talk to a person?`,
  },
  time: {
    today: (clock) => `today at ${clock}`,
    tomorrow: (clock) => `tomorrow at ${clock}`,
    on: (day, clock) => `on ${day} at ${clock}`,
    todayDate: (date) => `today, ${date}`,
    tomorrowDate: (date) => `tomorrow, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `If you or anyone else is in danger, please call ${numbers ?? 'your local emergency number'} now; I am a program and cannot call for help from here. I have alerted our team.${phone === undefined ? '' : ` Our phone: ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `I'm very glad that you wrote this. I am a program, so please talk to somebody who can be there for you now: ${crisis === undefined ? '' : `the crisis line ${crisis}, or `}the emergency number${numbers === undefined ? ' where you are' : ` ${numbers}`}. I have alerted our team.${phone === undefined ? '' : ` Our phone: ${phone}.`}`,
  },
  complaint: "I'm sorry about this. I'm giving it to a person right away.",
  privacy:
    "A request about your personal data is for people, and I have marked it as a priority. I can't show, change or delete data myself, so nothing has changed yet.",
  keepSecret:
    "Please don't send card numbers, CVV codes, PINs, passwords or login codes in this chat; we never ask for them here. I won't use what you sent.",
  boundary: (business) =>
    `I'm the assistant of ${business} and glad to help with that, but please let's keep this respectful. I won't answer insults.`,
  stopped: (business) =>
    `Done: you will get no more promotions from ${business}. If you write to us, we still answer. For a person, type HUMAN.`,
  otherLanguage: (spoken) => `I'm sorry, here I can only write in ${spoken}.`,
  order: {
    askNumber: 'Could you send me the order number, please? You find it in your order confirmation.',
    askProof: (order) =>
      `I can't show you order ${order} with what I have. Please check the number, or send me the e-mail address or postcode the order was placed with.`,
    askCancel: (order) => `Shall I cancel order ${order}?`,
    wouldCancel: (order, items) => `This would cancel order ${order}${items}. Shall I go ahead?`,
    yesCancel: 'Yes, cancel',
    noKeep: 'No, keep it',
    remindNumber: 'To go on with your order, please send me its number.',
    remindProof: (order) =>
      `To go on with order ${order}, please send me the e-mail address or postcode it was placed with.`,
    remindCancel: (order) => `Do you still want to cancel order ${order}?`,
    stays: (order) => `Okay, order ${order} stays as it is.`,
    yoursStays: 'Okay, your order stays as it is.',
    cancelled: (order) => `Done: order ${order} is cancelled.`,
    cancelUncertain: (order) =>
      `Sorry, I have no confirmation that order ${order} is cancelled, so please don't count on it yet. A person will check.`,
    cannotCancel: {
      processing: (order) => `It is too late to cancel order ${order} here. ${offer}`,
      packed: (order) => `Order ${order} is already packed, so I can't cancel it any more. ${offer}`,
      shipped: (order) => `Order ${order} is already on its way, so I can't cancel it any more. ${offer}`,
      delivered: (order) =>
        `Order ${order} has already been delivered, so I can't cancel it any more. ${offer}`,
      cancelled: (order) =>
        `Order ${order} is already cancelled, so there is nothing left to do. If you did not expect that, I can pass you to a person.`,
      returned: (order) =>
        `Order ${order} has already come back to us as a return, so there is nothing to cancel. ${offer}`,
    },
    status: {
      processing: (order) => `Order ${order} is being prepared.`,
      packed: (order) => `Order ${order} is packed and waits for the carrier.`,
      shipped: (order, carrier) =>
        `Order ${order} is on its way${carrier === undefined ? '' : ` with ${carrier}`}.`,
      delivered: (order) => `Order ${order} has been delivered.`,
      cancelled: (order) => `Order ${order} has been cancelled.`,
      returned: (order) => `Order ${order} has come back to us as a return.`,
    },
    expected: (date) => `Expected delivery: ${date}.`,
    late: (date) => `It was expected on ${date}, so it is late; sorry about that.`,
    contents: (items) => `In it: ${items}.`,
    follow: (url) => `Follow it here: ${url}`,
    noMatch: "I couldn't match those details to an order.",
    unavailable: "Sorry, I can't get at our orders at the moment.",
  },
  appointment: {
    reminder: (what, when) => `A reminder of your appointment: ${what}, ${when}.`,
    moved: (what, when) =>
      `Your appointment has been moved: ${what}, now ${when}. If that does not suit you, just write to me.`,
    cancelled: (what, when) =>
      `I'm sorry, we had to cancel your appointment: ${what}, ${when}. Write to me if you would like another one.`,
    offer: (what, when, until) =>
      `A time you are waiting for is free: ${what}, ${when}. It is kept for you until ${until}.`,
  },
  neverMind: 'Okay, never mind. Write again whenever you need me.',
  knowledge: {
    ask: 'Of course. What would you like to know?',
    noAnswer: "I don't have an answer to that.",
    noAnswerOffer:
      "I don't have an answer to that. Could you put it another way, or would you like to talk to a person?",
    unavailable: "Sorry, I can't look that up at the moment.",
    source: (title, place) => `Source: ${where(title, place)}`,
  },
};

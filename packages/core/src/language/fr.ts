import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = 'Voulez-vous en parler à une personne ?';

export const french: Sentences = {
  greeting: {
    first: (business, tasks) =>
      `Bonjour, ici ${business} ! Je peux vous aider pour ${tasks}. Que puis-je faire pour vous ?`,
    known: (business, tasks, name) =>
      `Bonjour ${name}, ici ${business} ! Je peux vous aider pour ${tasks}. Que puis-je faire pour vous ?`,
    again: 'Je suis là. Que puis-je faire pour vous ?',
    isBot: (business) =>
      `Je suis l'assistant IA de ${business}, un programme. Si vous préférez parler à une personne, je vous passe quelqu'un.`,
  },
  person: {
    word: 'HUMAIN',
    button: 'Parler à quelqu’un',
    passing: 'Je vous passe notre équipe ; une personne vous répondra ici.',
    away: (when, zone) =>
      `J'ai transmis à notre équipe. Elle est absente pour le moment et de retour ${when} (${zone}) ; une personne vous répondra ici.`,
    awayUnknown:
      "J'ai transmis à notre équipe. Elle est absente pour le moment, et je ne sais pas encore quand elle revient.",
    meanwhile: (path) => `En attendant, vous pouvez ${path}.`,
    zone: (city) => `heure de ${city}`,
  },
  disclosure: (business) =>
    `Vous parlez à l'assistant IA de ${business}. Écrivez HUMAIN pour joindre une personne.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Désolé, je peux seulement aider pour ${business} : ${tasks}. Pour le reste, ${other}.`,
    andMore: (tasks) => `${tasks}, et d'autres choses`,
    personHere: 'je peux vous passer une personne ici',
    personOr: (path) => `je peux vous passer une personne, ou vous pouvez ${path}`,
    restDeclined: 'Je peux aider pour une partie de votre message seulement ; je laisse le reste de côté.',
  },
  paths: {
    inChat: 'demander une personne ici',
    phone: (number) => `appeler le ${number}`,
    email: (address) => `écrire à ${address}`,
    web: (url) => `aller sur ${url}`,
    inStore: (address) => `passer nous voir : ${address}`,
    faq: (url) => `regarder sur ${url}`,
    form: (url) => `remplir le formulaire sur ${url}`,
    channel: (name, at) => `nous joindre par ${name} : ${at}`,
  },
  clarify: {
    which: "Je ne suis pas sûr d'avoir compris. Est-ce l'une de ces choses ?",
    otherWords: "D'accord. Pouvez-vous le dire autrement, ou préférez-vous parler à une personne ?",
    whatAbout: "Avec plaisir. De quoi s'agit-il ?",
    questionClosed: "Cette question n'est plus ouverte. Que puis-je faire pour vous ?",
    notUnderstood: 'Désolé de ne pas comprendre.',
    insteadYouCan: (path) => `Vous pouvez aussi ${path}.`,
  },
  unreadable: {
    names: {
      image: 'les images',
      video: 'les vidéos',
      audio: 'les messages vocaux',
      'long-audio': 'les messages vocaux aussi longs',
      document: 'les documents',
      sticker: 'les stickers',
      location: 'les localisations',
      contacts: 'les contacts',
      unsupported: 'ce genre de message',
    },
    cannotOpen: (what) => `Ici, je ne peux pas ouvrir ${what}.`,
    goByText: (what) => `Ici, je ne peux pas ouvrir ${what} ; je me fie donc à ce que vous avez écrit.`,
    nameInstead: (what) =>
      `Désolé, ici je ne peux pas ouvrir ${what}. Pouvez-vous m'écrire le nom du produit ou le problème ? Sinon, je peux transmettre cela à une personne.`,
    writeInstead: (what) =>
      `Désolé, ici je ne peux pas ouvrir ${what}. Pouvez-vous me l'écrire, ou préférez-vous parler à une personne ?`,
  },
  time: {
    today: (clock) => `aujourd'hui à ${clock}`,
    tomorrow: (clock) => `demain à ${clock}`,
    on: (day, clock) => `${day} à ${clock}`,
    todayDate: (date) => `aujourd'hui, ${date}`,
    tomorrowDate: (date) => `demain, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `Si vous ou quelqu'un d'autre êtes en danger, appelez tout de suite ${numbers === undefined ? "le numéro d'urgence local" : `le ${numbers}`} ; je suis un programme et ne peux pas appeler à l'aide d'ici. J'ai alerté notre équipe.${phone === undefined ? '' : ` Notre téléphone : ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `Merci de l'avoir écrit. Je suis un programme ; parlez maintenant à quelqu'un qui peut être là pour vous : ${crisis === undefined ? '' : `la ligne d'écoute ${crisis} ou `}les urgences${numbers === undefined ? ' de votre pays' : ` au ${numbers}`}. J'ai alerté notre équipe.${phone === undefined ? '' : ` Notre téléphone : ${phone}.`}`,
  },
  complaint: 'Je suis désolé de ce qui est arrivé. Je transmets tout de suite à une personne.',
  privacy:
    "Une demande sur vos données personnelles est traitée par des personnes, et je l'ai marquée comme prioritaire. Je ne peux ni montrer, ni modifier, ni supprimer de données moi-même : rien n'a encore changé.",
  keepSecret:
    "Merci de ne pas envoyer de numéro de carte, de cryptogramme, de code PIN, de mot de passe ni de code de connexion dans ce chat ; nous ne les demandons jamais ici. Je n'utiliserai pas ce que vous avez envoyé.",
  boundary: (business) =>
    `Je suis l'assistant de ${business} et je vous aide volontiers pour cela, mais restons respectueux, s'il vous plaît. Je ne réponds pas aux insultes.`,
  stopped: (business) =>
    `C'est fait : vous ne recevrez plus de promotions de ${business}. Si vous nous écrivez, nous répondons toujours. Pour une personne, écrivez HUMAIN.`,
  otherLanguage: (spoken) => `Désolé, ici je ne peux écrire qu'en ${spoken}.`,
  order: {
    askNumber:
      "Pouvez-vous m'envoyer le numéro de commande, s'il vous plaît ? Il est dans votre confirmation.",
    askProof: (order) =>
      `Avec ce que j'ai, je ne peux pas vous montrer la commande ${order}. Vérifiez le numéro, ou envoyez-moi l'e-mail ou le code postal de la commande.`,
    askCancel: (order) => `Dois-je annuler la commande ${order} ?`,
    wouldCancel: (order, items) => `Cela annulerait la commande ${order}${items}. Je continue ?`,
    yesCancel: 'Oui, annuler',
    noKeep: 'Non, la garder',
    remindNumber: 'Pour continuer avec votre commande, envoyez-moi son numéro.',
    remindProof: (order) =>
      `Pour continuer avec la commande ${order}, envoyez-moi l'e-mail ou le code postal de la commande.`,
    remindCancel: (order) => `Voulez-vous toujours annuler la commande ${order} ?`,
    stays: (order) => `D'accord, la commande ${order} reste comme elle est.`,
    yoursStays: "D'accord, votre commande reste comme elle est.",
    cancelled: (order) => `C'est fait : la commande ${order} est annulée.`,
    cancelUncertain: (order) =>
      `Désolé, je n'ai pas la confirmation que la commande ${order} est annulée ; n'y comptez donc pas encore. Une personne va vérifier.`,
    cannotCancel: {
      processing: (order) => `Il est trop tard pour annuler la commande ${order} ici. ${offer}`,
      packed: (order) => `La commande ${order} est déjà emballée, je ne peux plus l'annuler. ${offer}`,
      shipped: (order) => `La commande ${order} est déjà en route, je ne peux plus l'annuler. ${offer}`,
      delivered: (order) => `La commande ${order} est déjà livrée, je ne peux plus l'annuler. ${offer}`,
      cancelled: (order) =>
        `La commande ${order} est déjà annulée, il n'y a plus rien à faire. Si vous ne vous y attendiez pas, je peux vous passer une personne.`,
      returned: (order) =>
        `La commande ${order} nous est déjà revenue en retour, il n'y a rien à annuler. ${offer}`,
    },
    status: {
      processing: (order) => `La commande ${order} est en préparation.`,
      packed: (order) => `La commande ${order} est emballée et attend le transporteur.`,
      shipped: (order, carrier) =>
        `La commande ${order} est en route${carrier === undefined ? '' : ` avec ${carrier}`}.`,
      delivered: (order) => `La commande ${order} a été livrée.`,
      cancelled: (order) => `La commande ${order} a été annulée.`,
      returned: (order) => `La commande ${order} nous est revenue en retour.`,
    },
    expected: (date) => `Livraison prévue : ${date}.`,
    late: (date) => `Elle était attendue ${date}, elle est donc en retard ; désolé.`,
    contents: (items) => `Elle contient : ${items}.`,
    follow: (url) => `À suivre ici : ${url}`,
    noMatch: "Je n'ai pas trouvé de commande avec ces informations.",
    unavailable: "Désolé, je n'ai pas accès aux commandes pour le moment.",
  },
  appointment: {
    reminder: (what, when) => `Rappel de votre rendez-vous : ${what}, ${when}.`,
    moved: (what, when) =>
      `Votre rendez-vous a été déplacé : ${what}, maintenant ${when}. Si cela ne vous convient pas, écrivez-moi.`,
    cancelled: (what, when) =>
      `Désolé, nous avons dû annuler votre rendez-vous : ${what}, ${when}. Écrivez-moi si vous en souhaitez un autre.`,
    offer: (what, when, until) =>
      `Un créneau que vous attendiez s'est libéré : ${what}, ${when}. Il vous est réservé jusqu'à : ${until}.`,
  },
  neverMind: "D'accord, pas de souci. Écrivez-moi quand vous voulez.",
  knowledge: {
    ask: 'Bien sûr. Que voulez-vous savoir ?',
    noAnswer: "Je n'ai pas de réponse à cela.",
    noAnswerOffer:
      "Je n'ai pas de réponse à cela. Pouvez-vous le demander autrement, ou préférez-vous parler à une personne ?",
    unavailable: 'Désolé, je ne peux pas chercher cela pour le moment.',
    source: (title, place) => `Source : ${where(title, place)}`,
  },
};

import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = 'Quer falar com uma pessoa sobre isso?';

export const portuguese: Sentences = {
  greeting: {
    first: (business, tasks) => `Olá! Aqui é ${business}. Posso ajudar com ${tasks}. Do que você precisa?`,
    known: (business, tasks, name) =>
      `Olá, ${name}! Aqui é ${business}. Posso ajudar com ${tasks}. Do que você precisa?`,
    again: 'Estou aqui. Como posso ajudar?',
    isBot: (business) =>
      `Sou o assistente de IA de ${business}, um programa. Se preferir falar com uma pessoa, eu passo você para alguém.`,
  },
  person: {
    word: 'ATENDENTE',
    button: 'Falar com alguém',
    passing: 'Vou passar você para a nossa equipe; uma pessoa vai responder por aqui.',
    away: (when, zone) =>
      `Já passei isso para a nossa equipe. Agora não há ninguém; eles voltam ${when} (${zone}) e uma pessoa vai responder por aqui.`,
    awayUnknown: 'Já passei isso para a nossa equipe. Agora não há ninguém e ainda não sei quando voltam.',
    meanwhile: (path) => `Enquanto isso, você pode ${path}.`,
    zone: (city) => `horário de ${city}`,
  },
  disclosure: (business) =>
    `Você está falando com o assistente de IA de ${business}. Digite ATENDENTE para falar com uma pessoa.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Desculpe, só consigo ajudar com ${business}: ${tasks}. Para outros assuntos, ${other}.`,
    andMore: (tasks) => `${tasks} e mais`,
    personHere: 'posso passar você para uma pessoa aqui',
    personOr: (path) => `posso passar você para uma pessoa, ou você pode ${path}`,
    restDeclined: 'Posso ajudar só com uma parte da sua mensagem; o resto fica de fora.',
  },
  paths: {
    inChat: 'pedir uma pessoa aqui',
    phone: (number) => `ligar para ${number}`,
    email: (address) => `escrever para ${address}`,
    web: (url) => `acessar ${url}`,
    inStore: (address) => `nos visitar em ${address}`,
    faq: (url) => `olhar em ${url}`,
    form: (url) => `preencher o formulário em ${url}`,
    channel: (name, at) => `falar com a gente por ${name}: ${at}`,
  },
  clarify: {
    which: 'Não tenho certeza se entendi. É alguma destas opções?',
    otherWords: 'Certo. Pode me dizer com outras palavras, ou prefere falar com uma pessoa?',
    whatAbout: 'Claro, posso ajudar. É sobre o quê?',
    questionClosed: 'Essa pergunta já não está aberta. Como posso ajudar?',
    notUnderstood: 'Desculpe por não entender.',
    insteadYouCan: (path) => `Você também pode ${path}.`,
  },
  unreadable: {
    names: {
      image: 'imagens',
      video: 'vídeos',
      audio: 'mensagens de voz',
      'long-audio': 'mensagens de voz tão longas',
      document: 'documentos',
      sticker: 'figurinhas',
      location: 'localizações',
      contacts: 'contatos',
      unsupported: 'este tipo de mensagem',
    },
    cannotOpen: (what) => `Aqui não consigo abrir ${what}.`,
    goByText: (what) => `Aqui não consigo abrir ${what}, então vou pelo que você escreveu.`,
    nameInstead: (what) =>
      `Desculpe, aqui não consigo abrir ${what}. Pode escrever o nome do produto ou qual é o problema? Se preferir, passo isso para uma pessoa.`,
    writeInstead: (what) =>
      `Desculpe, aqui não consigo abrir ${what}. Pode escrever para mim, ou prefere falar com uma pessoa?`,
  },
  time: {
    today: (clock) => `hoje às ${clock}`,
    tomorrow: (clock) => `amanhã às ${clock}`,
    on: (day, clock) => `${day} às ${clock}`,
    todayDate: (date) => `hoje, ${date}`,
    tomorrowDate: (date) => `amanhã, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `Se você ou outra pessoa está em perigo, ligue agora para ${numbers ?? 'o número de emergência da sua região'}; sou um programa e não consigo chamar ajuda daqui. Já avisei a nossa equipe.${phone === undefined ? '' : ` Nosso telefone: ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `Que bom que você escreveu. Sou um programa; por favor, fale agora com alguém que possa estar com você: ${crisis === undefined ? '' : `a linha de apoio ${crisis} ou `}a emergência${numbers === undefined ? ' da sua região' : `, ${numbers}`}. Já avisei a nossa equipe.${phone === undefined ? '' : ` Nosso telefone: ${phone}.`}`,
  },
  complaint: 'Sinto muito por isso. Estou passando para uma pessoa agora mesmo.',
  privacy:
    'Um pedido sobre os seus dados pessoais é tratado por pessoas, e já o marquei como prioritário. Eu não posso mostrar, mudar nem apagar dados, então nada mudou ainda.',
  keepSecret:
    'Por favor, não envie números de cartão, CVV, PIN, senhas nem códigos de acesso neste chat; aqui nunca os pedimos. Não vou usar o que você enviou.',
  boundary: (business) =>
    `Sou o assistente de ${business} e ajudo com prazer nisso, mas por favor com respeito. A ofensas eu não respondo.`,
  stopped: (business) =>
    `Pronto: você não vai mais receber promoções de ${business}. Se escrever para nós, continuamos respondendo. Para uma pessoa, digite ATENDENTE.`,
  otherLanguage: (spoken) => `Desculpe, aqui só consigo escrever em ${spoken}.`,
  order: {
    askNumber: 'Pode me mandar o número do pedido, por favor? Ele está na confirmação do pedido.',
    askProof: (order) =>
      `Com os dados que tenho não consigo mostrar o pedido ${order}. Confira o número, ou me mande o e-mail ou o CEP usado no pedido.`,
    askCancel: (order) => `Cancelo o pedido ${order}?`,
    wouldCancel: (order, items) => `Isso cancelaria o pedido ${order}${items}. Posso seguir?`,
    yesCancel: 'Sim, cancelar',
    noKeep: 'Não, manter',
    remindNumber: 'Para continuar com o seu pedido, me mande o número dele.',
    remindProof: (order) =>
      `Para continuar com o pedido ${order}, me mande o e-mail ou o CEP usado na compra.`,
    remindCancel: (order) => `Você ainda quer cancelar o pedido ${order}?`,
    stays: (order) => `Certo, o pedido ${order} fica como está.`,
    yoursStays: 'Certo, o seu pedido fica como está.',
    cancelled: (order) => `Pronto: o pedido ${order} foi cancelado.`,
    cancelUncertain: (order) =>
      `Desculpe, não tenho confirmação de que o pedido ${order} foi cancelado, então ainda não conte com isso. Uma pessoa vai verificar.`,
    cannotCancel: {
      processing: (order) => `Já é tarde para cancelar o pedido ${order} por aqui. ${offer}`,
      packed: (order) => `O pedido ${order} já está embalado e não consigo mais cancelar. ${offer}`,
      shipped: (order) => `O pedido ${order} já está a caminho e não consigo mais cancelar. ${offer}`,
      delivered: (order) => `O pedido ${order} já foi entregue e não consigo mais cancelar. ${offer}`,
      cancelled: (order) =>
        `O pedido ${order} já está cancelado, não há mais nada a fazer. Se você não esperava isso, posso passar você para uma pessoa.`,
      returned: (order) => `O pedido ${order} já voltou como devolução, não há o que cancelar. ${offer}`,
    },
    status: {
      processing: (order) => `O pedido ${order} está sendo preparado.`,
      packed: (order) => `O pedido ${order} está embalado e espera a transportadora.`,
      shipped: (order, carrier) =>
        `O pedido ${order} está a caminho${carrier === undefined ? '' : ` com ${carrier}`}.`,
      delivered: (order) => `O pedido ${order} foi entregue.`,
      cancelled: (order) => `O pedido ${order} foi cancelado.`,
      returned: (order) => `O pedido ${order} voltou para nós como devolução.`,
    },
    expected: (date) => `Entrega prevista: ${date}.`,
    late: (date) => `Era esperado para ${date}, então está atrasado; desculpe por isso.`,
    contents: (items) => `Contém: ${items}.`,
    follow: (url) => `Acompanhe aqui: ${url}`,
    noMatch: 'Não encontrei um pedido com esses dados.',
    unavailable: 'Desculpe, no momento não consigo consultar os pedidos.',
  },
  appointment: {
    reminder: (what, when) => `Lembrete da sua consulta marcada: ${what}, ${when}.`,
    moved: (what, when) =>
      `O seu horário mudou: ${what}, agora ${when}. Se não for bom para você, é só me escrever.`,
    cancelled: (what, when) =>
      `Sinto muito, tivemos que cancelar o seu horário: ${what}, ${when}. Escreva para mim se quiser outro.`,
    offer: (what, when, until) =>
      `Abriu um horário que você estava esperando: ${what}, ${when}. Fica guardado para você até: ${until}.`,
  },
  neverMind: 'Certo, tudo bem. Escreva quando precisar de mim.',
  knowledge: {
    ask: 'Claro. O que você quer saber?',
    noAnswer: 'Não tenho resposta para isso.',
    noAnswerOffer:
      'Não tenho resposta para isso. Pode perguntar de outro jeito, ou prefere falar com uma pessoa?',
    unavailable: 'Desculpe, no momento não consigo consultar isso.',
    source: (title, place) => `Fonte: ${where(title, place)}`,
  },
};

import type { Sentences } from './sentences.ts';
import { where } from './where.ts';

const offer = '¿Quieres hablar con una persona sobre esto?';

export const spanish: Sentences = {
  greeting: {
    first: (business, tasks) => `¡Hola! Te escribe ${business}. Puedo ayudarte con ${tasks}. ¿Qué necesitas?`,
    known: (business, tasks, name) =>
      `¡Hola, ${name}! Te escribe ${business}. Puedo ayudarte con ${tasks}. ¿Qué necesitas?`,
    again: 'Aquí estoy. ¿En qué te ayudo?',
    isBot: (business) =>
      `Soy el asistente de IA de ${business}, un programa. Si prefieres hablar con una persona, te paso con alguien.`,
  },
  person: {
    word: 'PERSONA',
    button: 'Hablar con alguien',
    passing: 'Te paso con nuestro equipo; una persona te responderá por aquí.',
    away: (when, zone) =>
      `Ya le pasé esto a nuestro equipo. Ahora no hay nadie; vuelven ${when} (${zone}) y una persona te responderá por aquí.`,
    awayUnknown: 'Ya le pasé esto a nuestro equipo. Ahora no hay nadie y todavía no sé cuándo vuelven.',
    meanwhile: (path) => `Mientras tanto puedes ${path}.`,
    zone: (city) => `hora de ${city}`,
  },
  disclosure: (business) =>
    `Hablas con el asistente de IA de ${business}. Escribe PERSONA para hablar con alguien.`,
  scope: {
    refusal: (business, tasks, other) =>
      `Lo siento, solo puedo ayudarte con ${business}: ${tasks}. Para lo demás, ${other}.`,
    andMore: (tasks) => `${tasks} y más`,
    personHere: 'puedo pasarte aquí con una persona',
    personOr: (path) => `puedo pasarte con una persona, o puedes ${path}`,
    restDeclined: 'Puedo ayudarte solo con una parte de tu mensaje; el resto lo dejo fuera.',
  },
  paths: {
    inChat: 'pedir aquí una persona',
    phone: (number) => `llamar al ${number}`,
    email: (address) => `escribir a ${address}`,
    web: (url) => `entrar en ${url}`,
    inStore: (address) => `visitarnos en ${address}`,
    faq: (url) => `mirar en ${url}`,
    form: (url) => `llenar el formulario en ${url}`,
    channel: (name, at) => `contactarnos por ${name}: ${at}`,
  },
  clarify: {
    which: 'No estoy seguro de haberte entendido. ¿Es algo de esto?',
    otherWords: 'De acuerdo. ¿Me lo dices con otras palabras, o prefieres hablar con una persona?',
    whatAbout: 'Con gusto. ¿De qué se trata?',
    questionClosed: 'Esa pregunta ya no está abierta. ¿En qué te ayudo?',
    notUnderstood: 'Perdona que no te entienda.',
    insteadYouCan: (path) => `También puedes ${path}.`,
  },
  unreadable: {
    names: {
      image: 'imágenes',
      video: 'videos',
      audio: 'mensajes de voz',
      'long-audio': 'mensajes de voz tan largos',
      document: 'documentos',
      sticker: 'stickers',
      location: 'ubicaciones',
      contacts: 'contactos',
      unsupported: 'este tipo de mensaje',
    },
    cannotOpen: (what) => `Aquí no puedo abrir ${what}.`,
    goByText: (what) => `Aquí no puedo abrir ${what}, así que me guío por lo que escribiste.`,
    nameInstead: (what) =>
      `Lo siento, aquí no puedo abrir ${what}. ¿Me escribes cómo se llama el producto o cuál es el problema? Si prefieres, se lo paso a una persona.`,
    writeInstead: (what) =>
      `Lo siento, aquí no puedo abrir ${what}. ¿Me lo puedes escribir, o prefieres hablar con una persona?`,
  },
  time: {
    today: (clock) => `hoy a las ${clock}`,
    tomorrow: (clock) => `mañana a las ${clock}`,
    on: (day, clock) => `el ${day} a las ${clock}`,
    todayDate: (date) => `hoy, ${date}`,
    tomorrowDate: (date) => `mañana, ${date}`,
  },
  emergency: {
    danger: (numbers, phone) =>
      `Si tú u otra persona está en peligro, llama ahora ${numbers === undefined ? 'al número de emergencias de tu zona' : `al ${numbers}`}; soy un programa y no puedo pedir ayuda desde aquí. Ya avisé a nuestro equipo.${phone === undefined ? '' : ` Nuestro teléfono: ${phone}.`}`,
    selfHarm: (crisis, numbers, phone) =>
      `Qué bueno que lo escribiste. Soy un programa; por favor habla ahora con alguien que pueda estar contigo: ${crisis === undefined ? '' : `la línea de crisis ${crisis} o `}emergencias${numbers === undefined ? ' de tu zona' : `, ${numbers}`}. Ya avisé a nuestro equipo.${phone === undefined ? '' : ` Nuestro teléfono: ${phone}.`}`,
  },
  complaint: 'Siento mucho lo que pasó. Se lo paso ahora mismo a una persona.',
  privacy:
    'Una solicitud sobre sus datos personales la atienden personas, y la he marcado como prioritaria. Yo no puedo mostrar, cambiar ni borrar datos, así que todavía no ha cambiado nada.',
  keepSecret:
    'Por favor, no envíe números de tarjeta, CVV, PIN, contraseñas ni códigos de acceso por este chat; aquí nunca los pedimos. No usaré lo que envió.',
  boundary: (business) =>
    `Soy el asistente de ${business} y te ayudo con gusto en eso, pero por favor con respeto. A los insultos no respondo.`,
  stopped: (business) =>
    `Listo: ya no recibirás promociones de ${business}. Si nos escribes, te seguimos respondiendo. Para una persona, escribe PERSONA.`,
  otherLanguage: (spoken) => `Lo siento, aquí solo puedo escribir en ${spoken}.`,
  order: {
    askNumber: '¿Me das el número de pedido, por favor? Está en la confirmación de tu pedido.',
    askProof: (order) =>
      `Con los datos que tengo no puedo mostrarte el pedido ${order}. Revisa el número, o mándame el correo o el código postal con el que se hizo el pedido.`,
    askCancel: (order) => `¿Cancelo el pedido ${order}?`,
    wouldCancel: (order, items) => `Esto cancelaría el pedido ${order}${items}. ¿Lo hago?`,
    yesCancel: 'Sí, cancelar',
    noKeep: 'No, dejarlo',
    remindNumber: 'Para seguir con tu pedido, mándame su número.',
    remindProof: (order) =>
      `Para seguir con el pedido ${order}, mándame el correo o el código postal con el que se hizo.`,
    remindCancel: (order) => `¿Todavía quieres cancelar el pedido ${order}?`,
    stays: (order) => `De acuerdo, el pedido ${order} queda como está.`,
    yoursStays: 'De acuerdo, tu pedido queda como está.',
    cancelled: (order) => `Listo: el pedido ${order} está cancelado.`,
    cancelUncertain: (order) =>
      `Lo siento, no tengo confirmación de que el pedido ${order} se haya cancelado, así que no lo des por hecho todavía. Una persona lo va a revisar.`,
    cannotCancel: {
      processing: (order) => `Ya es tarde para cancelar aquí el pedido ${order}. ${offer}`,
      packed: (order) => `El pedido ${order} ya está empacado y no lo puedo cancelar. ${offer}`,
      shipped: (order) => `El pedido ${order} ya va en camino y no lo puedo cancelar. ${offer}`,
      delivered: (order) => `El pedido ${order} ya fue entregado y no lo puedo cancelar. ${offer}`,
      cancelled: (order) =>
        `El pedido ${order} ya está cancelado, no hay nada más que hacer. Si no lo esperabas, puedo pasarte con una persona.`,
      returned: (order) => `El pedido ${order} ya volvió como devolución, no hay nada que cancelar. ${offer}`,
    },
    status: {
      processing: (order) => `El pedido ${order} se está preparando.`,
      packed: (order) => `El pedido ${order} está empacado y espera al transportista.`,
      shipped: (order, carrier) =>
        `El pedido ${order} va en camino${carrier === undefined ? '' : ` con ${carrier}`}.`,
      delivered: (order) => `El pedido ${order} fue entregado.`,
      cancelled: (order) => `El pedido ${order} fue cancelado.`,
      returned: (order) => `El pedido ${order} nos llegó de vuelta como devolución.`,
    },
    expected: (date) => `Entrega prevista: ${date}.`,
    late: (date) => `Se esperaba el ${date}, así que va con retraso; disculpa.`,
    contents: (items) => `Contiene: ${items}.`,
    follow: (url) => `Síguelo aquí: ${url}`,
    noMatch: 'No encontré un pedido con esos datos.',
    unavailable: 'Lo siento, en este momento no puedo consultar los pedidos.',
  },
  appointment: {
    reminder: (what, when) => `Te recuerdo tu cita: ${what}, ${when}.`,
    moved: (what, when) => `Tu cita ha cambiado: ${what}, ahora ${when}. Si no te viene bien, escríbeme.`,
    cancelled: (what, when) =>
      `Lo siento, tuvimos que cancelar tu cita: ${what}, ${when}. Escríbeme si quieres otra.`,
    offer: (what, when, until) =>
      `Se liberó un horario que esperabas: ${what}, ${when}. Te lo guardamos hasta: ${until}.`,
  },
  neverMind: 'De acuerdo, no pasa nada. Escríbeme cuando me necesites.',
  knowledge: {
    ask: 'Claro. ¿Qué quieres saber?',
    noAnswer: 'No tengo respuesta para eso.',
    noAnswerOffer:
      'No tengo respuesta para eso. ¿Me lo preguntas de otra forma, o prefieres hablar con una persona?',
    unavailable: 'Lo siento, en este momento no puedo consultarlo.',
    source: (title, place) => `Fuente: ${where(title, place)}`,
  },
};

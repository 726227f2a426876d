/** A whole message of small talk. `orientation`: the customer asks what the agent can do. */
export type SmallTalk = { readonly kind: 'greeting' | 'closing' | 'orientation'; readonly phrase: string };

/**
 * What small talk a message is, if it is nothing else: every word must belong to a listed phrase,
 * so that "thanks, and where is my order" is not. A greeting with a closing is a closing; asking
 * what the agent can do counts before both.
 */
export function smallTalkIn(text: string): SmallTalk | undefined {
  const plain = text.normalize('NFKC').toLowerCase().replace(/['’]/g, '');
  const words = (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) =>
    word.replace(/(\p{L})\1{2,}/gu, '$1'),
  );
  if (words.length === 0) {
    const emoji = [...plain].find((character) => closingEmoji.has(character));
    return emoji === undefined ? undefined : { kind: 'closing', phrase: emoji };
  }
  const kinds = new Set<SmallTalk['kind']>();
  let at = 0;
  while (at < words.length) {
    const length = Math.min(longestPhrase, words.length - at);
    const taken = Array.from({ length }, (_, index) => length - index).find((size) =>
      kindOf.has(words.slice(at, at + size).join(' ')),
    );
    const kind = taken === undefined ? undefined : kindOf.get(words.slice(at, at + taken).join(' '));
    if (taken === undefined || kind === undefined) return undefined;
    kinds.add(kind);
    at += taken;
  }
  const phrase = words.join(' ');
  if (kinds.has('orientation')) return { kind: 'orientation', phrase };
  return { kind: kinds.has('closing') ? 'closing' : 'greeting', phrase };
}

const closingEmoji = new Set(['👍', '🙏', '❤', '😊', '👌', '🙂', '😀', '💯', '✅', '👏']);

// English, Spanish, French, Portuguese, German, Indonesian.
const phrases: Readonly<Record<SmallTalk['kind'], string>> = {
  greeting:
    'hi|hii|hello|helo|hey|heya|hiya|yo|hi there|hello there|hey there|there|good morning|morning|good afternoon|' +
    'afternoon|good evening|evening|good day|greetings|howdy|how are you|how are you doing|how are you today|how r u|' +
    'hows it going|whats up|sup|nice to meet you|happy new year|merry christmas|happy thanksgiving|' +
    'hola|buenos dias|buenos días|buenas tardes|buenas|bonjour|salut|bonsoir|ola|olá|bom dia|boa tarde|boa noite|' +
    'hallo|guten tag|guten morgen|guten abend|moin|halo|selamat pagi|selamat siang|selamat sore|selamat malam',
  closing:
    'thanks|thank you|thank u|thanks a lot|thank you so much|thanks so much|thank you very much|many thanks|thx|' +
    'thnx|tks|ty|tysm|cheers|thanks again|thank you again|thanks for your help|thank you for your help|' +
    'thanks for the help|thanks for that|much appreciated|appreciate it|i appreciate it|great|great thanks|perfect|' +
    'awesome|cool|nice|lovely|wonderful|excellent|amazing|super|ok|okay|k|kk|alright|all right|got it|understood|' +
    'sounds good|good|fine|thats all|that is all|thats it|that will be all|nothing else|no thanks|no thank you|' +
    'bye|goodbye|good bye|bye bye|see you|see ya|see you later|talk later|good night|goodnight|have a nice day|' +
    'have a good day|have a great day|have a good one|have a nice weekend|have a good weekend|you too|take care|' +
    'very helpful|that helps|that was helpful|you are the best|youre the best|very much|so much|' +
    'gracias|muchas gracias|adios|adiós|merci|merci beaucoup|au revoir|obrigado|obrigada|tchau|danke|vielen dank|' +
    'danke schön|tschüss|auf wiedersehen|terima kasih|makasih',
  orientation:
    'help|help me|i need help|i need some help|can you help me|can you help|could you help me|please help|' +
    'i have a question|i have a quick question|question|quick question|menu|start|options|what can you do|' +
    'what can you do for me|what do you do|what can you help with|what can you help me with|how can you help|' +
    'how can you help me|how does this work|please|pls',
};

const kindOf = new Map(
  (['greeting', 'closing', 'orientation'] as const).flatMap((kind) =>
    phrases[kind].split('|').map((phrase): [string, SmallTalk['kind']] => [phrase, kind]),
  ),
);
const longestPhrase = Math.max(...[...kindOf.keys()].map((phrase) => phrase.split(' ').length));

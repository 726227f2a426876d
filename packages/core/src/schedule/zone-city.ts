import type { Language } from '../language/language.ts';

/**
 * What people call the place whose clocks a time zone keeps: the zone's own city, as it is written in their
 * language. Undefined for a zone without a city, such as "Etc/UTC".
 */
export function zoneCity(timeZone: string, language: Language): string | undefined {
  if (!timeZone.includes('/') || timeZone.startsWith('Etc/')) return undefined;
  const own = cities[timeZone];
  return own?.[language] ?? own?.any ?? timeZone.split('/').at(-1)?.replaceAll('_', ' ');
}

/** Where the zone's name is not what people write. `any`: in every language that has no line of its own. */
const cities: Readonly<Record<string, Partial<Record<Language | 'any', string>>>> = {
  'America/Mexico_City': { es: 'Ciudad de México', pt: 'Cidade do México', fr: 'Mexico', zh: '墨西哥城' },
  'America/Sao_Paulo': { any: 'São Paulo', zh: '圣保罗' },
  'America/Bogota': { any: 'Bogotá' },
  'America/New_York': { es: 'Nueva York', pt: 'Nova York', zh: '纽约' },
  'Asia/Kolkata': { any: 'India', hi: 'भारत', es: 'la India', fr: "l'Inde", ar: 'الهند', zh: '印度' },
  'Asia/Calcutta': { any: 'India', hi: 'भारत', es: 'la India', fr: "l'Inde", ar: 'الهند', zh: '印度' },
  'Asia/Shanghai': { zh: '北京' },
  'Asia/Hong_Kong': { zh: '香港' },
  'Asia/Taipei': { zh: '台北' },
  'Asia/Singapore': { fr: 'Singapour', es: 'Singapur', pt: 'Singapura', id: 'Singapura', zh: '新加坡' },
  'Asia/Riyadh': { ar: 'الرياض' },
  'Asia/Dubai': { ar: 'دبي', fr: 'Dubaï' },
  'Africa/Cairo': { ar: 'القاهرة', es: 'El Cairo', fr: 'Le Caire' },
  'Africa/Casablanca': { ar: 'الدار البيضاء' },
  'Europe/London': { es: 'Londres', pt: 'Londres', fr: 'Londres', zh: '伦敦' },
  'Europe/Lisbon': { pt: 'Lisboa', es: 'Lisboa', fr: 'Lisbonne' },
};

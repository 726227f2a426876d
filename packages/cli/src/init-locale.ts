import { packLanguages, packLanguagesFor } from '@ambit/core/business/task-pack';

/** What is usual in a country, for a business to correct. */
export type CountryHabits = {
  readonly language: string;
  readonly currency?: string;
  readonly timeZone?: string;
};

/** What is usual in a country. One that is not known has no usual currency and time zone. */
export function habitsOf(country: string): CountryHabits {
  const spoken = new Intl.Locale('und', { region: country }).maximize().language;
  return { ...countries[country], language: isPackLanguage(spoken) ? spoken : 'en' };
}

/** Whether task packs are written for people who speak it. */
export function isPackLanguage(language: string): boolean {
  return packLanguagesFor(language, packLanguages).length > 0;
}

/** The headings of a first knowledge file, as customers of a language would ask. */
export function headingsIn(language: string): { readonly open: string; readonly reach: string } {
  return headings[language] ?? headings[language.split('-')[0] ?? ''] ?? english;
}

const english = { open: 'When are you open?', reach: 'How can I reach you?' };

const headings: Readonly<Record<string, typeof english>> = {
  en: english,
  es: { open: '¿Qué horario tienen?', reach: '¿Cómo puedo contactarlos?' },
  pt: { open: 'Qual é o horário de funcionamento?', reach: 'Como posso entrar em contato?' },
  fr: { open: 'Quels sont vos horaires ?', reach: 'Comment vous joindre ?' },
  id: { open: 'Jam berapa buka?', reach: 'Bagaimana cara menghubungi Anda?' },
  hi: { open: 'आप कब खुले रहते हैं?', reach: 'आपसे संपर्क कैसे करें?' },
  'hi-Latn': { open: 'Aap kab khule rehte hain?', reach: 'Aapse sampark kaise karein?' },
  ar: { open: 'ما هي ساعات العمل؟', reach: 'كيف يمكنني التواصل معكم؟' },
  zh: { open: '你们几点营业？', reach: '怎么联系你们？' },
};

/**
 * ISO 4217 currencies and IANA time zones. A country with several time zones has that of its largest city; the
 * business sees which one it got, and corrects it.
 */
const countries: Readonly<Record<string, Omit<CountryHabits, 'language'>>> = {
  AE: { currency: 'AED', timeZone: 'Asia/Dubai' },
  AR: { currency: 'ARS', timeZone: 'America/Argentina/Buenos_Aires' },
  AT: { currency: 'EUR', timeZone: 'Europe/Vienna' },
  AU: { currency: 'AUD', timeZone: 'Australia/Sydney' },
  BD: { currency: 'BDT', timeZone: 'Asia/Dhaka' },
  BE: { currency: 'EUR', timeZone: 'Europe/Brussels' },
  BO: { currency: 'BOB', timeZone: 'America/La_Paz' },
  BR: { currency: 'BRL', timeZone: 'America/Sao_Paulo' },
  CA: { currency: 'CAD', timeZone: 'America/Toronto' },
  CH: { currency: 'CHF', timeZone: 'Europe/Zurich' },
  CI: { currency: 'XOF', timeZone: 'Africa/Abidjan' },
  CL: { currency: 'CLP', timeZone: 'America/Santiago' },
  CM: { currency: 'XAF', timeZone: 'Africa/Douala' },
  CN: { currency: 'CNY', timeZone: 'Asia/Shanghai' },
  CO: { currency: 'COP', timeZone: 'America/Bogota' },
  CR: { currency: 'CRC', timeZone: 'America/Costa_Rica' },
  CZ: { currency: 'CZK', timeZone: 'Europe/Prague' },
  DE: { currency: 'EUR', timeZone: 'Europe/Berlin' },
  DK: { currency: 'DKK', timeZone: 'Europe/Copenhagen' },
  DO: { currency: 'DOP', timeZone: 'America/Santo_Domingo' },
  DZ: { currency: 'DZD', timeZone: 'Africa/Algiers' },
  EC: { currency: 'USD', timeZone: 'America/Guayaquil' },
  EG: { currency: 'EGP', timeZone: 'Africa/Cairo' },
  ES: { currency: 'EUR', timeZone: 'Europe/Madrid' },
  FI: { currency: 'EUR', timeZone: 'Europe/Helsinki' },
  FR: { currency: 'EUR', timeZone: 'Europe/Paris' },
  GB: { currency: 'GBP', timeZone: 'Europe/London' },
  GH: { currency: 'GHS', timeZone: 'Africa/Accra' },
  GR: { currency: 'EUR', timeZone: 'Europe/Athens' },
  GT: { currency: 'GTQ', timeZone: 'America/Guatemala' },
  HK: { currency: 'HKD', timeZone: 'Asia/Hong_Kong' },
  HN: { currency: 'HNL', timeZone: 'America/Tegucigalpa' },
  HU: { currency: 'HUF', timeZone: 'Europe/Budapest' },
  ID: { currency: 'IDR', timeZone: 'Asia/Jakarta' },
  IE: { currency: 'EUR', timeZone: 'Europe/Dublin' },
  IL: { currency: 'ILS', timeZone: 'Asia/Jerusalem' },
  IN: { currency: 'INR', timeZone: 'Asia/Kolkata' },
  IQ: { currency: 'IQD', timeZone: 'Asia/Baghdad' },
  IT: { currency: 'EUR', timeZone: 'Europe/Rome' },
  JO: { currency: 'JOD', timeZone: 'Asia/Amman' },
  JP: { currency: 'JPY', timeZone: 'Asia/Tokyo' },
  KE: { currency: 'KES', timeZone: 'Africa/Nairobi' },
  KR: { currency: 'KRW', timeZone: 'Asia/Seoul' },
  KW: { currency: 'KWD', timeZone: 'Asia/Kuwait' },
  LB: { currency: 'LBP', timeZone: 'Asia/Beirut' },
  LK: { currency: 'LKR', timeZone: 'Asia/Colombo' },
  MA: { currency: 'MAD', timeZone: 'Africa/Casablanca' },
  MX: { currency: 'MXN', timeZone: 'America/Mexico_City' },
  MY: { currency: 'MYR', timeZone: 'Asia/Kuala_Lumpur' },
  NG: { currency: 'NGN', timeZone: 'Africa/Lagos' },
  NL: { currency: 'EUR', timeZone: 'Europe/Amsterdam' },
  NO: { currency: 'NOK', timeZone: 'Europe/Oslo' },
  NZ: { currency: 'NZD', timeZone: 'Pacific/Auckland' },
  OM: { currency: 'OMR', timeZone: 'Asia/Muscat' },
  PE: { currency: 'PEN', timeZone: 'America/Lima' },
  PH: { currency: 'PHP', timeZone: 'Asia/Manila' },
  PK: { currency: 'PKR', timeZone: 'Asia/Karachi' },
  PL: { currency: 'PLN', timeZone: 'Europe/Warsaw' },
  PT: { currency: 'EUR', timeZone: 'Europe/Lisbon' },
  PY: { currency: 'PYG', timeZone: 'America/Asuncion' },
  QA: { currency: 'QAR', timeZone: 'Asia/Qatar' },
  RO: { currency: 'RON', timeZone: 'Europe/Bucharest' },
  SA: { currency: 'SAR', timeZone: 'Asia/Riyadh' },
  SE: { currency: 'SEK', timeZone: 'Europe/Stockholm' },
  SG: { currency: 'SGD', timeZone: 'Asia/Singapore' },
  SN: { currency: 'XOF', timeZone: 'Africa/Dakar' },
  TH: { currency: 'THB', timeZone: 'Asia/Bangkok' },
  TN: { currency: 'TND', timeZone: 'Africa/Tunis' },
  TR: { currency: 'TRY', timeZone: 'Europe/Istanbul' },
  TW: { currency: 'TWD', timeZone: 'Asia/Taipei' },
  US: { currency: 'USD', timeZone: 'America/New_York' },
  UY: { currency: 'UYU', timeZone: 'America/Montevideo' },
  VN: { currency: 'VND', timeZone: 'Asia/Ho_Chi_Minh' },
  ZA: { currency: 'ZAR', timeZone: 'Africa/Johannesburg' },
};

/**
 * Dialling prefixes of Meta's pricing markets, as `prefix:country`. Longest prefix wins; what is not listed is
 * "Other". Copied from Meta's pricing page, country calling codes, as valid from 2026-10-01 (read 2026-11-21).
 */
const prefixesOfMarket: Readonly<Record<string, string>> = {
  Argentina: '54:AR',
  Bangladesh: '880:BD',
  Brazil: '55:BR',
  Chile: '56:CL',
  Colombia: '57:CO',
  Egypt: '20:EG',
  France: '33:FR',
  Germany: '49:DE',
  'Hong Kong': '852:HK',
  Hungary: '36:HU',
  India: '91:IN',
  Indonesia: '62:ID',
  Iraq: '964:IQ',
  Israel: '972:IL',
  Italy: '39:IT',
  Kazakhstan: '76:KZ 77:KZ',
  Kuwait: '965:KW',
  Malaysia: '60:MY',
  Mexico: '52:MX',
  Morocco: '212:MA',
  Nepal: '977:NP',
  Netherlands: '31:NL',
  Nigeria: '234:NG',
  'North America': '1:US',
  Oman: '968:OM',
  Other:
    '1242:XX 1246:XX 1264:XX 1268:XX 1284:XX 1345:XX 1441:XX 1473:XX 1649:XX 1664:XX 1721:XX 1758:XX 1767:XX 1784:XX 1868:XX 1869:XX',
  Pakistan: '92:PK',
  Peru: '51:PE',
  Poland: '48:PL',
  Qatar: '974:QA',
  'Rest of Africa':
    '211:SS 213:DZ 216:TN 218:LY 220:GM 221:SN 222:MR 223:ML 225:CI 226:BF 227:NE 228:TG 229:BJ 231:LR 232:SL 233:GH 235:TD 237:CM 241:GA 242:CG 244:AO 245:GW 249:SD 250:RW 251:ET 252:SO 254:KE 255:TZ 256:UG 257:BI 258:MZ 260:ZM 261:MG 263:ZW 264:NA 265:MW 266:LS 267:BW 268:SZ 291:ER',
  'Rest of Asia Pacific':
    '61:AU 63:PH 64:NZ 66:TH 675:PG 81:JP 84:VN 855:KH 856:LA 86:CN 886:TW 93:AF 976:MN 992:TJ 993:TM 998:UZ',
  'Rest of Central & Eastern Europe':
    '30:GR 355:AL 359:BG 370:LT 371:LV 373:MD 374:AM 375:BY 381:RS 385:HR 386:SI 389:MK 420:CZ 421:SK 994:AZ 995:GE',
  'Rest of Latin America':
    '1658:JM 1787:PR 1809:DO 1829:DO 1849:DO 1876:JM 1939:PR 502:GT 503:SV 504:HN 505:NI 506:CR 507:PA 509:HT 58:VE 591:BO 593:EC 595:PY 598:UY',
  'Rest of Middle East': '961:LB 962:JO 967:YE 973:BH',
  'Rest of Western Europe': '32:BE 351:PT 353:IE 358:FI 41:CH 43:AT 45:DK 46:SE 47:NO',
  Romania: '40:RO',
  Russia: '7:RU',
  'Saudi Arabia': '966:SA',
  Singapore: '65:SG',
  'South Africa': '27:ZA',
  Spain: '34:ES',
  'Sri Lanka': '94:LK',
  Turkey: '90:TR',
  Ukraine: '380:UA',
  'United Arab Emirates': '971:AE',
  'United Kingdom': '44:GB',
};

/** Area codes of Canada within +1. Source: Canadian Numbering Administrator, read 2026-11-21. */
const canada = new Set(
  '204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 450 468 474 506 514 519 537 548 568 579 581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905 942'.split(
    ' ',
  ),
);

/** Where a person is for pricing: Meta's market and the country (ISO 3166, `XX` if unknown). */
export type Market = { readonly market: string; readonly country: string };

const byPrefix = new Map<string, Market>();
const byCountry = new Map<string, Market>();
for (const [market, prefixes] of Object.entries(prefixesOfMarket))
  for (const entry of prefixes.split(' ')) {
    const [prefix = '', country = 'XX'] = entry.split(':');
    const found = { market, country };
    byPrefix.set(prefix, found);
    if (!byCountry.has(country)) byCountry.set(country, found);
  }
byCountry.set('CA', { market: 'North America', country: 'CA' });

const elsewhere: Market = { market: 'Other', country: 'XX' };

/** The market of a phone number (digits), or else of a BSUID by its first two letters. */
export function marketOf(person: { waId?: string | undefined; userId?: string | undefined }): Market {
  if (person.waId === undefined) {
    const country = person.userId?.slice(0, 2) ?? 'XX';
    return byCountry.get(country) ?? { ...elsewhere, country };
  }
  for (let length = 4; length > 0; length -= 1) {
    const found = byPrefix.get(person.waId.slice(0, length));
    if (found === undefined) continue;
    if (found.country === 'US' && canada.has(person.waId.slice(1, 4))) return { ...found, country: 'CA' };
    return found;
  }
  return elsewhere;
}

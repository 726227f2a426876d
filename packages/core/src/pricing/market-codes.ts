/**
 * The markets Meta's rate cards price, as the card of 2026-10-01 names them.
 * Source: WhatsApp Business Platform pricing page, country calling code table, read 2026-11-21.
 */
export type Market =
  | 'Argentina'
  | 'Bangladesh'
  | 'Brazil'
  | 'Chile'
  | 'Colombia'
  | 'Egypt'
  | 'France'
  | 'Germany'
  | 'Hong Kong'
  | 'Hungary'
  | 'India'
  | 'Indonesia'
  | 'Iraq'
  | 'Israel'
  | 'Italy'
  | 'Kazakhstan'
  | 'Kuwait'
  | 'Malaysia'
  | 'Mexico'
  | 'Morocco'
  | 'Nepal'
  | 'Netherlands'
  | 'Nigeria'
  | 'North America'
  | 'Oman'
  | 'Other'
  | 'Pakistan'
  | 'Peru'
  | 'Poland'
  | 'Qatar'
  | 'Rest of Africa'
  | 'Rest of Asia Pacific'
  | 'Rest of Central & Eastern Europe'
  | 'Rest of Latin America'
  | 'Rest of Middle East'
  | 'Rest of Western Europe'
  | 'Romania'
  | 'Russia'
  | 'Saudi Arabia'
  | 'Singapore'
  | 'South Africa'
  | 'Spain'
  | 'Sri Lanka'
  | 'Turkey'
  | 'Ukraine'
  | 'United Arab Emirates'
  | 'United Kingdom';

/** `country`: ISO 3166 code; `NANP` stands for the countries behind +1 that Meta does not list. */
export type MarketCode = {
  readonly prefix: string;
  readonly countries: readonly string[];
  readonly market: Market;
};

/** From its date on, a version's codes replace those with the same prefix in the versions before. */
export type MarketCodeVersion = { readonly effectiveFrom: string; readonly codes: readonly MarketCode[] };

function code(prefix: string, countries: string, market: Market): MarketCode {
  return { prefix, countries: countries.split('/'), market };
}

/**
 * Which market a dialling prefix belongs to, by date; the longest prefix wins and what is not
 * listed is `Other`.
 * Source: WhatsApp Business Platform pricing page, country calling code table (2025-10-01 and
 * 2026-07-01), and its list of markets that got a card of their own on 2026-10-01, read
 * 2026-11-21. Two things are inferred, not stated by Meta: countries behind +1 that are not
 * listed are `Other`, and Kazakhstan is +7 6xx and +7 7xx.
 */
export const marketCodeVersions: readonly MarketCodeVersion[] = [
  {
    effectiveFrom: '2025-10-01',
    codes: [
      code('1', 'US/CA', 'North America'),
      code('1242', 'NANP', 'Other'),
      code('1246', 'NANP', 'Other'),
      code('1264', 'NANP', 'Other'),
      code('1268', 'NANP', 'Other'),
      code('1284', 'NANP', 'Other'),
      code('1345', 'NANP', 'Other'),
      code('1441', 'NANP', 'Other'),
      code('1473', 'NANP', 'Other'),
      code('1649', 'NANP', 'Other'),
      code('1658', 'JM', 'Rest of Latin America'),
      code('1664', 'NANP', 'Other'),
      code('1721', 'NANP', 'Other'),
      code('1758', 'NANP', 'Other'),
      code('1767', 'NANP', 'Other'),
      code('1784', 'NANP', 'Other'),
      code('1787', 'PR', 'Rest of Latin America'),
      code('1809', 'DO', 'Rest of Latin America'),
      code('1829', 'DO', 'Rest of Latin America'),
      code('1849', 'DO', 'Rest of Latin America'),
      code('1868', 'NANP', 'Other'),
      code('1869', 'NANP', 'Other'),
      code('1876', 'JM', 'Rest of Latin America'),
      code('1939', 'PR', 'Rest of Latin America'),
      code('20', 'EG', 'Egypt'),
      code('211', 'SS', 'Rest of Africa'),
      code('212', 'MA', 'Rest of Africa'),
      code('213', 'DZ', 'Rest of Africa'),
      code('216', 'TN', 'Rest of Africa'),
      code('218', 'LY', 'Rest of Africa'),
      code('220', 'GM', 'Rest of Africa'),
      code('221', 'SN', 'Rest of Africa'),
      code('222', 'MR', 'Rest of Africa'),
      code('223', 'ML', 'Rest of Africa'),
      code('225', 'CI', 'Rest of Africa'),
      code('226', 'BF', 'Rest of Africa'),
      code('227', 'NE', 'Rest of Africa'),
      code('228', 'TG', 'Rest of Africa'),
      code('229', 'BJ', 'Rest of Africa'),
      code('231', 'LR', 'Rest of Africa'),
      code('232', 'SL', 'Rest of Africa'),
      code('233', 'GH', 'Rest of Africa'),
      code('234', 'NG', 'Nigeria'),
      code('235', 'TD', 'Rest of Africa'),
      code('237', 'CM', 'Rest of Africa'),
      code('241', 'GA', 'Rest of Africa'),
      code('242', 'CG', 'Rest of Africa'),
      code('244', 'AO', 'Rest of Africa'),
      code('245', 'GW', 'Rest of Africa'),
      code('249', 'SD', 'Rest of Africa'),
      code('250', 'RW', 'Rest of Africa'),
      code('251', 'ET', 'Rest of Africa'),
      code('252', 'SO', 'Rest of Africa'),
      code('254', 'KE', 'Rest of Africa'),
      code('255', 'TZ', 'Rest of Africa'),
      code('256', 'UG', 'Rest of Africa'),
      code('257', 'BI', 'Rest of Africa'),
      code('258', 'MZ', 'Rest of Africa'),
      code('260', 'ZM', 'Rest of Africa'),
      code('261', 'MG', 'Rest of Africa'),
      code('263', 'ZW', 'Rest of Africa'),
      code('264', 'NA', 'Rest of Africa'),
      code('265', 'MW', 'Rest of Africa'),
      code('266', 'LS', 'Rest of Africa'),
      code('267', 'BW', 'Rest of Africa'),
      code('268', 'SZ', 'Rest of Africa'),
      code('27', 'ZA', 'South Africa'),
      code('291', 'ER', 'Rest of Africa'),
      code('30', 'GR', 'Rest of Central & Eastern Europe'),
      code('31', 'NL', 'Netherlands'),
      code('32', 'BE', 'Rest of Western Europe'),
      code('33', 'FR', 'France'),
      code('34', 'ES', 'Spain'),
      code('351', 'PT', 'Rest of Western Europe'),
      code('353', 'IE', 'Rest of Western Europe'),
      code('355', 'AL', 'Rest of Central & Eastern Europe'),
      code('358', 'FI', 'Rest of Western Europe'),
      code('359', 'BG', 'Rest of Central & Eastern Europe'),
      code('36', 'HU', 'Rest of Central & Eastern Europe'),
      code('370', 'LT', 'Rest of Central & Eastern Europe'),
      code('371', 'LV', 'Rest of Central & Eastern Europe'),
      code('373', 'MD', 'Rest of Central & Eastern Europe'),
      code('374', 'AM', 'Rest of Central & Eastern Europe'),
      code('375', 'BY', 'Rest of Central & Eastern Europe'),
      code('380', 'UA', 'Rest of Central & Eastern Europe'),
      code('381', 'RS', 'Rest of Central & Eastern Europe'),
      code('385', 'HR', 'Rest of Central & Eastern Europe'),
      code('386', 'SI', 'Rest of Central & Eastern Europe'),
      code('389', 'MK', 'Rest of Central & Eastern Europe'),
      code('39', 'IT', 'Italy'),
      code('40', 'RO', 'Rest of Central & Eastern Europe'),
      code('41', 'CH', 'Rest of Western Europe'),
      code('420', 'CZ', 'Rest of Central & Eastern Europe'),
      code('421', 'SK', 'Rest of Central & Eastern Europe'),
      code('43', 'AT', 'Rest of Western Europe'),
      code('44', 'GB', 'United Kingdom'),
      code('45', 'DK', 'Rest of Western Europe'),
      code('46', 'SE', 'Rest of Western Europe'),
      code('47', 'NO', 'Rest of Western Europe'),
      code('48', 'PL', 'Rest of Central & Eastern Europe'),
      code('49', 'DE', 'Germany'),
      code('502', 'GT', 'Rest of Latin America'),
      code('503', 'SV', 'Rest of Latin America'),
      code('504', 'HN', 'Rest of Latin America'),
      code('505', 'NI', 'Rest of Latin America'),
      code('506', 'CR', 'Rest of Latin America'),
      code('507', 'PA', 'Rest of Latin America'),
      code('509', 'HT', 'Rest of Latin America'),
      code('51', 'PE', 'Peru'),
      code('52', 'MX', 'Mexico'),
      code('54', 'AR', 'Argentina'),
      code('55', 'BR', 'Brazil'),
      code('56', 'CL', 'Chile'),
      code('57', 'CO', 'Colombia'),
      code('58', 'VE', 'Rest of Latin America'),
      code('591', 'BO', 'Rest of Latin America'),
      code('593', 'EC', 'Rest of Latin America'),
      code('595', 'PY', 'Rest of Latin America'),
      code('598', 'UY', 'Rest of Latin America'),
      code('60', 'MY', 'Malaysia'),
      code('61', 'AU', 'Rest of Asia Pacific'),
      code('62', 'ID', 'Indonesia'),
      code('63', 'PH', 'Rest of Asia Pacific'),
      code('64', 'NZ', 'Rest of Asia Pacific'),
      code('65', 'SG', 'Rest of Asia Pacific'),
      code('66', 'TH', 'Rest of Asia Pacific'),
      code('675', 'PG', 'Rest of Asia Pacific'),
      code('7', 'RU', 'Russia'),
      code('81', 'JP', 'Rest of Asia Pacific'),
      code('84', 'VN', 'Rest of Asia Pacific'),
      code('852', 'HK', 'Rest of Asia Pacific'),
      code('855', 'KH', 'Rest of Asia Pacific'),
      code('856', 'LA', 'Rest of Asia Pacific'),
      code('86', 'CN', 'Rest of Asia Pacific'),
      code('880', 'BD', 'Rest of Asia Pacific'),
      code('886', 'TW', 'Rest of Asia Pacific'),
      code('90', 'TR', 'Turkey'),
      code('91', 'IN', 'India'),
      code('92', 'PK', 'Pakistan'),
      code('93', 'AF', 'Rest of Asia Pacific'),
      code('94', 'LK', 'Rest of Asia Pacific'),
      code('961', 'LB', 'Rest of Middle East'),
      code('962', 'JO', 'Rest of Middle East'),
      code('964', 'IQ', 'Rest of Middle East'),
      code('965', 'KW', 'Rest of Middle East'),
      code('966', 'SA', 'Saudi Arabia'),
      code('967', 'YE', 'Rest of Middle East'),
      code('968', 'OM', 'Rest of Middle East'),
      code('971', 'AE', 'United Arab Emirates'),
      code('972', 'IL', 'Israel'),
      code('973', 'BH', 'Rest of Middle East'),
      code('974', 'QA', 'Rest of Middle East'),
      code('976', 'MN', 'Rest of Asia Pacific'),
      code('977', 'NP', 'Rest of Asia Pacific'),
      code('992', 'TJ', 'Rest of Asia Pacific'),
      code('993', 'TM', 'Rest of Asia Pacific'),
      code('994', 'AZ', 'Rest of Central & Eastern Europe'),
      code('995', 'GE', 'Rest of Central & Eastern Europe'),
      code('998', 'UZ', 'Rest of Asia Pacific'),
    ],
  },
  {
    effectiveFrom: '2026-07-01',
    codes: [
      code('36', 'HU', 'Hungary'),
      code('40', 'RO', 'Romania'),
      code('48', 'PL', 'Poland'),
      code('65', 'SG', 'Singapore'),
      code('852', 'HK', 'Hong Kong'),
      code('974', 'QA', 'Qatar'),
    ],
  },
  {
    effectiveFrom: '2026-10-01',
    codes: [
      code('212', 'MA', 'Morocco'),
      code('380', 'UA', 'Ukraine'),
      code('76', 'KZ', 'Kazakhstan'),
      code('77', 'KZ', 'Kazakhstan'),
      code('880', 'BD', 'Bangladesh'),
      code('94', 'LK', 'Sri Lanka'),
      code('964', 'IQ', 'Iraq'),
      code('965', 'KW', 'Kuwait'),
      code('968', 'OM', 'Oman'),
      code('977', 'NP', 'Nepal'),
    ],
  },
];

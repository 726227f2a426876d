import { expect, test } from 'vitest';
import { zoneCity } from './zone-city.ts';

test.each([
  ['America/Mexico_City', 'es', 'Ciudad de México'],
  ['America/Mexico_City', 'en', 'Mexico City'],
  ['America/Sao_Paulo', 'pt', 'São Paulo'],
  ['Asia/Kolkata', 'hi', 'भारत'],
  ['Asia/Kolkata', 'hi-Latn', 'India'],
  ['Africa/Casablanca', 'ar', 'الدار البيضاء'],
  ['Europe/Dublin', 'fr', 'Dublin'],
  ['Etc/UTC', 'en', undefined],
] as const)('%s in %s is %s', (zone, language, city) => {
  expect(zoneCity(zone, language)).toBe(city);
});

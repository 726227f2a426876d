import { languages, type Language } from '../language/language.ts';
import { cataloguePhrases } from './words/catalogue-phrases.ts';
import { colours } from './words/colours.ts';
import { foldedText } from './words/fold-words.ts';

/** A plain colour in the customer's language; a shade with a name of its own ("navy") stays what it is. */
export function colourName(written: string, language: Language): string {
  const name = foldedText(written);
  const colour = colours.find((each) =>
    languages.some((spoken) => foldedText(cataloguePhrases[spoken].colours[each]) === name),
  );
  return colour === undefined ? written : cataloguePhrases[language].colours[colour];
}

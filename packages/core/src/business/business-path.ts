const text =
  /^((business|models)\.yaml|(tasks|tools|flows|templates)\/[^/]+\.ya?ml|knowledge\/[^/]+\.md|data\/([^/]+\.csv|catalogue\.json)|packs\/[^/]+\/[^/]+\.ya?ml)$/;
const document = /^knowledge\/[^/]+\.(pdf|docx|html?|txt|csv)$/i;

/**
 * What a file of a business's folder is read as: UTF-8 text, or a document whose words are taken from it.
 * `path`: relative, with "/". Undefined: nothing reads it.
 */
export function kindOfBusinessFile(path: string): 'text' | 'document' | undefined {
  return text.test(path) ? 'text' : document.test(path) ? 'document' : undefined;
}

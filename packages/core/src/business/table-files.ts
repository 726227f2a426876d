import { readCsv, type CsvTable } from './csv.ts';

/** The tables of a business by the path that its folder has for them; undefined: there is no such file. */
export type TableFiles = {
  /** As columns and rows. */
  csv(file: string): CsvTable | undefined;
  /** As it is written. */
  text(file: string): string | undefined;
};

/** Tables in the files of a folder. Each is read once. */
export function tableFilesOf(files: ReadonlyMap<string, string>): TableFiles {
  const read = new Map<string, CsvTable>();
  return {
    csv(file) {
      const known = read.get(file);
      const text = files.get(file);
      if (known !== undefined || text === undefined) return known;
      const table = readCsv(file, text);
      read.set(file, table);
      return table;
    },
    text: (file) => files.get(file),
  };
}

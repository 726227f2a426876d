/** Where the launcher says what it does; a pino logger fits. */
export type PostgresLog = {
  info(details: Readonly<Record<string, unknown>>, message: string): void;
  warn(details: Readonly<Record<string, unknown>>, message: string): void;
};

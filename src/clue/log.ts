/** Where the CLUe edge speaks to its operator. Fields never carry a token, a password, a phone number or a person. */
export type Log = {
  debug(msg: string, fields?: LogFields): void;
  info(msg: string, fields?: LogFields): void;
  warn(msg: string, fields?: LogFields): void;
  error(msg: string, fields?: LogFields): void;
};

type LogFields = Readonly<Record<string, unknown>>;

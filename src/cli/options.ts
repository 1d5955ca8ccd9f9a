import path from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';

/** What commands that work on a database take. */
export interface DataOptions {
  data: string;
  json?: boolean;
}

/** The data folder where none is named. */
const DEFAULT_DATA = '.coassent';

/** Where the bytes of files stand, unless a store that speaks S3 keeps them. */
export const filesDirOf = ({ data }: DataOptions): string => path.resolve(data, 'files');

/** Adds `--data` (or `COASSENT_DATA`) and `--json` to a command. */
export function withData(command: Command): Command {
  return command
    .option('--data <folder>', 'the data folder of the embedded Postgres', process.env.COASSENT_DATA ?? DEFAULT_DATA)
    .option('--json', 'print JSON');
}

/** A port: 0 takes any free one. */
export function portOf(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535; 0 takes any free one.');
}

/** Adds `--as`: who is recorded as having done it. */
export function withActing(command: Command): Command {
  return command.option('--as <person>', 'id or name of the person who acts; else whoever runs this machine');
}

import { posix } from 'node:path';
import { type Import, readSource } from './imports.ts';
import { type Room, roomOf, TABLE } from './table.ts';

/** The packages of package.json, by what it takes to have them. */
export type Packages = { readonly always: readonly string[]; readonly development: readonly string[] };

/** What is wrong with a file of src, a sentence each. `path` is its path in src. */
export function faultsOf(path: string, source: string, packages: Packages): readonly string[] {
  const room = roomOf(path);
  const rules = room === undefined ? undefined : TABLE[room];
  if (room === undefined || rules === undefined) return [`${path} is in no room of the table`];
  const { imports, oddities } = readSource(source);
  return [
    ...oddities.map((oddity) => `${path} ${oddity}`),
    ...imports.flatMap((one) => {
      const fault = one.specifier.startsWith('.')
        ? fileFault(path, room, rules, one.specifier)
        : packageFault(path, room, rules, one, packages);
      return fault === undefined ? [] : [`${path} ${fault}`];
    }),
    ...shapeFaults(path, source),
  ];
}

/** What is wrong with a file's name, folder or length, wherever it lies. */
export function shapeFaults(path: string, source: string): readonly string[] {
  const faults: string[] = [];
  const lines = source.trimEnd().split('\n').length;
  if (lines > 300) faults.push(`${path} has ${lines} lines: more than 300 are a wall`);
  for (const folder of posix.dirname(path).split('/')) {
    if (/^(utils?|helpers?|services?|types|common|misc)$/.test(folder))
      faults.push(`${path} lies in ${folder}, which says nothing`);
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.test)?\.tsx?$/.test(posix.basename(path)))
    faults.push(`${path} is not in kebab-case`);
  return faults;
}

function fileFault(path: string, room: string, rules: Room, specifier: string): string | undefined {
  const target = posix.join(posix.dirname(path), specifier);
  // The version that the bot says of itself.
  if (target === '../package.json' && room === 'app') return undefined;
  const targetRoom = target.startsWith('..') ? undefined : roomOf(target);
  if (targetRoom === undefined) return `imports ${specifier}, which lies in no room`;
  if (targetRoom === room || rules.rooms.includes(targetRoom)) return undefined;
  return `imports ${target}: ${room} may not import ${targetRoom}`;
}

function packageFault(path: string, room: string, rules: Room, one: Import, packages: Packages): string | undefined {
  const { specifier, isType } = one;
  const allowed = [
    ...rules.packages,
    ...(isType ? (rules.types ?? []) : []),
    ...(rules.only ?? []).flatMap(([file, only]) => (file === path ? [only] : [])),
  ];
  if (!allowed.some((pattern) => fits(specifier, pattern))) return `imports ${specifier}: ${room} may not import it`;
  if (specifier.startsWith('node:')) return undefined;

  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const mayUseDevelopment = isType || room.startsWith('sandbox');
  const known = mayUseDevelopment ? [...packages.always, ...packages.development] : packages.always;
  return known.includes(name) ? undefined : `imports ${specifier}, which package.json does not bring to where it runs`;
}

const fits = (specifier: string, pattern: string): boolean =>
  pattern.endsWith('*')
    ? specifier.startsWith(pattern.slice(0, -1))
    : specifier === pattern || specifier.startsWith(`${pattern}/`);

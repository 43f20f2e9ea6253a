/** What a source file takes from elsewhere. `type` imports are gone when it runs. */
export type Import = { readonly specifier: string; readonly isType: boolean };

export type Source = {
  readonly imports: readonly Import[];
  /** What the file does that no table of imports can judge, in words. */
  readonly oddities: readonly string[];
};

type Token = { readonly kind: 'word' | 'text' | 'sign'; readonly text: string };

/** Reads a TypeScript file's imports: static, dynamic, re-exports, and types named by `import('…')`. */
export function readSource(source: string): Source {
  const tokens = tokensOf(source);
  const imports: Import[] = [];
  const oddities: string[] = [];
  const at = (index: number): string => tokens[index]?.text ?? '';
  const isText = (index: number): boolean => tokens[index]?.kind === 'text';

  tokens.forEach((token, index) => {
    if (token.kind !== 'word' || at(index - 1) === '.') return;
    if (token.text === 'import' && at(index + 1) === '(') {
      const end = at(index + 3);
      if (isText(index + 2) && (end === ')' || end === ',')) {
        // A type is named where a value cannot stand: after a colon and the like. Both are held to the table alike.
        imports.push({ specifier: at(index + 2), isType: false });
      } else oddities.push('imports a path that is made when it runs');
    } else if (token.text === 'import' && isText(index + 1)) {
      imports.push({ specifier: at(index + 1), isType: false });
    } else if ((token.text === 'import' || token.text === 'export') && beginsClause(at(index + 1))) {
      const specifier = specifierAfter(tokens, index + 1);
      const isType = at(index + 1) === 'type' && at(index + 2) !== 'from' && at(index + 2) !== ',';
      if (specifier !== undefined) imports.push({ specifier, isType });
    }
    if (token.text === 'export' && at(index + 1) === 'default') oddities.push('has a default export');
    if (token.text === 'as' && at(index + 1) === 'default') oddities.push('has a default export');
    if (/^(require|createRequire|getBuiltinModule)$/.test(token.text)) oddities.push(`takes modules by ${token.text}`);
  });
  return { imports, oddities };
}

/** `import x from`, `import { x } from`, `import * as x from`, `export { x } from`, `export * from`, each also with `type`. */
const beginsClause = (text: string): boolean => /^([\w$]+|[{*])$/.test(text);

/** The text after the clause's own `from`; undefined where the clause ends without one, as an export of one's own does. */
function specifierAfter(tokens: readonly Token[], start: number): string | undefined {
  for (let index = start; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'word' && token.text === 'from' && tokens[index + 1]?.kind === 'text') {
      return tokens[index + 1]?.text;
    }
    if (token === undefined || token.kind === 'text' || !/^([\w$]+|[{},*])$/.test(token.text)) return undefined;
  }
  return undefined;
}

const TOKEN =
  /(?<blank>\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<text>'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")|(?<template>`(?:\\[\s\S]|[^`\\])*`)|(?<word>[\w$]+)|(?<sign>\S)/y;
const REGEX = /\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/** A slash after one of these begins a regular expression; after anything else it divides. */
const BEFORE_REGEX = /^([-+*%=<>!&|^~?:;,([{}]|return|typeof|case|of|in)$/;

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let index = 0;
  while (index < source.length) {
    const last = tokens.at(-1)?.text ?? ';';
    const regex = source[index] === '/' && BEFORE_REGEX.test(last) ? matchAt(REGEX, source, index) : undefined;
    const match = regex ?? matchAt(TOKEN, source, index);
    if (match === undefined) throw new Error(`no token at ${index}`);
    index += match[0].length;
    const { text, word, sign, template } = match.groups ?? {};
    if (regex !== undefined) tokens.push({ kind: 'sign', text: 'a regular expression' });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1) });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else if (template !== undefined) tokens.push({ kind: 'sign', text: 'a template' }, ...insideTemplate(template));
  }
  return tokens;
}

/** What stands in a template's braces is code as well. A template within it is read as text; that may only add tokens. */
function insideTemplate(template: string): readonly Token[] {
  return [...template.matchAll(/\$\{([^`]*?)\}/g)].flatMap((part) => tokensOf(part[1] ?? ''));
}

function matchAt(pattern: RegExp, source: string, index: number): RegExpExecArray | undefined {
  pattern.lastIndex = index;
  return pattern.exec(source) ?? undefined;
}

/** Something that can be asked for by id or by name. */
export type Nameable = { readonly id: string; readonly name?: string };

export type Match<Thing> =
  | { readonly kind: 'one'; readonly thing: Thing }
  | { readonly kind: 'several'; readonly things: readonly Thing[] }
  | { readonly kind: 'none' };

/**
 * Letters as they compare. Full-width and upper case make no difference, nor does the number of spaces; quotes and what
 * nobody sees are passed over; the apostrophes and dashes that phones put in place of the typed ones count as those, and so
 * do the look-alikes that the bot shows in its messages.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["“”„«»「」『』]|\p{Cf}/gu, '');
  return LOOK_ALIKES.reduce((line, [alike, meant]) => line.replace(alike, meant), plain)
    .replace(/\s+/gu, ' ')
    .trim();
}

const LOOK_ALIKES: readonly (readonly [RegExp, string])[] = [
  [/[‘’ʼ]/g, "'"],
  [/[‐‒–—―−]/g, '-'],
  [/∗/g, '*'],
  [/∼/g, '~'],
  [/ˋ/g, '`'],
  [/∶/g, ':'],
];

/**
 * Finds what was asked for: by its id, else by its whole name, else by a part of its name. The first of
 * these that fits anything decides.
 */
export function match<Thing extends Nameable>(asked: string, things: readonly Thing[]): Match<Thing> {
  const wanted = fold(asked);
  if (wanted === '') return { kind: 'none' };
  const rules: readonly ((thing: Thing) => boolean)[] = [
    (thing) => fold(thing.id) === wanted,
    (thing) => fold(thing.name ?? '') === wanted,
    (thing) => fold(thing.name ?? '').includes(wanted),
  ];
  for (const rule of rules) {
    const things_ = things.filter(rule);
    if (things_.length > 1) return { kind: 'several', things: things_ };
    if (things_[0] !== undefined) return { kind: 'one', thing: things_[0] };
  }
  return { kind: 'none' };
}

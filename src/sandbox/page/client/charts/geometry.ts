/** The values at which an axis is marked: round steps that enclose nought and all values, about `count` of them. */
export function axisMarks(values: readonly number[], count = 5): readonly number[] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.floor(low / step);
  const last = Math.ceil((high || (low < 0 ? 0 : step)) / step);
  // A step of 0.1 counted up would drift; nine digits are more than a label shows.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(9)));
}

/** Turns a value into a height in the drawing; larger values lie higher, at smaller y. */
export function scale(marks: readonly number[], top: number, bottom: number): (value: number) => number {
  const low = marks[0] ?? 0;
  const high = marks.at(-1) ?? 1;
  return (value) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The bars of one category, side by side in the room of that category, each from nought to its value. */
export function barsOf(
  values: readonly number[],
  room: { left: number; width: number },
  y: (value: number) => number,
): readonly Box[] {
  const used = room.width * 0.7;
  const width = Math.min(used / Math.max(1, values.length), 44);
  const left = room.left + (room.width - width * values.length) / 2;
  return values.map((value, index) => ({
    x: left + index * width,
    y: Math.min(y(value), y(0)),
    width: Math.max(1, width - 2),
    height: Math.abs(y(value) - y(0)),
  }));
}

/** The path of a pie's slice from one share of the whole to another, both from 0 to 1, clockwise from the top. */
export function slicePath(from: number, to: number, centre: number, radius: number): string {
  const at = (share: number) => {
    const angle = share * 2 * Math.PI - Math.PI / 2;
    return `${round(centre + radius * Math.cos(angle))} ${round(centre + radius * Math.sin(angle))}`;
  };
  const whole = to - from >= 1 - 1e-9;
  if (whole) {
    return `M${at(0)}A${radius} ${radius} 0 1 1 ${at(0.5)}A${radius} ${radius} 0 1 1 ${at(0)}Z`;
  }
  const isLong = to - from > 0.5 ? 1 : 0;
  return `M${centre} ${centre}L${at(from)}A${radius} ${radius} 0 ${isLong} 1 ${at(to)}Z`;
}

/** Where each slice begins and ends, as shares of the whole. */
export function sharesOf(values: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const whole = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  let done = 0;
  return values.map((value) => {
    const from = whole === 0 ? 0 : done / whole;
    done += Math.max(0, value);
    return { from, to: whole === 0 ? 0 : done / whole };
  });
}

const round = (value: number): number => Math.round(value * 100) / 100;

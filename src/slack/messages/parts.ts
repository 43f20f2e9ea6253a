/** What a button or a modal carries, as the list that was written into it; empty for what no version of the bot wrote. */
export function partsOf(value: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(value);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** A run of text, marked up. Text is as it is to be read: Slack's escapes are decoded. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly of: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly label: string }
  /** `@here`, `@channel`, `@everyone`, or a group by its label: it rings. */
  | { readonly kind: 'ring'; readonly label: string }
  | {
      readonly kind: 'date';
      /** Since 1970. */
      readonly seconds: number;
      readonly format: string;
      readonly fallback: string;
      readonly url?: string;
    }
  | { readonly kind: 'emoji'; readonly name: string; readonly sign: string };

/** What stands below each other in a text. */
export type Passage =
  | { readonly kind: 'lines' | 'quote'; readonly of: readonly Inline[] }
  | { readonly kind: 'preformatted'; readonly text: string };

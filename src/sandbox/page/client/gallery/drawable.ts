import type { JsonObject } from '../../../slack/json.ts';
import type { GalleryItem } from '../../state.ts';

/** A gallery item as JSON brought it. */
export type Drawable = Omit<GalleryItem, 'blocks'> & { readonly blocks: readonly JsonObject[] };

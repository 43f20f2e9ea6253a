import { createContext, useContext } from 'react';
import type { Reader } from '../../../slack/terminal/reader.ts';

/** For whom everything within is drawn. */
export const Reading = createContext<Reader>({ timeZone: 'UTC', locale: 'en-US', now: 0, nameOf: () => undefined });

export const useReader = (): Reader => useContext(Reading);

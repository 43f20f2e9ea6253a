import { createContext, useContext } from 'react';
import type { Doing, DoingAnswer } from '../../state.ts';

/** Does something on the server, and shows on the page why it could not be done. */
export type Act = (doing: Doing) => Promise<DoingAnswer>;

/** How whatever is drawn does something; outside a running page nothing can be done. */
export const Acting = createContext<Act>(async () => ({ ok: false, error: 'Nothing can be done here.' }));

export const useAct = (): Act => useContext(Acting);

import { PEOPLE, type User } from '../slack/people.ts';
import type { Persona } from './state.ts';

/** Whom one can be on the page: their zones, languages and rights differ, and so do the bot's answers. */
export const PERSONAS: readonly Persona[] = [
  persona(PEOPLE.admin, 'admin'),
  persona(PEOPLE.member, 'member'),
  persona(PEOPLE.guest, 'guest'),
  // Whoever reads English and is no guest.
  persona(PEOPLE.london, 'member'),
];

export function isPersona(user: string): boolean {
  return PERSONAS.some(({ id }) => id === user);
}

function persona({ id, real_name: name, tz, locale }: User, role: string): Persona {
  return { id, name, role, tz, locale };
}

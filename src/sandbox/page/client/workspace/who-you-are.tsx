import type { Persona } from '../../state.ts';
import { Avatar } from './avatar.tsx';

type WhoYouAreProps = {
  readonly personas: readonly Persona[];
  readonly persona: Persona;
  /** The server's moment, in milliseconds since 1970. */
  readonly now: number;
  readonly onChoose: (id: string) => void;
};

/** The choice of who you are: with each, words, zone and rights change. */
export function WhoYouAre({ personas, persona, now, onChoose }: WhoYouAreProps) {
  return (
    <fieldset className="who">
      <legend>You are</legend>
      <p className="who-hint">Times show in this person’s zone and language.</p>
      {personas.map((one) => (
        <label key={one.id} className="who-one">
          <input
            type="radio"
            name="persona"
            value={one.id}
            checked={one.id === persona.id}
            onChange={() => onChoose(one.id)}
          />
          <Avatar id={one.id} name={one.name} />
          <span className="who-words">
            <span>
              <b>{one.name}</b> {one.role}
            </span>
            <span className="who-where">
              {one.tz.split('/').at(-1)?.replaceAll('_', ' ')}{' '}
              {new Intl.DateTimeFormat(one.locale, { hour: 'numeric', minute: '2-digit', timeZone: one.tz }).format(
                now,
              )}
              {' · '}
              <span lang={one.locale}>{languageOf(one.locale)}</span>
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A language by its own name. */
function languageOf(locale: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(locale.split('-')[0] ?? locale) ?? locale;
}

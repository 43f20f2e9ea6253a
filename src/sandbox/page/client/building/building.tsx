import type { PageState } from '../../state.ts';
import { useAct } from '../server/acting.ts';
import { Bot } from './bot.tsx';
import { DOOR_READER } from './door-reader.ts';
import { DoorView } from './door-view.tsx';
import { Fault } from './fault.tsx';
import { Plan } from './plan.tsx';
import { CLUE_STATES, SLACK_STATES } from './words.ts';

type BuildingProps = {
  readonly state: PageState;
  /** The server's moment, in milliseconds since 1970. */
  readonly now: number;
};

/** The half of the page that is the building: its doors, and what can go wrong around it. */
export function Building({ state, now }: BuildingProps) {
  const act = useAct();
  const clock = new Intl.DateTimeFormat(DOOR_READER.locale, { timeStyle: 'medium', timeZone: DOOR_READER.timeZone });
  const day = new Intl.DateTimeFormat(DOOR_READER.locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: DOOR_READER.timeZone,
  });
  return (
    <section className="building" aria-label="Building">
      <header className="building-head">
        <h2>Building</h2>
        <p className="clock">
          <span className="hint">Door time, Tokyo · {day.format(now)}</span>
          <time dateTime={new Date(now).toISOString()}>{clock.format(now)}</time>
        </p>
      </header>
      {state.buildings.map((building) => (
        <section key={building.placeId} className="house" aria-label={building.name}>
          <h3>
            {building.name}
            {building.thirdParty && <span className="hint"> a third party has the last word here</span>}
          </h3>
          <Plan building={building} />
          <div className="doors">
            {building.doors.map((door) => (
              <DoorView key={door.doorId} building={building} door={door} />
            ))}
          </div>
        </section>
      ))}
      <section className="house" aria-label="Faults">
        <h3>What can go wrong</h3>
        <Fault
          title="CLUe"
          choices={CLUE_STATES}
          state={state.faults.clue}
          well="well"
          onChoose={(clue) => void act({ do: 'clue', state: clue })}
        />
        <Fault
          title="Slack"
          choices={SLACK_STATES}
          state={state.faults.slack}
          well="well"
          onChoose={(slack) => void act({ do: 'slack', state: slack })}
        />
        <Bot bot={state.bot} />
      </section>
    </section>
  );
}

import { formatDate } from '../../../slack/terminal/date.ts';
import type { BuildingState } from '../../state.ts';
import { useAct } from '../server/acting.ts';
import { DOOR_READER } from './door-reader.ts';
import { actsAt, personWords, stateWords } from './words.ts';

type DoorProps = { readonly building: BuildingState; readonly door: BuildingState['doors'][number] };

/** A door: how it stands, what was last there, and what one can do at it. */
export function DoorView({ building, door }: DoorProps) {
  const act = useAct();
  const { lastEvent } = door;
  return (
    <section
      className={`door door-${door.relay}${door.isOnline ? '' : ' door-offline'}`}
      aria-label={`${building.name}: ${door.doorName}`}
      data-relay={door.relay}
      data-online={door.isOnline}
    >
      <header className="door-head">
        <h4>{door.doorName}</h4>
        <span className="door-state" role="status">
          {stateWords(door)}
        </span>
      </header>
      <dl className="door-facts">
        <div>
          <dt>Last person</dt>
          <dd>{personWords(door)}</dd>
        </div>
        <div>
          <dt>Last event</dt>
          <dd>
            {lastEvent === undefined ? (
              'none yet'
            ) : (
              <>
                {door.lastEventName ?? lastEvent.eventType}{' '}
                <time dateTime={new Date(lastEvent.eventAt).toISOString()}>
                  {formatDate(lastEvent.eventAt / 1000, '{time_secs}', DOOR_READER)}
                </time>
              </>
            )}
          </dd>
        </div>
      </dl>
      <div className="door-acts">
        {actsAt(door).map(({ name, label }) => (
          <button
            key={name}
            type="button"
            className="button button-small"
            onClick={() => void act({ do: 'door', place: building.placeId, door: door.doorId, what: name })}
          >
            {label}
          </button>
        ))}
      </div>
    </section>
  );
}

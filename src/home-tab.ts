import type { ChannelDesks } from './channel-desks.ts';
import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import type { HouseState } from './incident/house.ts';
import { type Incident, isClosed } from './incident/incident.ts';
import { bySeverity, severityOf } from './incident/severity.ts';
import type { NamesNow } from './names-now.ts';
import { type Member, wordsFor } from './slack/commands/asker.ts';
import type { Places } from './slack/commands/ports.ts';
import { namingOf } from './slack/commands/wishes/naming.ts';
import { onHome } from './slack/messages/answer-buttons.ts';
import { drawCard } from './slack/messages/card.ts';
import type { HomeDoor, HomeIncident, HomeMute, HomeTab } from './slack/messages/home.ts';
import { muteInWords } from './slack/messages/mute-line.ts';
import { hiddenBy } from './slack/messages/wishes/list.ts';
import { subscriptionInWords } from './slack/messages/wishes/sentence.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type HomeTabOptions = {
  readonly config: Config;
  readonly names: NamesNow;
  /** What people and doors are called in a sentence. */
  readonly places: Places;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly channels: Pick<ChannelDesks, 'all'>;
  readonly house: () => HouseState;
  readonly now: () => Instant;
};

/** What the Home tab shows to a member, from the desks as they are now. */
export function homeTab({ config, names, places, watches, channels, house, now }: HomeTabOptions) {
  const doors = (): readonly HomeDoor[] =>
    config.places.flatMap(({ id, name }) =>
      (watches.get(id)?.desk.state().doors ?? []).flatMap(({ door, name: called, stands }) =>
        door === undefined
          ? []
          : [
              {
                door: { id: door, ...(called !== undefined && { name: called }) },
                place: { id, ...(name !== undefined && { name }) },
                ...stands,
              },
            ],
      ),
    );

  return (member: Member, mine: ReadonlyMap<string, string>): HomeTab => {
    const say = wordsFor(member, config.locale);
    const at = now();
    const naming = namingOf({ places, timeZone: config.timeZone }, say);
    const words = (incident: Incident): HomeIncident => {
      const { text, blocks } = drawCard({ incident, toldAt: incident.openedAt, ...names, say });
      const hearing = incident.cards.flatMap(({ channel: id }) => {
        const name = mine.get(id);
        return name === undefined ? [] : [{ id, name }];
      });
      const buttons = blocks
        .flatMap((block) => (block.type === 'actions' ? block.elements : []))
        .flatMap((element) => (element.type === 'button' ? onHome(element, hearing) : []));
      return { words: text, buttons };
    };
    const open = [...watches.values()]
      .flatMap((watch) => watch.desk.state().incidents)
      .filter((one) => !isClosed(one) && one.mergedInto === undefined)
      .filter((one) => severityOf(one.facts) !== 'calm');
    const troubles = house().incidents.filter((one) => !isClosed(one) && one.facts.kind !== 'test');
    const sorted = [...troubles, ...open].sort((a, b) => bySeverity(severityOf(a.facts), severityOf(b.facts)));
    const own = [...channels.all].filter(([channel]) => mine.has(channel)).map(([, desk]) => desk.state());
    return {
      say,
      now: at,
      timeZone: config.timeZone,
      places: config.places.length,
      troubles: troubles.length,
      doors: doors(),
      open: sorted.map(words),
      mutes: own.flatMap((state) =>
        state.mutes
          .filter((mute) => at < mute.until)
          .map(
            (mute): HomeMute => ({
              channel: state.channel,
              what: muteInWords(mute, { ...names, say }),
              until: mute.until,
              hidden: hiddenBy(state, mute),
            }),
          ),
      ),
      wishes: own.flatMap((state) =>
        state.subscriptions.length === 0
          ? []
          : [
              {
                channel: state.channel,
                words: state.subscriptions.map((one) => subscriptionInWords(one, naming, 'asker')),
              },
            ],
      ),
    };
  };
}

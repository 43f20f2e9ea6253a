import type { ChannelDesks } from './channel-desks.ts';
import type { Config } from './config.ts';
import type { Instant } from './door/ids.ts';
import { type AccessState, type ConfiguredRoles, defaultRoleOf, isAtLeast, rolesGiven } from './incident/access.ts';
import type { ChannelState } from './incident/channel.ts';
import type { HouseState } from './incident/house.ts';
import { type Incident, isClosed } from './incident/incident.ts';
import { namesPeople, withNames } from './incident/names-shown.ts';
import { bySeverity, severityOf } from './incident/severity.ts';
import type { NamesNow } from './names-now.ts';
import { namesInWishes } from './slack/commands/access/names-given.ts';
import { type Member, wordsFor } from './slack/commands/asker.ts';
import type { CommandPorts } from './slack/commands/ports.ts';
import { namingOf } from './slack/commands/wishes/naming.ts';
import type { HomeAccess } from './slack/messages/access/home-part.ts';
import { onHome } from './slack/messages/answer-buttons.ts';
import { drawCard } from './slack/messages/card.ts';
import type { HomeDoor, HomeIncident, HomeMute, HomeTab } from './slack/messages/home.ts';
import { muteInWords } from './slack/messages/mute-line.ts';
import { isNamed as isNamedIn } from './slack/messages/names.ts';
import { hiddenBy } from './slack/messages/wishes/list.ts';
import { subscriptionInWords } from './slack/messages/wishes/sentence.ts';
import type { PlaceWatch } from './watch/place-watch.ts';

export type HomeTabOptions = {
  readonly config: Config;
  readonly names: NamesNow;
  /** What people and doors are called in a sentence, and who may see it. */
  readonly ports: Pick<CommandPorts, 'places' | 'access'>;
  /** By place id. */
  readonly watches: ReadonlyMap<string, PlaceWatch>;
  readonly channels: Pick<ChannelDesks, 'all'>;
  readonly house: () => HouseState;
  readonly now: () => Instant;
};

/** What the Home tab shows to a member, from the desks as they are now. */
export function homeTab({ config, names, ports, watches, channels, house, now }: HomeTabOptions) {
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
    const { access, places } = ports;
    const isNamed = isAtLeast(member.role, 'operator');
    const self = access.personOf(member.userId);
    const naming = namingOf({ places, timeZone: config.timeZone, names: isNamed ? 'shown' : 'left-out' }, say);
    const seen = (door: HomeDoor): HomeDoor =>
      isNamed || door.last === undefined || (self !== undefined && door.last.person?.id === self)
        ? door
        : { ...door, last: { ...door.last, ...(door.last.person !== undefined && { person: {} }) } };
    const words = (whole: Incident): HomeIncident => {
      const incident = withNames(whole, isNamed ? 'full' : 'none');
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
    const all = doors().map(seen);
    const { configured } = access;
    return {
      say,
      role: member.role,
      named: isNamed
        ? all.filter(({ last }) => isNamedIn(last?.person)).length +
          sorted.filter(namesPeople).length +
          namesInWishes(own.flatMap((state) => state.subscriptions))
        : 0,
      ...(member.role === 'admin' && { access: accessShown(configured, access.state(), own) }),
      now: at,
      timeZone: config.timeZone,
      places: config.places.length,
      troubles: troubles.length,
      doors: all,
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

/** Who may ask, and where names go out, as admins see it; of channels those that they are in. */
function accessShown(configured: ConfiguredRoles, state: AccessState, own: readonly ChannelState[]): HomeAccess {
  const grants = new Map(state.grants.map((grant) => [grant.whom, grant]));
  return {
    defaultRole: defaultRoleOf(configured, state),
    given: [...rolesGiven(configured, state)].map(([whom, role]) => {
      const by = configured.admins.includes(whom) ? undefined : grants.get(whom)?.by;
      return { whom, role, ...(by !== undefined && { by }) };
    }),
    allowed: own.flatMap(({ channel, sharing }) =>
      sharing?.allowed === undefined ? [] : [{ channel, by: sharing.allowed.by }],
    ),
  };
}

import type { Building } from '../clue/building.ts';
import type { Demo } from '../demo.ts';
import type { Ephemeral } from '../slack/message.ts';
import type { SandboxSlack } from '../slack/start.ts';
import { DEMO_PLACES, type DemoPlace } from '../story/demo-buildings.ts';
import type { BotDiary } from './bot-diary.ts';
import { eventName } from './event-names.ts';
import type { FaultSwitches } from './faults.ts';
import { PERSONAS } from './personas.ts';
import type { ReadMarks } from './read-marks.ts';
import type { SlackDiary } from './slack-diary.ts';
import type { BuildingState, ChannelState, PageState } from './state.ts';

/** The newest so many messages of a channel are sent to the page; the workspace keeps the others. */
const SHOWN_MESSAGES = 200;
/** The same of what one person alone sees; each can hold a table of a hundred rows. */
const SHOWN_EPHEMERALS = 50;

export type PageSources = {
  readonly demo: Demo;
  readonly switches: FaultSwitches;
  readonly marks: ReadMarks;
  readonly slackDiary: SlackDiary;
  readonly botDiary: BotDiary;
};

/** Puts together what the page shows, as everything stands at `now` (milliseconds since 1970). */
export function pageState(sources: PageSources, version: number, now: number): PageState {
  const { demo, switches, marks, slackDiary, botDiary } = sources;
  const { slack, buildings } = demo;
  return {
    version,
    now,
    workspace: {
      personas: PERSONAS,
      users: slack.users(),
      botUserId: slack.botUserId,
      channels: slack.channels().map(
        (channel): ChannelState => ({
          ...channel,
          messages: slack.messages(channel.id).slice(-SHOWN_MESSAGES),
          readUpTo: marks.of(channel.id),
        }),
      ),
      ephemerals: PERSONAS.flatMap(({ id }) => newestEphemerals(slack, id)),
      homes: PERSONAS.flatMap(({ id }) => slack.home(id) ?? []),
      modals: PERSONAS.flatMap(({ id }) => slack.modals(id)),
      failures: slackDiary.failures(),
    },
    buildings: [buildingState(DEMO_PLACES.shop, buildings.shop), buildingState(DEMO_PLACES.office, buildings.office)],
    faults: switches.state(),
    bot: botDiary.state(),
    refusals: slackDiary.refusals(),
  };
}

function newestEphemerals(slack: SandboxSlack, user: string): readonly Ephemeral[] {
  return slack.ephemerals({ user }).slice(-SHOWN_EPHEMERALS);
}

function buildingState({ placeId, name, thirdParty }: DemoPlace, { doors }: Building): BuildingState {
  return {
    placeId,
    name,
    thirdParty,
    doors: doors.map(({ doorId, doorName, state }) => {
      const standing = state();
      const { lastEvent } = standing;
      return {
        doorId,
        doorName,
        ...standing,
        ...(lastEvent !== undefined && { lastEventName: eventName(lastEvent.eventType) }),
      };
    }),
  };
}

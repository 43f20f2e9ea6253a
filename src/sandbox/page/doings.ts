import type { Demo } from '../demo.ts';
import type { CommandRun } from '../slack/run.ts';
import { createDoorDoings } from './door-doings.ts';
import type { FaultSwitches } from './faults.ts';
import { isPersona, PERSONAS } from './personas.ts';
import type { ReadDoing } from './read-doing.ts';
import type { ReadMarks } from './read-marks.ts';
import type { DoingAnswer } from './state.ts';

/** Does what somebody asks for on the page. What cannot be done is answered with the reason, in words for them. */
export function createDoings(options: {
  readonly demo: Demo;
  readonly switches: FaultSwitches;
  readonly marks: ReadMarks;
}): (doing: ReadDoing) => Promise<DoingAnswer> {
  const { demo, switches, marks } = options;
  const { slack, bot } = demo;
  const playAtDoor = createDoorDoings(demo.buildings);

  const act = async (doing: ReadDoing): Promise<CommandRun | undefined> => {
    if ('user' in doing && !isPersona(doing.user)) {
      throw new RangeError(`You can be ${PERSONAS.map(({ id, name }) => `${name} (${id})`).join(', ')}.`);
    }
    switch (doing.do) {
      case 'type': {
        const { user, channel, text } = doing;
        const run = await slack.type({ user, channel, text });
        // Whoever says something in a channel has read it, as in Slack.
        if (run.posted !== undefined) marks.mark(user, channel, run.posted.ts);
        return run;
      }
      case 'press': {
        const { do: _, on, ...press } = doing;
        return await slack.press(typeof on === 'string' ? { ...press, on } : { ...press, ...on });
      }
      case 'submit':
        return await slack.submit({ user: doing.user, values: doing.values });
      case 'pick': {
        const { do: _, ...picked } = doing;
        return await slack.pick(picked);
      }
      case 'close-modal':
        return await slack.closeModal(doing.user);
      case 'open-home':
        return await slack.openHome(doing.user);
      case 'read':
        if (!slack.channels().some(({ id }) => id === doing.channel)) {
          throw new RangeError(`There is no channel ${doing.channel} in this workspace.`);
        }
        marks.mark(doing.user, doing.channel, doing.ts);
        return undefined;
      case 'delete':
        slack.deleteMessage(doing.channel, doing.ts);
        return undefined;
      case 'door':
        playAtDoor(doing);
        demo.play();
        return undefined;
      case 'clue':
        switches.setClue(doing.state);
        return undefined;
      case 'slack':
        switches.setSlack(doing.state);
        return undefined;
      case 'bot':
        if (doing.what === 'kill') await bot.kill();
        else bot.start();
        return undefined;
      default:
        return doing satisfies never;
    }
  };

  return async (doing) => {
    try {
      const run = await act(doing);
      if (run?.errors === undefined) return { ok: true };
      return { ok: false, error: 'The bot asks for something else in this modal.', errors: run.errors };
    } catch (error) {
      // The workspace and the building throw sentences where somebody does what cannot be done.
      return { ok: false, error: error instanceof Error ? error.message : String(error) };
    }
  };
}

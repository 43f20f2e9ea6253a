import { gatheringsOf } from '../../incident/channel.ts';
import type { ChannelId } from '../../incident/incident.ts';
import type { Mute } from '../../incident/mute.ts';
import { severityOf } from '../../incident/severity.ts';
import { languageFor } from '../commands/asker.ts';
import { type MuteAsked, muteAsked } from '../messages/answer-buttons.ts';
import { drawMuteIsOver, drawMuteNotSaid, drawNotSaved } from '../messages/answer-replies.ts';
import type { Message } from '../messages/message.ts';
import { drawMuteLine, type MuteView, muteBegins } from '../messages/mute-line.ts';
import { drawMuteModal, type Extent, muteChoice, mutedIn } from '../messages/mute-modal.ts';
import { drawOldButton } from '../messages/old-button.ts';
import { catalogueOf } from '../messages/words/catalogue.ts';
import { pause } from '../pause.ts';
import type { AnswerPorts, ChannelPort } from './answer-ports.ts';
import { forMember } from './for-member.ts';
import { memoOf, readMemo } from './modal-memo.ts';
import { openModal } from './open-modal.ts';
import type { ModalHandler, Pressed } from './pressed.ts';
import { whisperAfter } from './whisper-after.ts';

/** Asks whoever pressed *Mute…* what to mute and for how long. It works under any card, however old. */
export function askWhatToMute(
  { value, userId, channel, triggerId }: Pressed,
  ports: AnswerPorts,
): Promise<Message | undefined> {
  return forMember(userId, ports, async (say, member) => {
    const asked = muteAsked(value);
    // A Home tab is no channel: its button says in which it can be muted.
    if (asked === undefined || (channel === undefined && !asked.channels?.length)) return drawOldButton(say);
    const metadata = memoOf({ channel, language: languageFor(member, ports.language), value });
    const { names, zone, now } = ports;
    const view = drawMuteModal(metadata, { ...names, say, zone, now: now(), asked: asItIsNow(asked, ports) });
    return await openModal(triggerId, view, say, ports);
  });
}

/** Mutes, and says so in the channel, so that nobody there is deaf unknowingly. */
export const muted =
  (ports: AnswerPorts): ModalHandler =>
  ({ userId, filled, metadata, id }) => {
    const memo = readMemo(metadata);
    const asked = memo === undefined ? undefined : muteAsked(memo.value);
    const channel = memo?.channel ?? mutedIn(filled);
    if (memo === undefined || asked === undefined || channel === undefined)
      return { ok: true, run: async () => undefined };
    const since = ports.now();
    const choice = muteChoice(filled, since, catalogueOf(memo.language));
    if (!choice.ok) return choice;
    const { severity } = asItIsNow(asked, ports);
    const mute: Mute = { id, ...whatOf(asked, choice.extent), severity, since, until: choice.until, by: userId };
    return whisperAfter({ channel: memo.channel, userId }, ports, () => begin(mute, channel, ports));
  };

/** Ends a mute before its time; its summary follows at once. */
export function endMute({ value, userId, channel, ts }: Pressed, ports: AnswerPorts): Promise<Message | undefined> {
  return forMember(userId, ports, async (say) => {
    if (channel === undefined || ts === undefined) return drawOldButton(say);
    const desk = await ports.channel(channel);
    const at = ports.now();
    const mute = desk.state().mutes.find((one) => one.id === value && at < one.until);
    if (mute === undefined) return drawMuteIsOver(say);
    try {
      await desk.send({ kind: 'unmute', id: mute.id, by: userId });
    } catch (error) {
      ports.log.error('the end of a mute could not be saved', { channel, error: String(error) });
      return drawNotSaved(say);
    }
    // Two may press at once: the first of them ended it.
    const told = gatheringsOf(desk.state()).find(({ facts }) => facts.mute === mute.id)?.facts.confesses;
    if (told?.endedBy !== undefined && told.endedBy !== userId) return drawMuteIsOver(say);
    await ports.talk.edit(channel, ts, drawMuteLine(mute, viewOf(desk, ports), { by: userId, at }));
    return undefined;
  });
}

/** What is to be said to whoever muted; nothing where the channel was told. */
function begin(mute: Mute, channel: ChannelId, ports: AnswerPorts): Promise<Message | undefined> {
  return forMember(mute.by, ports, async (say) => {
    try {
      const desk = await ports.channel(channel);
      // Slack sends a modal again whose answer it did not hear.
      if (desk.state().mutes.some((one) => one.id === mute.id)) return undefined;
      await desk.send({ kind: 'mute', mute });
      const isSaid = await saidInChannel(channel, drawMuteLine(mute, viewOf(desk, ports)), ports);
      return isSaid ? undefined : drawMuteNotSaid(muteBegins(mute, { ...ports.names, say }), say);
    } catch (error) {
      ports.log.error('a mute could not be saved', { channel, error: String(error) });
      return drawNotSaved(say);
    }
  });
}

/** Slack takes one message a second, and an alert may have been first. */
async function saidInChannel(channel: ChannelId, message: Message, { talk, log }: AnswerPorts): Promise<boolean> {
  for (const waitMs of [1_500, 5_000, 0]) {
    try {
      await talk.post(channel, message);
      return true;
    } catch (error) {
      log.warn('a mute could not be said in its channel', { channel, error: String(error) });
    }
    await pause(waitMs);
  }
  return false;
}

/** How much the incident matters now; what its button says, when it is forgotten. */
function asItIsNow(asked: MuteAsked, { find }: AnswerPorts): MuteAsked {
  const incident = find(asked);
  return incident === undefined ? asked : { ...asked, severity: severityOf(incident.facts) };
}

function whatOf({ place, door, topic }: MuteAsked, extent: Extent): Pick<Mute, 'door' | 'topic'> {
  const at = door === undefined ? {} : { door: { place, door } };
  if (extent === 'door' && door !== undefined) return at;
  return extent === 'topic' ? { topic } : { topic, ...at };
}

const viewOf = (desk: ChannelPort, { names, language }: AnswerPorts): MuteView => ({
  ...names,
  say: catalogueOf(desk.state().language ?? language),
});

import { saying } from '../../messages/layout.ts';
import type { Message } from '../../messages/message.ts';
import { drawSubscriptions } from '../../messages/wishes/list.ts';
import { namesInWishes, naming, namingNobody } from '../access/names-given.ts';
import type { Call, Command } from '../command.ts';
import { takesNothing } from '../unclear-answer.ts';
import { isDirect } from './change.ts';
import { namingOf } from './naming.ts';
import { leftOutInWords, namesLeftOut } from './naming-allowed.ts';

/** What this channel hears, and when it does not. */
export const subscriptions: Command = {
  name: 'subscriptions',
  shows: 'names',
  least: 'viewer',
  examples: ['/clue subscriptions'],
  run: async (call) => {
    const unclear = takesNothing(call, subscriptions);
    if (unclear !== undefined) return namingNobody(unclear);
    const answer = await answerSubscriptions(call);
    if (isDirect(call.channel)) return namingNobody(answer);
    return naming(answer, namesInWishes((await call.ports.channels.of(call.channel)).state().subscriptions));
  },
};

/** The list of this channel's wishes, with their buttons. */
export async function answerSubscriptions(
  call: Pick<Call, 'channel' | 'ports' | 'say' | 'now'>,
  notes: readonly string[] = [],
): Promise<Message> {
  const { channel, ports, say, now } = call;
  if (isDirect(channel)) return saying(say.wishes.direct);
  const desk = await ports.channels.of(channel);
  // After the desk is open: it keeps what Slack says.
  const sight = await ports.channels.sight(channel);
  const state = desk.state();
  return drawSubscriptions({
    state,
    naming: namingOf(ports, say),
    language: state.language ?? ports.channels.language,
    now,
    notes,
    leftOut: leftOutInWords(namesLeftOut(sight, state, now), say),
  });
}

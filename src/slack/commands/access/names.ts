import { fold } from '../../../asking/match.ts';
import { asCode } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import type { Call, Command } from '../command.ts';
import { isDirect, tellChannel } from '../wishes/change.ts';

/** Has people named in a channel that another company reads too, or not any more. */
export const names: Command = {
  name: 'names',
  shows: 'nothing',
  least: 'admin',
  examples: ['/clue names', '/clue names allow', '/clue names forbid'],
  run: async (call) => {
    const { channel, ports, say, words, asker } = call;
    const [first, second] = words;
    if (isDirect(channel)) return saying(say.access.names.direct);
    const asked = first === undefined ? undefined : fold(first.text);
    if (second !== undefined || (asked !== undefined && asked !== 'allow' && asked !== 'forbid')) {
      return saying(say.access.names.unclear(asCode((second ?? first)?.typed ?? '')));
    }
    // The desk is opened first: it keeps what Slack says.
    const desk = await ports.channels.of(channel);
    const before = await stateOf(call);
    if (asked === undefined || before === 'own' || before === 'unknown') return saying(inWords(before, call));
    const allowed = asked === 'allow';
    if (allowed === (typeof before === 'object')) return saying(inWords(before, call));
    await ports.access.allowNames(channel, allowed, asker.userId);
    // Another company may have come in meanwhile: then it is not so, and nobody is told that it is.
    const now = await stateOf(call);
    if (allowed !== (typeof now === 'object')) return saying(inWords(now, call));
    const change = { channel, userId: asker.userId, ports, now: call.now, say };
    const notes = await tellChannel(change, desk, undefined, (channelWords, who) =>
      allowed ? channelWords.access.names.saysAllowed(who) : channelWords.access.names.saysForbidden(who),
    );
    return saying(inWords(await stateOf(call), call), ...notes);
  },
};

type Naming = 'own' | 'unknown' | 'forbidden' | { readonly by: string };

/** Who reads the channel, by Slack's word of this moment, and what an admin said of it. */
async function stateOf({ channel, ports }: Call): Promise<Naming> {
  const sight = await ports.channels.sight(channel);
  if (sight.kind !== 'seen') return 'unknown';
  if (!sight.isShared) return 'own';
  return (await ports.channels.of(channel)).state().sharing?.allowed ?? 'forbidden';
}

function inWords(naming: Naming, { say }: Call): string {
  const words = say.access.names;
  return typeof naming === 'object' ? words.allowed(`<@${naming.by}>`) : words[naming];
}

import { fold } from '../../../asking/match.ts';
import type { PersonId } from '../../../door/ids.ts';
import { mention } from '../../messages/access/home-part.ts';
import { asCode, inText } from '../../messages/escape.ts';
import { saying } from '../../messages/layout.ts';
import type { Call, Command } from '../command.ts';
import { findPerson } from '../wishes/known.ts';
import { namingOf } from '../wishes/naming.ts';
import { OFF } from '../wishes/quiet.ts';
import { unclearWish } from '../wishes/unclear.ts';
import { isGroup, readWhom } from '../wishes/whom.ts';
import { type Named, namesOffered, naming, namingNobody } from './names-given.ts';

/** Says who a Slack user is at the doors: they can look themselves up, whatever their role. */
export const link: Command = {
  name: 'link',
  shows: 'names',
  least: 'admin',
  examples: ['/clue link', '/clue link U012ABCDEF Jack', '/clue link U012ABCDEF off'],
  run: async (call) => {
    const { ports, say, words, asker } = call;
    const [first, ...others] = words;
    if (first === undefined) return listed(call);
    const user = readWhom(first.text, asker.userId);
    if (user === undefined || isGroup(user)) return namingNobody(saying(say.access.link.notWhom(asCode(first.typed))));
    const asked = others.map((word) => word.text).join(' ');
    if (asked === '') return namingNobody(saying(say.access.link.nobody));
    if (OFF.includes(fold(asked))) {
      await ports.access.send({ kind: 'link', user, by: asker.userId });
      return namingNobody(saying(say.access.link.gone(mention(user))));
    }
    const found = findPerson(asked, ports.places.places());
    if ('unclear' in found) return naming(unclearWish(call, link, found), namesOffered(found.unclear));
    await ports.access.send({ kind: 'link', user, person: found.id, by: asker.userId });
    return naming(saying(say.access.link.done(mention(user), nameIn(call, found.id))), 1);
  },
};

function listed(call: Call): Named {
  const { ports, say } = call;
  const { links } = ports.access.state();
  if (links.length === 0) return namingNobody(saying(say.access.link.none));
  const lines = links.map(({ user, person }) => `• ${say.access.link.one(mention(user), nameIn(call, person))}`);
  return naming(saying(say.access.link.list(links.length), ...lines), links.length);
}

const nameIn = ({ ports, say }: Call, person: PersonId): string =>
  inText(namingOf(ports, say).nameOfPerson(person) ?? person);

import type { Fault } from '../../../src/sandbox/clue/faults.ts';
import { OPS } from '../../support/bot.ts';
import type { Scenario } from '../scenario.ts';
import type { Scene } from '../scene.ts';
import { toldBy } from '../told.ts';

const EVENTS = '/v1/events';
/** How long CLUe answers wrongly, in milliseconds. */
const SPOILED_MS = 6_000;
/** Rows at a door of the backlogs here; seven of them are three pages. */
const ROWS_A_DOOR = 100;

/** A CLUe that breaks, lies, is away or throws the bot out, while rows keep coming. */
export const clueErrors: readonly Scenario[] = [
  spoiled('clue-500', 'HTTP 500 to every reading for 6 s', { kind: 'http', status: 500 }),
  spoiled('clue-html', 'a proxy’s HTML with status 200 for 6 s', { kind: 'html' }),
  spoiled('clue-cut-off', 'half of the JSON for 6 s', { kind: 'cut-off' }),
  spoiled('clue-broken-off', 'half of the JSON, then a broken connection, for 6 s', { kind: 'broken-off' }),
  spoiled('clue-empty', 'an empty body for 6 s', { kind: 'empty' }),
  spoiled('clue-reset', 'every connection reset for 6 s', { kind: 'reset' }),
  spoiled('clue-slow', 'every answer 3 s late for 6 s', { kind: 'slow', ms: 3_000 }),
  spoiled('clue-429', '429 with Retry-After 3 for 6 s', { kind: 'rate-limited', retryAfterS: 3 }),
  spoiled('clue-hang', 'no answer at all for 6 s', { kind: 'hang' }),
  {
    name: 'clue-away-1-h',
    injected: 'CLUe away for an hour (by a clock of their own)',
    play: async (scene) => {
      const { clock, clue, story } = scene;
      await scene.startBot();
      story.fail(story.newDoor(), 2);
      await scene.settle();
      clue.away(true);
      for (let minutes = 0; minutes < 60; minutes += 5) {
        story.fail(story.newDoor(), 3);
        await scene.wait(1_200);
        clock.skip(300_000);
      }
      const blind = () => opsCards(scene).filter(({ kind }) => kind === 'blind');
      await scene.until('the ops channel hears that the bot is blind', () => blind().length > 0, 15_000);
      clue.away(false);
      await scene.settle();
      await scene.until('and that it sees again', () => / again/.test(blind()[0]?.message.text ?? ''), 15_000);
      const cards = blind().filter(({ part }) => part === 'card');
      scene.claim(cards.length === 1, `${cards.length} cards for one blindness`);
      const reminders = blind().filter(({ part }) => part === 'unanswered');
      scene.claim(reminders.length === 1, `${reminders.length} reminders that nobody has answered for 15 minutes`);
      await scene.settleTwins();
    },
  },
  paged('401-while-paging', 'a 401 between two pages of a backlog', ({ clue }) => {
    clue.faults.add({ kind: 'unauthorized', path: EVENTS, times: 1 });
  }),
  paged('token-expired-while-paging', 'the token expires between two pages of a backlog', ({ clue }) =>
    clue.expireTokens(),
  ),
  paged('session-lost-while-paging', 'every token revoked between two pages of a backlog', ({ clue }) =>
    clue.revokeTokens(),
  ),
  paged('empty-while-paging', 'an empty body between two pages of a backlog', ({ clue }) => {
    clue.faults.add({ kind: 'empty', path: EVENTS, times: 1 });
  }),
  {
    name: 'refused-login',
    injected: 'tokens revoked, and the login refused for 10 s, until an admin asks',
    play: async (scene) => {
      const { clue, stage, story } = scene;
      await scene.startBot();
      clue.setAccount({ kind: 'refused', status: 'PASSWORD_LOCKED' });
      clue.revokeTokens();
      for (let step = 0; step < 8; step += 1) {
        story.step();
        await scene.wait(1_250);
      }
      scene.claim(clue.logins <= 2, `${clue.logins} logins, the refused one was repeated`);
      const refusals = (): number => opsCards(scene).filter(({ kind }) => kind === 'session-refused').length;
      scene.claim(refusals() === 1, `${refusals()} cards in the ops channel for one refusal`);
      clue.setAccount({ kind: 'active' });
      await stage.ask('/clue login');
      story.end();
      await scene.settle();
      scene.claim(clue.logins <= 3, `${clue.logins} logins in all, at most 3 are allowed`);
      scene.measure(`${clue.logins} logins`);
    },
  },
  {
    name: 'tokens-refused-20-s',
    injected: 'every token refused for 20 s',
    play: async (scene) => {
      const { clue, story } = scene;
      await scene.startBot();
      const before = clue.logins;
      clue.faults.add({ kind: 'unauthorized', path: EVENTS, forMs: 20_000 });
      for (let second = 0; second < 21; second += 1) {
        story.step();
        await scene.wait(1_000);
      }
      const logins = clue.logins - before;
      scene.claim(logins <= 3, `${logins} logins, at most 3 are allowed`);
      scene.measure(`${logins} logins meanwhile`);
      story.end();
      await scene.settle(90_000);
    },
  },
];

function spoiled(name: string, injected: string, fault: Fault): Scenario {
  return {
    name,
    injected,
    play: async (scene) => {
      const { clue, story } = scene;
      await scene.startBot();
      aFewSteps(scene, 3);
      await scene.reads();
      const end = clue.faults.add({ ...fault, path: EVENTS });
      for (let time = 0; time < SPOILED_MS; time += 500) {
        aFewSteps(scene, 1);
        await scene.wait(500);
      }
      end();
      story.end();
      await scene.settle();
    },
  };
}

/** Seven hundred rows come while CLUe is away; the fault befalls the bot once it has read the first page of them. */
function paged(name: string, injected: string, befall: (scene: Scene) => void): Scenario {
  return {
    name,
    injected,
    play: async (scene) => {
      const { clue, story } = scene;
      await scene.startBot();
      clue.away(true);
      for (let door = 0; door < 7; door += 1) story.fail(story.newDoor(), ROWS_A_DOOR);
      await scene.wait(1_500);
      let pages = 0;
      const stop = clue.place(178).whenRead(() => {
        pages += 1;
        if (pages === 1) befall(scene);
      });
      clue.away(false);
      await scene.reads(2);
      const grown = story.expected()[0]?.door ?? 0;
      story.fail(grown, 3);
      await scene.settle();
      stop();
      scene.claim(clue.logins <= 2, `${clue.logins} logins`);
      scene.measure(`${pages} pages read`);
    },
  };
}

function aFewSteps({ story }: Scene, times: number): void {
  for (let step = 0; step < times; step += 1) story.step();
}

const opsCards = ({ slack }: Scene) => slack.messages(OPS).flatMap((message) => toldBy(message) ?? []);

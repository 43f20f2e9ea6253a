import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventId, instant, personId } from '../../../src/door/ids.ts';
import type { PlaceMemory, PlaceView } from '../../../src/slack/commands/ports.ts';
import { at, authenticated, authFailed, EBISU, guideRows, person, relayOff, relayOn, row } from '../../support/rows.ts';
import { anIncident } from '../messages/given.ts';
import { assertWithinLimits } from '../messages/limits.ts';
import { ALERTS, aLog, clue, NOW, OFFICE, SHIBUYA, tableOf } from './desk.ts';

const JACK = person('34567', 'Jack');
const KNOWN: PlaceView = {
  ...SHIBUYA,
  people: [
    { id: personId('12345678'), name: 'EBISU' },
    { id: personId('34567'), name: 'Jack' },
    { id: personId('34568'), name: 'Jackie' },
  ],
  personName: (id) => (id === personId('12345678') ? 'EBISU' : id === personId('34567') ? 'Jack' : undefined),
};
/** EBISU comes in twice and is refused once by the third party at 182; Jack comes in once; a stranger fails. */
const ROWS = [
  authenticated(EBISU, at('08:00:00'), { id: '101' }),
  relayOn(at('08:00:00.05'), { id: '102' }),
  relayOff(at('08:00:03'), { id: '103' }),
  authFailed(at('09:00:00'), { id: '104' }),
  authenticated(JACK, at('09:30:00'), { id: '105' }),
  relayOn(at('09:30:00.05'), { id: '106' }),
  relayOff(at('09:30:03'), { id: '107' }),
  authenticated(EBISU, at('10:00:00'), { id: '108', door: '182', name: 'Back door' }),
  row('VENDOR_AUTH_FAIL', at('10:00:01'), { id: '109', door: '182', name: 'Back door' }),
  authenticated(EBISU, at('11:00:00'), { id: '110' }),
  relayOn(at('11:00:00.05'), { id: '111' }),
  relayOff(at('11:00:03'), { id: '112' }),
  relayOn(at('11:30:00'), { id: '113' }),
];
const asked = { log: aLog(ROWS), places: [KNOWN] };
const AWAY = { kind: 'timeout', afterMs: 10_000 } as const;
const remembering = (change: Partial<PlaceMemory> = {}): PlaceMemory => ({
  knownAt: at('11:58:00'),
  problem: AWAY,
  doors: [],
  ...change,
});
const away = {
  log: aLog([], { problems: { 178: AWAY } }),
  places: [KNOWN],
  memory: () => remembering(),
  heard: ROWS,
};
const { heard: _, ...blind } = away;

describe('/clue failures', () => {
  it('tells who was not let in, and who refused them; an unlock with nobody before it is no failure', async () => {
    const answer = await clue('failures', asked);
    assert.deepEqual(
      tableOf(answer).map(([, , what, who]) => [what, who]),
      [
        ['refused by the third party', 'EBISU'],
        ['refused by CLUe', '–'],
      ],
    );
    assert.match(answer.text, /Not let in 2 times/);
    assertWithinLimits('failures', answer);
  });

  it('counts the guide’s fifteen', async () => {
    const answer = await clue('failures 2023-09-07', {
      log: aLog(guideRows()),
      now: instant(Date.parse('2023-09-08T03:00:00Z')),
    });
    assert.match(answer.text, /Not let in 15 times: refused by CLUe 15/);
  });

  it('says what memory has when CLUe is away, and that the rest is missing', async () => {
    const { text } = await clue('failures', away);
    assert.match(text, /Not let in 2 times/);
    assert.match(text, /CLUe gave no answer within 10 s: as known 2 min ago/);
    assert.doesNotMatch(text, /missing here: CLUe/);
  });

  it('proves nothing by what memory does not have', async () => {
    const { text } = await clue('failures', { ...away, heard: ROWS.slice(0, 3) });
    assert.match(text, /I found none/);
  });
});

describe('/clue person', () => {
  it('tells a person’s passages, first and last, and doors', async () => {
    const answer = await clue('person ebisu today', asked);
    assert.match(answer.text, /^Passages of EBISU at all doors, today/);
    assert.match(answer.text, /2 entries, once not let in/);
    assert.match(answer.text, /First .*08:00:00.*last .*11:00:00|First .*17:00:00.*last .*20:00:00/);
    assert.equal(tableOf(answer).length, 3);
  });

  it('is found by id, by key, and by a part of the name in full-width letters', async () => {
    for (const typed of ['person 12345678', 'person person:EBISU', 'person ＥＢＩ']) {
      assert.match((await clue(typed, asked)).text, /^Passages of EBISU at/, typed);
    }
  });

  it('asks whom where nobody, and which where several are meant', async () => {
    assert.match((await clue('person', asked)).text, /Whom do you mean/);
    assert.match((await clue('person today', asked)).text, /Whom do you mean/);
    assert.match((await clue('person nobody', asked)).text, /no person of that name/);
    assert.match((await clue('person jac', asked)).text, /fits several people: Jack \(`person:34567`\) and Jackie/);
    assert.match((await clue('person Jack', asked)).text, /^Passages of Jack at/);
  });
});

describe('/clue count', () => {
  it('counts entries by the hour, with a chart', async () => {
    const answer = await clue('count', asked);
    const chart = answer.blocks.find((block) => block.type === 'data_visualization');
    assert.deepEqual(
      chart?.chart.series[0]?.data.filter(({ value }) => value > 0).map(({ value }) => value),
      [1, 1, 1],
    );
    assert.match(answer.text, /3 in all/);
    assertWithinLimits('count', answer);
  });

  it('counts failures by door, unlocks by person, and entries by day', async () => {
    assert.deepEqual(tableOf(await clue('count failures per door', asked)), [
      ['Back door', '1'],
      ['testDoor', '1'],
    ]);
    assert.deepEqual(tableOf(await clue('count unlocks per person', asked)), [
      ['EBISU', '2'],
      ['not named', '1'],
      ['Jack', '1'],
    ]);
    assert.deepEqual(tableOf(await clue('count entries 3d per day', asked)), [['2026-11-20', '3']]);
  });

  it('points at a word after `per` that it does not know', async () => {
    assert.match((await clue('count per moon', asked)).text, /I know no door `per moon`/);
    assert.match((await clue('count per', asked)).text, /I know no door `per`/);
    assert.match((await clue('count per hour per day', asked)).text, /`per day` is a second way to split/);
    assert.match((await clue('count entries failures', asked)).text, /^Entries and failures per hour at/);
  });
});

describe('/clue inside', () => {
  it('lists who came in within 12 hours, each once, and says that leaving is not recorded', async () => {
    const answer = await clue('inside', asked);
    assert.deepEqual(
      tableOf(answer).map(([who, , , times]) => [who, times]),
      [
        ['EBISU', '2'],
        ['Jack', '1'],
      ],
    );
    assert.match(answer.text, /leaving is not recorded/);
  });

  it('takes a place by its bare name', async () => {
    const places = [KNOWN, OFFICE];
    assert.match(
      (await clue('inside shibuya', { ...asked, places })).text,
      /all doors of Shibuya store in the last 12 h/,
    );
  });

  it('works from memory when CLUe is away', async () => {
    const answer = await clue('inside', away);
    assert.equal(tableOf(answer).length, 2);
    assert.match(answer.text, /as known 2 min ago/);
  });
});

describe('/clue door and /clue doors', () => {
  const [testDoor] = SHIBUYA.doors;
  const relay = { id: eventId('113'), at: at('11:30:00'), kind: 'unlocked', code: 'DEV_DOOR_RELAY_ON' } as const;
  const memory = () =>
    remembering({
      doors: [
        {
          ...(testDoor !== undefined && { id: testDoor.id, name: 'testDoor' }),
          stands: { relay, last: relay },
          habits: { unlockedMs: 3_000, unexplained: 'usual', busiest: [8, 18] },
        },
      ],
    });

  it('tells a door’s state first, then its habits, then who came last', async () => {
    const answer = await clue('door testdoor', { ...asked, memory });
    const [head, usual, unexplained, busiest] = answer.text.split('\n');
    assert.match(head ?? '', /^testDoor: 🔓 unlocked since/);
    assert.match(usual ?? '', /usually unlocked for 3.0 s/);
    assert.match(unexplained ?? '', /normal here/);
    assert.match(busiest ?? '', /08:00–09:00, 18:00–19:00/);
    assert.equal(tableOf(answer).length, 5);
  });

  it('asks which door', async () => {
    assert.match((await clue('door', asked)).text, /Which door do you mean/);
  });

  it('still tells of a door when CLUe is away and no row is at hand', async () => {
    const { text } = await clue('door testDoor', { ...blind, memory });
    assert.match(text, /unlocked since/);
    assert.match(text, /CLUe gave no answer/);
  });

  it('says which doors are unlocked before anything else, without asking CLUe', async () => {
    const log = aLog(ROWS);
    const { text } = await clue('doors', { log, places: [KNOWN], memory });
    assert.match(text, /^🔓 Unlocked now: testDoor\n/);
    assert.match(text, /This is as known 2 min ago/);
    assert.deepEqual(log.asked, []);
  });
});

describe('/clue explain', () => {
  it('draws the passage of any of its rows, also of the one that locks the door again', async () => {
    for (const id of ['101', '102', '103']) {
      const { text } = await clue(`explain ${id}`, asked);
      assert.match(text, /^EBISU was let in at testDoor\n📟 .* → ✅ CLUe → 🔓 unlocked → 🔒 locked again/, id);
      assert.match(text, /\+50 ms · unlocked · row 102/, id);
    }
  });

  it('says who refused', async () => {
    assert.match((await clue('explain 104', asked)).text, /^CLUe refused somebody.*\n📟 .* → ⛔ CLUe/);
    assert.match(
      (await clue('explain 109', asked)).text,
      /the third party did not: not let in\n.*✅ CLUe → ⛔ third party/,
    );
    assert.match((await clue('explain 113', asked)).text, /unlocked with nobody before it/);
  });

  it('tells of a card by its id and by its link', async () => {
    const incident = anIncident(
      { kind: 'failures', count: 1, firstAt: at('09:00:00'), lastAt: at('09:00:00'), entries: [] },
      { cards: [{ channel: ALERTS, ts: '1763600000.123456', told: 1, generation: 1 }] },
    );
    const given = { ...asked, incidents: [incident] };
    for (const typed of [incident.id, 'https://acme.slack.com/archives/C0ALERTS/p1763600000123456']) {
      assert.match((await clue(`explain ${typed}`, given)).text, /^testDoor, .*\n.*⛔ CLUe\n.* · 104$/, typed);
    }
  });

  it('finds no row that is not there, and asks which where none is named', async () => {
    assert.match((await clue('explain 99', asked)).text, /I found no row and no card `99`/);
    assert.match((await clue('explain', asked)).text, /Which row do you mean/);
    assert.match((await clue('explain 101 102', asked)).text, /`102` means here/);
    assert.match((await clue('explain 104', { ...blind, memory: () => undefined })).text, /CLUe gave no answer/);
  });
});

it('a question that CLUe and memory cannot answer is answered with the reason', async () => {
  for (const text of ['failures', 'person EBISU', 'count', 'inside', 'export', 'recent', 'who-entered']) {
    const { text: said } = await clue(text, { ...blind, memory: () => undefined });
    assert.match(said, /CLUe gave no answer within 10 s/, text);
  }
  assert.ok(NOW > at('11:59:59'));
});

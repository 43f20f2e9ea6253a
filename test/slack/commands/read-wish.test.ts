import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readWords } from '../../../src/asking/words.ts';
import { doorId, personId, placeId } from '../../../src/door/ids.ts';
import { TOPICS, USUAL_TOPICS } from '../../../src/incident/topic.ts';
import type { Wish } from '../../../src/incident/wish.ts';
import type { PlaceView } from '../../../src/slack/commands/ports.ts';
import { readWish, WISH_SHAPE } from '../../../src/slack/commands/wishes/read-wish.ts';

const ANNA = { id: personId('7'), name: 'Anna Berg' };
const PLACES: readonly PlaceView[] = [
  {
    id: placeId('178'),
    name: 'Shibuya store',
    doors: [
      { id: doorId('181'), name: 'Front door', thirdParty: false },
      { id: doorId('182'), name: '裏口', thirdParty: false },
    ],
    people: [ANNA],
    personName: (id) => (id === ANNA.id ? ANNA.name : undefined),
  },
  { id: placeId('179'), name: 'Office', doors: [], people: [], personName: () => undefined },
];
const read = (text: string) => readWish(readWords(text, WISH_SHAPE), { places: PLACES, asker: 'U0HANA' });

const front = { place: placeId('178'), door: doorId('181') };
const back = { place: placeId('178'), door: doorId('182') };
const night = { from: 22 * 60, to: 7 * 60 };
const office = { from: 9 * 60, to: 18 * 60 };

const MEANT: readonly (readonly [text: string, wish: Partial<Wish>])[] = [
  ['failures', { topics: ['failures'] }],
  ['FAILURES', { topics: ['failures'] }],
  ['failures unlocks', { topics: ['failures', 'unlocks'] }],
  ['failures, unlocks', { topics: ['failures', 'unlocks'] }],
  ['let-in-after-failures', { topics: ['let-in-after-failures'] }],
  ['認証失敗', { topics: ['failures'] }],
  ['인증 실패', { topics: ['failures'] }],
  ['解錠', { topics: ['unlocks'] }],
  ['blind', { topics: ['blind'] }],
  ['failures door:181', { doors: [front] }],
  ['failures door:"Front door"', { doors: [front] }],
  ['failures door:Front', { doors: [front] }],
  ['failures door:裏口', { doors: [back] }],
  ['failures door:「裏口」', { doors: [back] }],
  ['failures door:181,182', { doors: [front, back] }],
  ['failures door:181 door:182', { doors: [front, back] }],
  ['failures door:１８１', { doors: [front] }],
  ['failures not door:181', { notDoors: [front] }],
  ['failures place:Office', { places: [placeId('179')] }],
  ['failures place:178,179', { places: [placeId('178'), placeId('179')] }],
  ['failures person:Anna', { people: [ANNA.id] }],
  ['failures person:7', { people: [ANNA.id] }],
  ['failures not person:"Anna Berg"', { notPeople: [ANNA.id] }],
  ['failures hours:22:00-07:00', { hours: night }],
  ['failures hours:22-7', { hours: night }],
  ['failures hours:２２：００-０７：００', { hours: night }],
  ['failures outside:09:00-18:00', { hours: { ...office, outside: true } }],
  ['failures hours:22:00-07:00 days:mon-fri', { hours: { ...night, days: [1, 2, 3, 4, 5] } }],
  ['failures hours:22:00-07:00 days:sat,sun', { hours: { ...night, days: [6, 7] } }],
  ['failures hours:22:00-07:00 days:fri-mon', { hours: { ...night, days: [1, 5, 6, 7] } }],
  ['failures outside:09:00-18:00 days:月-金', { hours: { ...office, days: [1, 2, 3, 4, 5], outside: true } }],
  ['failures hours:22:00-07:00 days:토,일', { hours: { ...night, days: [6, 7] } }],
  ['failures after:3', { after: 3 }],
  ['failures after:１', { after: 1 }],
  ['failures names:initials', { names: 'initials' }],
  ['failures names:none', { names: 'none' }],
  ['failures names:なし', { names: 'none' }],
  ['failures notify:me', { notify: ['U0HANA'] }],
  ['failures notify:<@U0ANNA|anna>', { notify: ['U0ANNA'] }],
  ['failures notify:U0ANNA', { notify: ['U0ANNA'] }],
  ['door:181 after:2 failures names:initials', { topics: ['failures'], doors: [front], after: 2, names: 'initials' }],
];

/** What is not understood, and the word that the answer points at. */
const UNCLEAR: readonly (readonly [text: string, word: RegExp])[] = [
  ['failurez', /failurez/],
  ['failures door:Cellar', /Cellar/],
  ['failures place:Osaka', /Osaka/],
  ['failures person:Nobody', /Nobody/],
  ['failures hours:25:00-07:00', /25:00/],
  ['failures hours:night', /night/],
  ['failures days:someday', /someday/],
  ['failures after:0', /0/],
  ['failures after:many', /many/],
  ['failures after:1000', /1000/],
  ['failures names:some', /some/],
  ['failures notify:@anna', /anna/],
  ['failures door:', /door/],
  ['failures after:2 after:3', /after:3|3/],
  ['failures names:full names:none', /none/],
  ['failures hours:22:00-07:00 outside:09:00-18:00', /outside|09:00/],
  ['failures blah door:181', /blah/],
];

describe('a wish', () => {
  for (const [text, wish] of MEANT) {
    it(`“${text}” is understood`, () => {
      const reading = read(text);
      assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.unclear));
      assert.partialDeepStrictEqual(reading.wish, wish);
    });
  }

  for (const [text, word] of UNCLEAR) {
    it(`“${text}” is pointed at`, () => {
      const reading = read(text);
      assert.ok(!reading.ok, JSON.stringify(reading));
      assert.match(reading.unclear.word, word);
    });
  }

  it('without a kind means the usual ones', () => {
    const reading = read('door:181');
    assert.deepEqual(reading.ok && reading.wish.topics, USUAL_TOPICS);
  });

  it('names each kind by its own word', () => {
    for (const topic of TOPICS) {
      const reading = read(topic);
      assert.deepEqual(reading.ok && reading.wish.topics, [topic]);
    }
  });

  it('never breaks, and passes over no word in silence, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'failures',
        'unlocks',
        'door:181',
        'not',
        'hours:22-7',
        'after:2',
        'days:mon',
        '"',
        ':',
        ',',
        'door:',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const reading = read(pieces.join(' '));
        if (reading.ok) return;
        assert.equal(typeof reading.unclear.word, 'string');
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[qxz]{4,12}$/), (nonsense) => {
        assert.ok(!read(`failures ${nonsense}`).ok, nonsense);
      }),
    );
  });
});

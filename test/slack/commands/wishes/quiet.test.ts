import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readQuiet } from '../../../../src/slack/commands/wishes/quiet.ts';
import { readWishWords } from '../../../../src/slack/commands/wishes/read-wish.ts';

function read(text: string) {
  const reading = readQuiet(readWishWords(text));
  return 'hours' in reading ? reading.hours : `${reading.unclear.kind}: ${reading.unclear.word}`;
}

describe('quiet hours', () => {
  it('are read with and without keys, in three languages', () => {
    const night = { from: 1_320, to: 420 };
    for (const text of [
      '22:00-07:00',
      'hours:22-7',
      '22時〜7時',
      '22시~7시',
      '２２：００－７：００',
      '10pm-7am',
      '22時から7時まで',
    ]) {
      assert.deepEqual(read(text), night, text);
    }
    for (const text of ['22-7 sat,sun', 'days:sat,sun hours:22-7', '土日 22時-7時', '22-7,sat,sun', '22-7 토·일']) {
      assert.deepEqual(read(text), { ...night, days: [6, 7] }, text);
    }
    assert.deepEqual(read('outside:07:00-22:00'), night);
    assert.deepEqual(read('0-24 weekends'), { from: 0, to: 1_440, days: [6, 7] });
  });

  it('point at what is none', () => {
    assert.equal(read('22:00'), 'not-hours: 22:00');
    assert.equal(read('22-7 nonsense'), 'not-hours: nonsense');
    assert.equal(read('22-7 door:Front'), 'not-hours: door:Front');
    assert.equal(read('22-7 days:x'), 'not-days: days:x');
    assert.equal(read('22-7 9-18'), 'given-twice: 9-18');
    assert.equal(read('22-7 days:'), 'nothing-after: days:');
    assert.equal(read('hours:"" 22-7'), 'nothing-after: hours:""');
    assert.equal(read('sat'), 'not-hours: sat');
    assert.equal(read('0-24'), 'not-hours: 0-24');
  });
});

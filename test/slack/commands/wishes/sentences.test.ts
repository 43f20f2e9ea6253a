import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LANGUAGES, type Language } from '../../../../src/incident/language.ts';
import type { Subscription } from '../../../../src/incident/subscription.ts';
import { namingOf } from '../../../../src/slack/commands/wishes/naming.ts';
import { subscriptionInWords } from '../../../../src/slack/messages/wishes/sentence.ts';
import { catalogueOf } from '../../../../src/slack/messages/words/catalogue.ts';
import { ALERTS, OFFICE, ports } from '../desk.ts';
import { PLACES, wish } from './given.ts';

type Reader = { readonly places?: typeof PLACES; readonly reader?: 'asker' | 'channel'; readonly timeZone?: string };

/** What comes after `/clue subscribe`, as a sentence. */
function says(text: string, language: Language, { places = PLACES, reader = 'asker', timeZone }: Reader = {}): string {
  const subscription: Subscription = { channel: ALERTS, id: 's0001', ...wish(text) };
  const naming = namingOf(ports({ places, ...(timeZone !== undefined && { timeZone }) }), catalogueOf(language));
  return subscriptionInWords(subscription, naming, reader);
}

const ONE = { places: [OFFICE] };
const FULL = 'failures let-in door:179/190 hours:22:00-07:00 days:mon-fri names:initials notify:<@U0ANNA|anna>';

describe('a subscription in words', () => {
  const table: readonly (readonly [string, Readonly<Record<Language, string>>])[] = [
    [
      FULL,
      {
        en: 'Failures from 4 on and who was let in after failures, at Front door, Mon to Fri 22:00–07:00 Tokyo time; names as initials; <@U0ANNA> is named when nobody answers.',
        ja: '月〜金曜 22:00〜07:00（日本標準時）に、Front doorの4 回以上の認証失敗、認証失敗後の入室を通知します。氏名はイニシャルで表示します。応答がないときは <@U0ANNA> に知らせます。',
        ko: '다음을 알립니다: 4회 이상의 인증 실패, 인증 실패 후 출입 (출입문: Front door, 시간: 월~금 22:00~07:00(일본 표준시)). 이름은 머리글자로 표시합니다. 응답이 없으면 <@U0ANNA> 님께 알립니다.',
      },
    ],
    [
      'unlocks outside:09:00-18:00 days:mon-fri',
      {
        en: 'Every unlock, outside Mon to Fri 09:00–18:00 Tokyo time.',
        ja: '月〜金曜 09:00〜18:00 以外（日本標準時）に、すべての解錠を通知します。',
        ko: '다음을 알립니다: 모든 잠금 해제 (시간: 월~금 09:00~18:00 외(일본 표준시)).',
      },
    ],
    [
      'failures after:1 days:sat,sun names:none',
      {
        en: 'Every failure, on Sat and Sun (Tokyo time); no names.',
        ja: '土・日曜（日本標準時）に、すべての認証失敗を通知します。氏名は表示しません。',
        ko: '다음을 알립니다: 모든 인증 실패 (시간: 토·일(일본 표준시)). 이름은 표시하지 않습니다.',
      },
    ],
    [
      'unlocks person:jack not door:back',
      {
        en: 'Every unlock, not at Back door, only with Jack.',
        ja: 'すべての解錠を通知します（対象外の出入口: Back door／対象の人物: Jack）。',
        ko: '다음을 알립니다: 모든 잠금 해제 (제외할 출입문: Back door, 사람: Jack).',
      },
    ],
    [
      'unlocks days:mon,wed,fri hours:9-10',
      {
        en: 'Every unlock, Mon, Wed and Fri 09:00–10:00 Tokyo time.',
        ja: '月・水・金曜 09:00〜10:00（日本標準時）に、すべての解錠を通知します。',
        ko: '다음을 알립니다: 모든 잠금 해제 (시간: 월·수·금 09:00~10:00(일본 표준시)).',
      },
    ],
  ];
  for (const [text, sentences] of table) {
    for (const language of LANGUAGES) {
      it(`says in ${language}: ${text}`, () => assert.equal(says(text, language, ONE), sentences[language]));
    }
  }

  it('names the place of a door where the bot watches several, and the zone of the doors', () => {
    assert.equal(says('unlocks door:179/190', 'en'), 'Every unlock, at Front door, Office.');
    assert.match(says('unlocks hours:22-7', 'en', { timeZone: 'Europe/London' }), /22:00–07:00 London time/);
    assert.match(says('unlocks hours:22-7', 'ja', { timeZone: 'Europe/London' }), /（イギリス時間）/);
  });

  it('tells a channel that sees no names none of those that are asked for', () => {
    assert.equal(
      says('unlocks person:jack names:none', 'en', { ...ONE, reader: 'channel' }),
      'Every unlock, only with 1 person; no names.',
    );
    assert.match(says('unlocks person:jack names:initials', 'ja', { ...ONE, reader: 'channel' }), /対象の人物: 1 人/);
    assert.match(says('unlocks person:jack', 'en', { ...ONE, reader: 'channel' }), /only with Jack/);
  });

  it('differs for every filter, so that no two wishes read the same', () => {
    const texts = [
      'unlocks',
      'unlocks door:back',
      'unlocks not door:back',
      'unlocks person:jack',
      'unlocks not person:jack',
      'unlocks place:office',
      'unlocks hours:9-18',
      'unlocks outside:9-18',
      'unlocks weekends',
      'unlocks names:initials',
      'unlocks names:none',
      'unlocks notify:me',
      'failures',
      'failures after:5',
    ];
    for (const language of LANGUAGES) {
      assert.equal(new Set(texts.map((text) => says(text, language))).size, texts.length, language);
    }
  });
});

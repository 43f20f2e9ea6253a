import type { UnclearWords } from '../en/unclear.ts';
import { common, number } from './common.ts';

/** What in a command could not be understood. `word` is the part that was typed, as code; names come escaped. */
export const unclear: UnclearWords = {
  unknownCommand: (word) => `${word} 명령은 없습니다.`,
  unexpectedWord: (word) => `여기서 ${word} 부분의 뜻을 알 수 없습니다.`,
  takesNothing: (word, command) =>
    `여기서 ${word} 부분의 뜻을 알 수 없습니다. ${command} 명령 뒤에는 아무것도 입력하지 않습니다.`,
  countTooLarge: (word, most, asDoor) =>
    `${word} 값은 보여 드릴 수 있는 수를 넘습니다(최대 ${common.rows(most)}). 이 번호의 출입문을 지정하려면 ${asDoor} 형식으로 입력해 주십시오.`,
  countTooSmall: (word) => `${word} 값으로는 보여 드릴 행이 없습니다. 1 이상의 수를 입력해 주십시오.`,
  twoCounts: (word, asDoor) =>
    `${word} 값은 두 번째 수입니다. 이 번호의 출입문을 지정하려면 ${asDoor} 형식으로 입력해 주십시오.`,
  noDoorYet: (word) => `${word} 출입문은 없습니다. 아직 기록된 출입문이 없습니다.`,
  noSuchDoor: (word, known) => `${word} 출입문은 없습니다. 알고 있는 출입문: ${known}.`,
  severalDoors: {
    byName: (word, doors) =>
      `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. 이름을 더 자세히 또는 ID를 입력해 주십시오.`,
    byPlace: (word, doors, example) =>
      `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. ${example} 형식으로 지점도 함께 입력해 주십시오.`,
    byId: (word, doors) => `${word} 이름에 맞는 출입문이 여럿입니다: ${doors}. ID를 입력해 주십시오.`,
  },
  noSuchPlace: (word, known) => `${word} 지점은 모니터링하고 있지 않습니다. 모니터링하는 지점: ${known}.`,
  severalPlaces: (word, places) => `${word} 이름에 맞는 지점이 여럿입니다: ${places}.`,
  givenTwice: {
    door: (word) => `${word} 부분은 두 번째 출입문입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    place: (word) => `${word} 부분은 두 번째 지점입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
    time: (word) => `${word} 부분은 두 번째 기간입니다. 한 번에 하나만 답해 드릴 수 있습니다.`,
  },
  noSuchDay: (word) => `${word} 날짜는 없습니다.`,
  dayToCome: (word) => `${word} 날짜는 아직 오지 않았습니다.`,
  timeTooLong: (word, mostDays) => `${word} 기간은 너무 깁니다. 최대 ${number(mostDays)}일까지 거슬러 볼 수 있습니다.`,
  typed: (command) => `${command} 명령을 입력하셨습니다.`,
  didYouMean: (command, nearest) => `${command} 명령을 입력하셨습니다. ${nearest} 명령을 찾으셨습니까?`,
};

import type { SandboxPerson } from '../clue/door.ts';

/** Two of the guide's people, and others with the names that real doors see. Nobody of them exists. */
export const PEOPLE: readonly SandboxPerson[] = [
  { userId: '12345678', userName: 'EBISU', authId: 8744 },
  { userId: '34567', userName: 'Jack', authId: 8173 },
  { userId: '20010', userName: '田中 花子', authId: 8801 },
  { userId: '20011', userName: '佐藤 健', authId: 8802 },
  { userId: '20012', userName: '김민수', authId: 8803 },
  { userId: '20013', userName: '이서연', authId: 8804 },
  { userId: '20014', userName: 'Ola Nordmann', authId: 8805 },
  { userId: '20015', userName: 'Zoë Müller-Weiß', authId: 8806 },
  { userId: '20016', userName: 'Nguyễn Thị Mai', authId: 8807 },
  { userId: '20017', userName: 'مريم حسن', authId: 8808 },
  { userId: '20018', userName: "R&D guest <O'Brien>", authId: 8809 },
  { userId: '64455', userName: 'Siân Davies', authId: 8810 },
];

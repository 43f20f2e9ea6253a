export * from '../../asking/match.ts';

export * from '../../asking/words.ts';

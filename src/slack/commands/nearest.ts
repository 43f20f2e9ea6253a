export * from '../../asking/nearest.ts';

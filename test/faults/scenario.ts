import type { Scene, SceneOptions } from './scene.ts';

/** One fault of the matrix, and the story that it befalls. */
export type Scenario = {
  readonly name: string;
  /** What is injected, in a few words for the table. */
  readonly injected: string;
  /** The stage it is played on, where it differs from the usual one. */
  readonly scene?: SceneOptions;
  /** Measures milliseconds, and so runs with nothing beside it. */
  readonly alone?: true;
  /** Plays it. What it owes is in the scene's story; what else it promises, it claims of the scene. */
  readonly play: (scene: Scene) => Promise<void>;
};

/** A scenario that takes longer is given up, in milliseconds. */
export const DEADLINE_MS = 300_000;

#!/usr/bin/env node
// Plain JavaScript, and old JavaScript at that: a Node too old for the bot cannot read its TypeScript, so it could not say
// what is wrong. Everything else is in src/main.ts. The oldest version is package.json's "engines"; a test compares them.
import * as nodeModule from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  stop(`The bot needs Node 22.19 or newer, and this is Node ${process.versions.node}`);
} else if (!process.features.typescript) {
  stop(`The bot is written in TypeScript, and this Node ${process.versions.node} does not run it`);
} else {
  // Keeps what Node made of the sources, so that a later start is faster and a third lighter: TypeScript's reader stays away.
  nodeModule.enableCompileCache();
  import('../src/main.ts');
}

function stop(reason) {
  console.error(
    `${reason}: install Node 24 from https://nodejs.org, or run "npm ci", which brings it, and then "npm start".`,
  );
  process.exitCode = 1;
}

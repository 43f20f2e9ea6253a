import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brokenClient, bundleClient } from '../../../src/sandbox/page/bundle.ts';
import { aPage } from './a-page.ts';

describe('the page’s client', () => {
  it('is bundled whole, for production, and loads nothing from any network', async (t) => {
    const files = await bundleClient();
    const page = await aPage(t, { bundle: async () => files });
    for (const [path, entry] of [
      ['/', 'client'],
      ['/gallery', 'gallery'],
    ] as const) {
      const html = await (await fetch(`${page.url}${path}`)).text();
      assert.match(html, new RegExp(`src="/${entry}\\.js"`));
      assert.match(html, new RegExp(`href="/${entry}\\.css"`));
      assert.doesNotMatch(html, /https?:/);
      const style = await fetch(`${page.url}/${entry}.css`);
      assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
      assert.doesNotMatch(await style.text(), /url\(\s*["']?(https?:|\/\/)|@import/);
    }
    for (const name of files.keys()) {
      const response = await fetch(`${page.url}/${name}`);
      assert.equal(response.status, 200);
      assert.doesNotMatch(await response.text(), /process\.env|React DevTools|import ?\(?["']https?:/);
    }
  });

  it('says on the page why it cannot be built', async (t) => {
    const bundle = () => Promise.reject(new Error('main.tsx:3: Expected ";" but found "</script>"'));
    const page = await aPage(t, { bundle });
    for (const name of ['client.js', 'gallery.js']) {
      const response = await fetch(`${page.url}/${name}`);
      assert.equal(response.status, 200);
      assert.match(await response.text(), /The page cannot be built\. main\.tsx:3/);
    }
    assert.equal((await fetch(`${page.url}/client.css`)).status, 404);
    assert.deepEqual([...brokenClient('no reason').keys()], ['client.js', 'gallery.js']);
  });
});

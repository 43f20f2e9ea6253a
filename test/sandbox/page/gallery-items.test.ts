import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { galleryItem } from '../../../src/sandbox/page/gallery-items.ts';
import type { GalleryItem } from '../../../src/sandbox/page/state.ts';
import { aPage } from './a-page.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const section = { type: 'section', text: plain('Who entered?') };

describe('the gallery', () => {
  it('holds every golden file, and the strict Slack takes each of them', async (t) => {
    const page = await aPage(t);
    const items = (await (await fetch(`${page.url}/gallery.json`)).json()) as readonly GalleryItem[];
    const files = readdirSync(new URL('../../golden/', import.meta.url)).filter((file) => file.endsWith('.json'));
    assert.equal(items.length, files.length);
    assert.ok(files.length > 50);
    assert.deepEqual(
      items.flatMap(({ name, language, problems }) => problems.map((problem) => `${name} ${language}: ${problem}`)),
      [],
    );
  });

  it('takes the language from the file’s name', () => {
    const names = ['failures-ended-one.json', 'failures-ended-one.ja.json', 'home.admin.ko.json'];
    assert.deepEqual(
      names.map((name) => galleryItem(name, '{"text":"x"}')).map(({ name, language }) => [name, language]),
      [
        ['failures-ended-one', 'en'],
        ['failures-ended-one', 'ja'],
        ['home.admin', 'ko'],
      ],
    );
  });

  it('shows modals and Home tabs as such, and says what Slack would refuse', () => {
    const modal = { type: 'modal', title: plain('Mute'), blocks: [section] };
    const item = galleryItem('mute.json', JSON.stringify(modal));
    assert.deepEqual([item.surface, item.text, item.blocks, item.problems], ['modal', 'Mute', [section], []]);
    const home = galleryItem('home.json', JSON.stringify({ type: 'home', blocks: [{ type: 'sofa' }] }));
    assert.equal(home.surface, 'home');
    assert.match(home.problems.join(), /unsupported type: sofa/);
    const untitled = galleryItem('mute.json', JSON.stringify({ ...modal, title: plain('x'.repeat(25)) }));
    assert.match(untitled.problems.join(), /less than 25 characters/);
    assert.match(galleryItem('mute.json', '{"blocks":[]}').problems.join(), /needs a text/);
    assert.match(galleryItem('mute.json', '{').problems.join(), /no JSON object/);
  });
});

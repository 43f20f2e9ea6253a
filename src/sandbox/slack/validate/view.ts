import { isObject, type Json, objectsOf } from '../json.ts';
import { blocksOf } from './blocks.ts';
import { all, bool, byType, object, oneOf, problemsOf, type Rule, text } from './rules.ts';
import { plainText } from './text-objects.ts';

const common = { 'private_metadata?': text(0, 3000), 'callback_id?': text(0, 255), 'external_id?': text(0, 255) };

const submitWithInputs: Rule = (value, pointer, say) => {
  if (!isObject(value) || value.submit !== undefined) return;
  if (objectsOf(value.blocks).some((block) => block.type === 'input')) {
    say('`submit` is required when an `input` block is within the `blocks` array', pointer);
  }
};

const modal: Rule = all(
  object({
    type: oneOf('modal'),
    title: plainText(24),
    blocks: blocksOf('modal'),
    'close?': plainText(24),
    'submit?': plainText(24),
    'clear_on_close?': bool,
    'notify_on_close?': bool,
    'submit_disabled?': bool,
    ...common,
  }),
  submitWithInputs,
);
const home: Rule = object({ type: oneOf('home'), blocks: blocksOf('home'), ...common });

/** What Slack would refuse in this view; `kind` is what the method takes. */
export function problemsInView(view: Json, kind: 'modal' | 'home'): readonly string[] {
  return problemsOf(kind === 'modal' ? byType({ modal }) : byType({ home }), view, '/view');
}

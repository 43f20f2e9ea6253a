import type { SharedFile } from '../../../slack/message.ts';

/** A file that was shared: its name and size, to be taken away with a click. */
export function FileView({ file: { name, title, size, content } }: { readonly file: SharedFile }) {
  const href = `data:application/octet-stream;charset=utf-8,${encodeURIComponent(content)}`;
  return (
    <p className="file">
      📎{' '}
      <a href={href} download={name}>
        {title}
      </a>{' '}
      <span className="hint">{size.toLocaleString('en')} bytes</span>
    </p>
  );
}

import { type JsonObject, textOf } from '../../../slack/json.ts';

type PictureProps = { readonly of: JsonObject; readonly size: 'small' | 'large' };

/** A picture. The page loads nothing from elsewhere, so a picture of another server is drawn by its description. */
export function Picture({ of, size }: PictureProps) {
  const url = textOf(of.image_url) ?? '';
  const alt = textOf(of.alt_text) ?? '';
  const isHere = url.startsWith('data:image/') || (url.startsWith('/') && !url.startsWith('//'));
  if (isHere) return <img className={`picture-${size}`} src={url} alt={alt} />;
  return (
    <span className={`picture picture-${size}`} role="img" aria-label={alt} title={alt}>
      {size === 'large' ? alt : ''}
    </span>
  );
}

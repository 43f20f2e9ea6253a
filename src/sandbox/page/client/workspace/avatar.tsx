type AvatarProps = { readonly id: string; readonly name: string; readonly isBot?: boolean };

/** A person's initials on a colour of their own; the bot's keyhole. */
export function Avatar({ id, name, isBot = false }: AvatarProps) {
  if (isBot) {
    return (
      <svg className="avatar avatar-bot" viewBox="0 0 36 36" aria-hidden="true">
        <rect width="36" height="36" rx="9" />
        <circle cx="18" cy="15" r="5" />
        <path d="M15.6 17h4.8l1.8 10h-8.4z" />
      </svg>
    );
  }
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  const tint = [...id].reduce((sum, sign) => sum + sign.charCodeAt(0), 0) % 6;
  return (
    <span className={`avatar tint-${tint}`} aria-hidden="true">
      {initials}
    </span>
  );
}

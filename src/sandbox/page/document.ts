/** The two pages of the client: the entry that each loads, and its title. */
export const DOCUMENTS = {
  '/': { entry: 'client', title: 'CLUe bot, demo' },
  '/gallery': { entry: 'gallery', title: 'CLUe bot, gallery of messages' },
} as const;

/** The HTML of a page. Everything else is the client's: it draws into `#root`. */
export function documentOf({ entry, title }: (typeof DOCUMENTS)[keyof typeof DOCUMENTS]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/${entry}.css">
<script type="module" src="/${entry}.js"></script>
</head>
<body>
<div id="root"></div>
<noscript>This page needs JavaScript. All of it comes from this machine.</noscript>
</body>
</html>
`;
}

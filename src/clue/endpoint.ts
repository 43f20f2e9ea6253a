/**
 * The address of one of CLUe's endpoints. The base may have a path of its own (a gateway's prefix) and a
 * trailing slash; a query of the base is dropped.
 */
export function endpoint(baseUrl: string, path: string, query: Readonly<Record<string, string>> = {}): URL {
  const url = new URL(baseUrl);
  url.pathname = url.pathname.replace(/\/+$/, '') + path;
  url.hash = '';
  url.search = new URLSearchParams(query).toString();
  return url;
}

type PagerProps = {
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly rows: number;
  readonly onPage: (page: number) => void;
};

/** Turns the pages of a table. */
export function Pager({ page, pages, rows, onPage }: PagerProps) {
  return (
    <nav className="pager" aria-label="Pages of the table">
      <button type="button" className="button" disabled={page === 0} onClick={() => onPage(page - 1)}>
        Previous
      </button>
      <span aria-live="polite">
        Page {page + 1} of {pages} · {rows} rows
      </span>
      <button type="button" className="button" disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
        Next
      </button>
    </nav>
  );
}

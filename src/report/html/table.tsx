import type { ReactElement, ReactNode } from "react";

/** A data table with a header row; the first cell of each row names it. */
export function DataTable({
  head,
  rows,
  caption,
  kind = "",
}: {
  readonly head: readonly string[];
  readonly rows: readonly (readonly ReactNode[])[];
  readonly caption?: string;
  /** A class of its own where the columns need a fixed width: tables under each other then line up. */
  readonly kind?: "" | "verdicts";
}): ReactElement {
  return (
    // A region that may scroll sideways on a small screen can be reached by keyboard (WCAG 2.1.1).
    <div className="scroll" tabIndex={0} role="region" aria-label={caption ?? head.join(", ")}>
      <table className={kind === "" ? "data" : `data ${kind}`}>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            // Rows have no identity of their own and never move: the page is static.
            <tr key={String(row)}>
              {cells.map((cell, column) =>
                column === 0 ? (
                  <th key={head[column]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={head[column]}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

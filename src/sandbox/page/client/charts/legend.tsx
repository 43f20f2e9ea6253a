/** Which colour is which series. */
export function Legend({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="legend" aria-hidden="true">
      {names.map((name, index) => (
        <li key={name}>
          <span className={`legend-sign series-${index}`} />
          {name}
        </li>
      ))}
    </ul>
  );
}

import { m } from './messages';
import css from './Use.module.css';

/** Where nothing names content or objections yet: how deals come to name them. */
export function HowToLog({ what }: { what: 'content' | 'objections' }) {
  const { byHand, byImport, columns } = m.teach;
  return (
    <section className={css.panel} aria-label={m.title}>
      <h3>{m.title}</h3>
      <p>{m.teach[what]}</p>
      <ul>
        <li>
          {byHand[what][0]} <b>{m.teach.log}</b>
          {byHand[what][1]}
        </li>
        <li>
          {byImport[what][0]}{' '}
          {columns[what].map((column, i) => (
            <span key={column}>
              {i > 0 && ', '}
              <code>{column}</code>
            </span>
          ))}{' '}
          {byImport[what][1]}
        </li>
      </ul>
    </section>
  );
}

import css from './ChooseFiles.module.css';
import { m } from './messages';

/** Where to click in the usual CRMs, and which objects to take. */
export const HowToExport = () => (
  <details className={css.how}>
    <summary>{m.how.title}</summary>
    <p>{m.how.says}</p>
    <dl>
      {m.how.crms.map(({ name, where, objects }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{where}</dd>
          <dd className="soft">{objects}</dd>
        </div>
      ))}
    </dl>
    <p className="soft small">{m.how.checked}</p>
  </details>
);

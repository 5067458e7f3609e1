import css from './TagList.module.css';
import { tagsOf } from './tags';

/** Tags as small marks; nothing for none. */
export function TagList({ tags }: { tags: string }) {
  const all = tagsOf(tags);
  if (all.length === 0) return null;
  return (
    <ul className={css.tags}>
      {all.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

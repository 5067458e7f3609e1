import css from './PageHtml.module.css';

/**
 * The content of a page. The API makes its HTML from blocks, with every text escaped; this is the one place where HTML
 * is taken as it comes.
 */
export function PageHtml({ html }: { html: string }) {
  return <div className={css.page} dangerouslySetInnerHTML={{ __html: html }} />;
}

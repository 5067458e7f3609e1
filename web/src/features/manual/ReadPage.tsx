import { Button, Drawer } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconList, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { asProblem, BASE, type Contents } from '@/api';
import { useKeys } from '@/app/keys';
import { useMay } from '@/app/session';
import { EmptyState } from '@/ui/EmptyState';
import { Loaded } from '@/ui/Loaded';
import { ProblemNote } from '@/ui/ProblemNote';
import { TextSkeleton } from '@/ui/Skeletons';
import { ContentsList } from './ContentsList';
import css from './Manual.module.css';
import { m } from './messages';
import { PageHtml } from './PageHtml';
import { contentsQuery, pageQuery, type Place, placesOf } from './queries';

/** A page of the manual beside its contents. */
export function ReadPage() {
  const { page } = useParams({ from: '/shell/manual/$page' });
  const contents = useQuery(contentsQuery);
  return <Loaded query={contents}>{(data) => <Reading contents={data} id={page} />}</Loaded>;
}

function Reading({ contents, id }: { contents: Contents; id: string }) {
  const [drawer, setDrawer] = useState(false);
  const navigate = useNavigate();
  const mayWrite = useMay('owner', 'manager', 'editor');
  const places = placesOf(contents);
  const at = places.findIndex((p) => p.page.id === id);
  const [here, before, after] = [places[at], places[at - 1], at < 0 ? undefined : places[at + 1]];
  const go = (to: Place | undefined) =>
    to && (() => void navigate({ to: '/manual/$page', params: { page: to.page.id } }));
  useKeys({
    ArrowLeft: go(before),
    ArrowRight: go(after),
    e:
      mayWrite && here?.page.kind === 'written'
        ? () => void navigate({ to: '/manual/$page/edit', params: { page: id } })
        : undefined,
  });
  if (!here) {
    return (
      <EmptyState title={m.gone} action={<Link to="/manual">{m.toCover}</Link>}>
        {m.contents}
      </EmptyState>
    );
  }
  return (
    <div className={css.book}>
      <aside className={css.aside}>
        <p className={css.responsible}>
          <Link to="/manual" className="quiet-link">
            {contents.title}
          </Link>
          <span className="soft small">{contents.editor ? m.editor(contents.editor) : m.noEditor}</span>
        </p>
        <ContentsList contents={contents} open={id} />
      </aside>
      <div className={css.tools}>
        <Button
          className={css.phone ?? ''}
          size="sm"
          variant="default"
          leftSection={<IconList size={16} />}
          onClick={() => setDrawer(true)}
        >
          {m.contents}
        </Button>
        {mayWrite && here.page.kind === 'written' && (
          <Button
            renderRoot={(props) => <Link to="/manual/$page/edit" params={{ page: id }} {...props} />}
            size="sm"
            variant="default"
            leftSection={<IconPencil size={16} />}
          >
            {m.edit}
          </Button>
        )}
        <Button
          component="a"
          href={`${BASE}/manual.pdf`}
          target="_blank"
          rel="noreferrer"
          size="sm"
          variant="default"
          leftSection={<IconPrinter size={16} />}
        >
          {m.print}
        </Button>
      </div>
      <Sheet place={here} />
      <EdgeTabs contents={contents} here={here.section.letter} />
      <nav className={css.leaf} aria-label={m.title}>
        <Leaf to={before} back />
        <Leaf to={after} />
      </nav>
      <Drawer opened={drawer} onClose={() => setDrawer(false)} title={m.contents}>
        <div onClick={(event) => event.target instanceof Element && event.target.closest('a') && setDrawer(false)}>
          <ContentsList contents={contents} open={id} />
        </div>
      </Drawer>
    </div>
  );
}

function Sheet({ place: { section, page } }: { place: Place }) {
  const view = useQuery(pageQuery(page.id));
  useEffect(() => {
    document.title = `${page.title} · ${m.title}`;
  }, [page.title]);
  return (
    <article className={css.sheet} style={{ borderTopColor: section.colour }}>
      <p className={css.running}>
        <span className={css.letter} style={{ background: section.colour, color: section.ink }} aria-hidden>
          {section.letter}
        </span>
        <span>{section.title}</span>
        <span className={css.number}>{page.number}</span>
      </p>
      <h1>{page.title}</h1>
      {view.data ? (
        <>
          <PageHtml html={view.data.html} />
          <footer className={css.source}>{view.data.source}</footer>
        </>
      ) : view.isError ? (
        <ProblemNote problem={asProblem(view.error)} onRetry={() => void view.refetch()} />
      ) : (
        <TextSkeleton lines={8} />
      )}
    </article>
  );
}

/** Tabs at the edge, one a section, as a printed manual has them. */
function EdgeTabs({ contents, here }: { contents: Contents; here: string }) {
  return (
    <nav className={css.edge} aria-label={m.tabs}>
      {contents.sections.map(({ letter, title, colour, ink, pages: [first] }) =>
        first ? (
          <Link
            key={letter}
            to="/manual/$page"
            params={{ page: first.id }}
            className={css.tab}
            title={title}
            aria-label={title}
            data-here={letter === here || undefined}
            style={{ background: colour, color: ink }}
          >
            {letter}
          </Link>
        ) : null,
      )}
    </nav>
  );
}

function Leaf({ to, back = false }: { to: Place | undefined; back?: boolean }) {
  if (!to) return <span />;
  return (
    <Link to="/manual/$page" params={{ page: to.page.id }} aria-label={back ? m.previous : m.next}>
      {back && <IconArrowLeft size={16} aria-hidden />}
      <span>
        {to.page.title} <span className="soft small">{to.page.number}</span>
      </span>
      {!back && <IconArrowRight size={16} aria-hidden />}
    </Link>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useLive } from '@/api/live';
import { DropAnywhere } from '@/features/import/DropAnywhere';
import { Bell } from '@/features/notices/Bell';
import { m } from '@/messages';
import { Palette } from '@/features/search/Palette';
import { Keys } from './keys';
import { PersonMenu } from './PersonMenu';
import { PLACES, type Place } from './places';
import { sessionQuery } from './session';
import css from './Shell.module.css';
import { ThemeSwitch } from './ThemeSwitch';
import { useUndoKeys } from './undo';

/** Rail, bar and whatever page is open. */
export function Shell() {
  useLive();
  useUndoKeys();
  const session = useQuery(sessionQuery);
  const user = session.data?.user;
  const navigate = useNavigate();
  const signedOut = session.data !== undefined && !user;
  useEffect(() => {
    if (signedOut) void navigate({ to: '/sign-in', search: { to: location.pathname + location.search } });
  }, [signedOut, navigate]);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#page">
        {m.app.skip}
      </a>
      <header className={css.bar}>
        <Link to="/" className={css.brand}>
          <img src="/favicon.svg" alt="" width={24} height={24} />
          <span>{m.app.name}</span>
        </Link>
        {session.data?.notice && <p className={css.notice}>{session.data.notice}</p>}
        <div className={css.tools}>
          <Palette />
          <ThemeSwitch />
          {user && <Bell />}
          {user && <PersonMenu user={user} />}
        </div>
      </header>
      <nav className={css.rail} aria-label={m.app.rail}>
        {PLACES.map((place) => (
          <RailLink key={place.to} place={place} />
        ))}
      </nav>
      <main id="page" className={css.page} tabIndex={-1}>
        <Outlet />
      </main>
      <Keys />
      <DropAnywhere />
    </div>
  );
}

function RailLink({ place }: { place: Place }) {
  const matches = useMatchRoute();
  const here = [place.to, ...(place.also ?? [])].some((to) => matches({ to, fuzzy: true }) !== false);
  return (
    <Link to={place.to} className={css.place} data-here={here || undefined} data-phone={place.phone || undefined}>
      <place.icon size={20} stroke={1.6} aria-hidden />
      <span>{place.name}</span>
    </Link>
  );
}

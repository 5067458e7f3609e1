import { Button, Loader } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { Door } from './Door';
import { m } from './messages';
import { useLink } from './queries';

/** The token stands behind `#`, so that it never reaches a log. */
const tokenOf = (hash: string): string => new URLSearchParams(hash.replace(/^#/, '')).get('token') ?? '';

/** Where the one-time link leads: signs in and goes on. */
export function LinkPage() {
  const navigate = useNavigate();
  const link = useLink(() => void navigate({ to: '/discover', replace: true }));
  const [token] = useState(() => tokenOf(location.hash));
  const sent = useRef(false);
  const { mutate } = link;
  useEffect(() => {
    if (sent.current || token === '') return;
    sent.current = true;
    mutate(token);
  }, [mutate, token]);
  const failed = link.isError ? asProblem(link.error) : null;
  if (token === '' || failed) {
    return (
      <Door title={failed ? m.link.title : m.link.none} {...(failed ? {} : { says: m.link.noneHelp })}>
        {failed && <ProblemNote problem={failed} />}
        <Button component={Link} to="/sign-in" variant="default">
          {m.link.toSignIn}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={m.link.title} says={m.link.wait}>
      <Loader type="dots" />
    </Door>
  );
}

import { Button, Group, Stack } from '@mantine/core';
import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router';
import { asProblem } from '@/api';
import { m } from '@/messages';
import { ProblemNote } from '@/ui/ProblemNote';

/** What is shown instead of a page that failed. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const again = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Stack maw={640} p="lg" mx="auto">
      <ProblemNote problem={asProblem(error)} onRetry={again} />
      <Group>
        <Button component="a" href="/" variant="default">
          {m.app.home}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is shown for an address that is no page. */
export function NotFoundPage() {
  return (
    <Stack maw={640} p="lg" mx="auto">
      <h1>{m.app.notFound}</h1>
      <p>{m.app.notFoundHelp}</p>
      <div>
        <Button component={Link} to="/">
          {m.app.home}
        </Button>
      </div>
    </Stack>
  );
}

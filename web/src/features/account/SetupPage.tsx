import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { asProblem } from '@/api';
import { sessionQuery } from '@/app/session';
import { ProblemNote } from '@/ui/ProblemNote';
import { Door } from './Door';
import { m } from './messages';
import { useSetup } from './queries';

/** Creates the first owner. */
export function SetupPage() {
  const navigate = useNavigate();
  const session = useQuery(sessionQuery);
  const setup = useSetup(() => void navigate({ to: '/', replace: true }));
  const form = useForm({ mode: 'uncontrolled', initialValues: { name: '', email: '', password: '' } });
  if (session.data && !session.data.setup_needed && !setup.isSuccess) {
    return (
      <Door title={m.setup.done} says={m.setup.doneHelp}>
        <Button component={Link} to="/sign-in">
          {m.signIn.go}
        </Button>
      </Door>
    );
  }
  return (
    <Door title={m.setup.title} says={m.setup.says}>
      <form onSubmit={form.onSubmit((values) => setup.mutate(values))}>
        <TextInput
          label={m.setup.name}
          description={m.setup.nameHelp}
          autoComplete="name"
          required
          autoFocus
          {...form.getInputProps('name')}
        />
        <TextInput
          mt="md"
          label={m.signIn.email}
          type="email"
          autoComplete="username"
          required
          {...form.getInputProps('email')}
        />
        <PasswordInput
          mt="md"
          label={m.signIn.password}
          description={m.setup.passwordHelp}
          autoComplete="new-password"
          minLength={10}
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth mt="lg" loading={setup.isPending}>
          {m.setup.go}
        </Button>
      </form>
      {setup.isError && <ProblemNote problem={asProblem(setup.error)} />}
    </Door>
  );
}

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { asProblem } from '@/api';
import { ProblemNote } from '@/ui/ProblemNote';
import { Door } from './Door';
import { m } from './messages';
import { useSignIn } from './queries';

export function SignInPage() {
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const signIn = useSignIn(() => void navigate({ href: to ?? '/', replace: true }));
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } });
  return (
    <Door title={m.signIn.title}>
      <form onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <TextInput
          label={m.signIn.email}
          type="email"
          autoComplete="username"
          required
          autoFocus
          {...form.getInputProps('email')}
        />
        <PasswordInput
          mt="md"
          label={m.signIn.password}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" fullWidth mt="lg" loading={signIn.isPending}>
          {m.signIn.go}
        </Button>
      </form>
      {signIn.isError && <ProblemNote problem={asProblem(signIn.error)} />}
      <p className="soft small">{m.signIn.help}</p>
    </Door>
  );
}

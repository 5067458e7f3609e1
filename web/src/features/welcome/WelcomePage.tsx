import { Button, Code } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '@/app/session';
import { ChooseFiles } from '@/features/import/ChooseFiles';
import { PageHead } from '@/ui/PageHead';
import { m } from './messages';
import css from './WelcomePage.module.css';

/** Three doors. */
export function WelcomePage() {
  const may = useMay('owner', 'manager');
  return (
    <>
      <PageHead title={m.title} says={m.says} />
      <div className={css.doors}>
        <section className={css.wide}>
          <h2>{m.drop}</h2>
          <p>{m.dropSays}</p>
          {may && <ChooseFiles />}
        </section>
        <section className={css.door}>
          <h2>{m.answer}</h2>
          <p>{m.answerSays}</p>
          <Button component={Link} to="/discover/interviews" hash="remember" variant="default">
            {m.answerGo}
          </Button>
        </section>
        <section className={css.door}>
          <h2>{m.demo}</h2>
          <p>{m.demoSays}</p>
          <Code block>{m.demoCommand}</Code>
        </section>
      </div>
    </>
  );
}

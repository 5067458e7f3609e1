import { Button } from '@mantine/core';
import type { Deal, Process, Stage } from '@/api';
import { type SaidAt, SayWhatHinders } from '@/features/measure/feedback/SayWhatHinders';
import css from './AtHand.module.css';
import { ItemLink, ItemText } from './HandItem';
import { type Anticipated, type Expected as Expecting, handOf, itemOf, type Needed } from './hand';
import { m } from './messages';
import type { TouchStart } from './TouchForm';

interface Props {
  deal: Deal;
  process: Process;
  stage: Stage;
  /** What is anticipated in this deal, best answers first; what the stage anticipates, if left out. */
  anticipated?: Anticipated | undefined;
  /** Opens the form of a touchpoint; none: the reader may not log any. */
  onTouch: ((start: TouchStart) => void) | undefined;
}

/** The objections that the stage anticipates with what to say to them, and the content that it needs. Else nothing. */
export function AtHand({ deal, process, stage, anticipated, onTouch }: Props) {
  const { objections, content } = handOf(process, stage, anticipated);
  if (objections.length + content.length === 0) return null;
  return (
    <section className={css.hand} aria-labelledby="at-hand">
      <h2 id="at-hand">{m.hand.title}</h2>
      {objections.length > 0 && (
        <>
          <h3>{m.hand.objections}</h3>
          {anticipated?.figures && <p className="soft small">{anticipated.figures}</p>}
          <ul>
            {objections.map((expected) => (
              <Expected key={expected.objection.says} expected={expected} process={process} onTouch={onTouch} />
            ))}
          </ul>
        </>
      )}
      {content.length > 0 && (
        <>
          <h3>{m.hand.content}</h3>
          <ul>
            {content.map((needed, i) => (
              <Show
                key={i}
                needed={needed}
                deal={deal}
                at={{ process: process.id, stage: stage.id, deal: deal.id }}
                onTouch={onTouch}
              />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ExpectedProps extends Pick<Props, 'process' | 'onTouch'> {
  expected: Expecting;
}

function Expected({ expected, process, onTouch }: ExpectedProps) {
  const { because, known, raised } = expected;
  const { says, answers = [] } = expected.objection;
  // Words of their own stand for themselves.
  const id = expected.objection.id || says;
  return (
    <li data-raised={raised || undefined}>
      <details open={raised}>
        <summary>
          {says || id} {because && <span className="soft small">{because}</span>}
        </summary>
        {answers.length === 0 && <p className="soft">{m.hand.noAnswer}</p>}
        <ul className={css.answers}>
          {answers.map((answer) => {
            const proof = itemOf(process, answer.proof);
            return (
              <li key={answer.id}>
                {answer.says || answer.id}
                {known[answer.id] && <span className={css.proof}>{known[answer.id]}</span>}
                {proof && (
                  <span className={css.proof}>
                    {m.hand.proof} <ItemLink item={proof} name={proof.name || proof.id} />
                  </span>
                )}
                {onTouch && (
                  <Act
                    label={m.hand.answeredLabel(answer.says || answer.id)}
                    onClick={() =>
                      onTouch({
                        kind: 'objection.answered',
                        side: 'rep',
                        attributes: { objection: id, answer: answer.id },
                      })
                    }
                  >
                    {m.hand.answered}
                  </Act>
                )}
              </li>
            );
          })}
        </ul>
      </details>
      {onTouch && (
        <Act
          label={(raised ? m.hand.settledLabel : m.hand.saidLabel)(says || id)}
          onClick={() =>
            onTouch({
              kind: raised ? 'objection.settled' : 'objection.raised',
              side: 'prospect',
              attributes: { objection: id },
            })
          }
        >
          {raised ? m.hand.settled : m.hand.said}
        </Act>
      )}
    </li>
  );
}

interface ShowProps extends Pick<Props, 'deal' | 'onTouch'> {
  needed: Needed;
  at: SaidAt;
}

function Show({ needed: { need, id, name, item }, deal, at, onTouch }: ShowProps) {
  return (
    <li>
      <div>
        <ItemLink item={item} name={name} />
        {item?.text && <ItemText text={item.text} deal={deal} />}
      </div>
      <span className={css.acts}>
        {onTouch && (
          <Act
            label={m.hand.sharedLabel(name)}
            onClick={() => onTouch({ kind: 'content.shared', side: 'rep', attributes: { content: id } })}
          >
            {m.hand.shared}
          </Act>
        )}
        <SayWhatHinders at={{ ...at, part: { kind: 'content', id: need } }} about={name} />
      </span>
    </li>
  );
}

/** A quiet button of a line. */
const Act = ({ label, onClick, children }: { label: string; onClick: () => void; children: string }) => (
  <Button size="compact-sm" variant="subtle" aria-label={label} onClick={onClick}>
    {children}
  </Button>
);

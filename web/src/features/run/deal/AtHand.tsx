import { Button } from '@mantine/core';
import type { Deal, Objection, Process, Stage } from '@/api';
import css from './AtHand.module.css';
import { ItemLink, ItemText } from './HandItem';
import { handOf, itemOf, type Needed } from './hand';
import { m } from './messages';
import type { TouchStart } from './TouchForm';

interface Props {
  deal: Deal;
  process: Process;
  stage: Stage;
  /** Opens the form of a touchpoint; none: the reader may not log any. */
  onTouch: ((start: TouchStart) => void) | undefined;
}

/** The objections that the stage anticipates with what to say to them, and the content that it needs. Else nothing. */
export function AtHand({ deal, process, stage, onTouch }: Props) {
  const { objections, content } = handOf(process, stage);
  if (objections.length + content.length === 0) return null;
  return (
    <section className={css.hand} aria-labelledby="at-hand">
      <h2 id="at-hand">{m.hand.title}</h2>
      {objections.length > 0 && (
        <>
          <h3>{m.hand.objections}</h3>
          <ul>
            {objections.map((objection) => (
              <Expected key={objection.id} objection={objection} process={process} onTouch={onTouch} />
            ))}
          </ul>
        </>
      )}
      {content.length > 0 && (
        <>
          <h3>{m.hand.content}</h3>
          <ul>
            {content.map((needed, i) => (
              <Show key={i} needed={needed} deal={deal} onTouch={onTouch} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface ExpectedProps extends Pick<Props, 'process' | 'onTouch'> {
  objection: Objection;
}

function Expected({ objection: { id, says, answers = [] }, process, onTouch }: ExpectedProps) {
  return (
    <li>
      <details>
        <summary>{says || id}</summary>
        {answers.length === 0 && <p className="soft">{m.hand.noAnswer}</p>}
        <ul className={css.answers}>
          {answers.map((answer) => {
            const proof = itemOf(process, answer.proof);
            return (
              <li key={answer.id}>
                {answer.says || answer.id}
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
          label={m.hand.saidLabel(says || id)}
          onClick={() => onTouch({ kind: 'objection.raised', side: 'prospect', attributes: { objection: id } })}
        >
          {m.hand.said}
        </Act>
      )}
    </li>
  );
}

function Show({ needed: { id, name, item }, deal, onTouch }: { needed: Needed } & Pick<Props, 'deal' | 'onTouch'>) {
  return (
    <li>
      <div>
        <ItemLink item={item} name={name} />
        {item?.text && <ItemText text={item.text} deal={deal} />}
      </div>
      {onTouch && (
        <Act
          label={m.hand.sharedLabel(name)}
          onClick={() => onTouch({ kind: 'content.shared', side: 'rep', attributes: { content: id } })}
        >
          {m.hand.shared}
        </Act>
      )}
    </li>
  );
}

/** A quiet button of a line. */
const Act = ({ label, onClick, children }: { label: string; onClick: () => void; children: string }) => (
  <Button size="compact-sm" variant="subtle" aria-label={label} onClick={onClick}>
    {children}
  </Button>
);

import { useQuery } from '@tanstack/react-query';
import type { DealView } from '@/api';
import { Loaded } from '@/ui/Loaded';
import { TextSkeleton } from '@/ui/Skeletons';
import { given } from '@/ui/given';
import { ContractPart } from './ContractPart';
import { DeliveryPart } from './DeliveryPart';
import { Files } from './Files';
import { HandOver } from './HandOver';
import { Health } from './Health';
import { Linked, Parent } from './Linked';
import { Promises } from './Promises';
import { afterQuery } from './queries';
import { Referrals } from './Referrals';
import { Reviews } from './Reviews';
import { Steps } from './Steps';

/** What comes after the sale; of a deal that is not won what was promised, files, and where it came from. */
export function AfterSale({ view: { deal, people } }: { view: DealView }) {
  const query = useQuery(afterQuery(deal.id));
  const names = people.map((person) => person.name).filter((name) => name !== '');
  const won = deal.outcome === 'won';
  return (
    <Loaded query={query} skeleton={<TextSkeleton lines={won ? 8 : 3} />}>
      {(after) => (
        <>
          {given(after.parent) && <Parent parent={after.parent} />}
          {given(after.health) && <Health health={after.health} />}
          {won && <HandOver deal={deal.id} after={after} />}
          <Promises deal={deal.id} after={after} />
          {won && (
            <>
              <DeliveryPart deal={deal.id} after={after} />
              <Steps steps={after.steps} />
              <Reviews deal={deal.id} after={after} people={names} />
              <ContractPart deal={deal.id} after={after} />
              <Linked deal={deal.id} after={after} />
              <Referrals deal={deal.id} after={after} people={names} />
            </>
          )}
          <Files deal={deal.id} after={after} />
        </>
      )}
    </Loaded>
  );
}

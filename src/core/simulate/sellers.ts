/** Someone of the pod that serves an account; made up like everyone here. */
export interface Seller {
  id: string;
  name: string;
  function: string;
}

/** The supplier's people in the demo workspace. Sellers are never stakeholders. */
export const SELLERS: readonly Seller[] = [
  { id: 'seller-noemi', name: 'Noemi Farrowind', function: 'Account manager' },
  { id: 'seller-aleksi', name: 'Aleksi Tollmere', function: 'Account manager' },
  { id: 'seller-bianca', name: 'Bianca Overquill', function: 'Account manager' },
  { id: 'seller-teo', name: 'Teo Marlowick', function: 'Solution engineer' },
  { id: 'seller-shirin', name: 'Shirin Dovelane', function: 'Solution engineer' },
  { id: 'seller-ravi', name: 'Ravi Underfell', function: 'Onboarding' },
];

import { Link } from '@tanstack/react-router';
import './unit.css';

const VIEWS = [
  { to: '/units/$unit', label: 'Standing' },
  { to: '/units/$unit/history', label: 'History' },
  { to: '/units/$unit/roadmap', label: 'Roadmap' },
  { to: '/units/$unit/what-if', label: 'What if' },
  { to: '/units/$unit/comments', label: 'Comments' },
] as const;

/** The name of the view of a unit that an address shows. @param pathname of the page */
export const viewOf = (pathname: string): string =>
  VIEWS.find(({ to }) => pathname.endsWith(to.replace('/units/$unit', '') || ' '))?.label ??
  'Standing';

/** The views of a unit, as links. */
export function UnitViews({ unit }: { readonly unit: string }) {
  return (
    <nav className="unit-views" aria-label="Views of this unit">
      {VIEWS.map(({ to, label }) => (
        <Link
          key={to}
          to={to}
          params={{ unit }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

import { Outlet } from '@tanstack/react-router';

/** A unit: its heading, and one of its views below. */
export function UnitLayout() {
  return <Outlet />;
}

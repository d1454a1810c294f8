/** What each of the pages is opened with. */
export interface SectionProps {
  /** The query that an action is about; empty without one. */
  q: string;
  /** A synonym in one direction is wanted. */
  oneWay: boolean;
}

/** Types of entities that the page names and colours, in the order in which they are listed. */
export const ENTITY_TYPES = ['person', 'place', 'organisation', 'event'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

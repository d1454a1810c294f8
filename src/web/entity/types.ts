/** Types of entities that the page names and colours, in the order in which they are listed. */
export const ENTITY_TYPES = ['person', 'place', 'organisation', 'event'] as const;

/** Whether articles have an entity that the list of names does not have, by its id. */
export const isUnlisted = (id: string): boolean => id.startsWith('unlisted-');

export type EntityType = (typeof ENTITY_TYPES)[number];

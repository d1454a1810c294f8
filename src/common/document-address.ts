/**
 * Ids in addresses. `.` and `..` are no parts of a path, also when they are escaped: they are written with a tilde
 * before them, and so are ids that look like that.
 */

/** An id as a part of a path. */
export const addressOfId = (id: string): string => encodeURIComponent(/^~*\.{1,2}$/.test(id) ? `~${id}` : id);

/** The id of a part of a path that is decoded. */
export const idOfAddress = (part: string): string => (/^~+\.{1,2}$/.test(part) ? part.slice(1) : part);

/**
 * Node's module of HTTP. With `import`, Node also loads its client of WebSockets, which takes longer than a reader needs for its
 * first search.
 */
export const http = process.getBuiltinModule('node:http');

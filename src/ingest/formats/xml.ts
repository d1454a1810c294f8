export { readFeed as readXml } from './feed.ts';

export { redisInstalled } from './redis-server.js';
export { startTestDatabase, startTestRedis, type TestDatabase } from './test-database.js';
